import { describe, expect, it } from "vitest";
import type { HsmTemplateListed } from "@/lib/hsm-templates/schema";
import { chosenTemplate, matchesWords, obstacleOf } from "./template-choice";

const listed: HsmTemplateListed = {
  inboxId: "i",
  inboxName: "Sales",
  name: "payment_reminder",
  language: "pt_BR",
  status: "APPROVED",
  category: "UTILITY",
  quality: "GREEN",
  parameterFormat: "positional",
  syncedAt: "2026-11-22T10:00:00Z",
  missingAt: null,
  header: null,
  body: "Oi {{1}}, vence {{2}}",
  footer: null,
  buttons: [],
  parameters: [
    { name: null, example: "Ana" },
    { name: null, example: "hoje" },
  ],
  headerExample: "",
  needs: { isNamed: false, variables: ["1", "2"], header: null, buttons: [], isUnsupported: false },
  unsupported: null,
};
const before = { name: "old", language: "en", parameters: ["{{ contact.name }}"] };

describe("a template of the list", () => {
  it("brings its body and asks for as many values as it has, keeping those that were typed", () => {
    expect(chosenTemplate(listed, before)).toEqual({
      name: "payment_reminder",
      language: "pt_BR",
      parameters: ["{{ contact.name }}", ""],
      body: "Oi {{1}}, vence {{2}}",
    });
  });

  it("keeps values by their names where the template names them", () => {
    const named = {
      ...listed,
      parameterFormat: "named" as const,
      parameters: [
        { name: "due", example: "" },
        { name: "who", example: "" },
      ],
    };
    const typed = { ...before, parameters: ["Ana"], parameterNames: ["who"] };
    expect(chosenTemplate(named, typed)).toMatchObject({
      parameters: ["", "Ana"],
      parameterNames: ["due", "who"],
    });
    expect(chosenTemplate(named, before).parameters).toEqual(["", ""]);
  });

  it("asks for what its head and its buttons need, and remembers what stands around the body", () => {
    const rich: HsmTemplateListed = {
      ...listed,
      ...{ header: null, footer: "Loja Azul" },
      buttons: [
        { type: "QUICK_REPLY", text: "Sim", example: "" },
        { type: "URL", text: "Pagar", example: "abc" },
      ],
      needs: {
        ...listed.needs,
        header: { type: "document", name: null },
        buttons: [
          { type: "quick_reply", isRequired: false },
          { type: "url", isRequired: true },
        ],
      },
    };
    const chosen = chosenTemplate(rich, before);
    expect(chosen).toMatchObject({
      header: { type: "document", value: "" },
      buttons: [{ index: 1, type: "url", value: "" }],
      frame: {
        footer: "Loja Azul",
        buttons: [
          { type: "QUICK_REPLY", text: "Sim" },
          { type: "URL", text: "Pagar" },
        ],
      },
    });
    const typed = {
      ...chosen,
      header: { type: "document" as const, value: "https://x.example/7", fileName: "7.pdf" },
      buttons: [
        { index: 0, type: "quick_reply" as const, value: "YES" },
        { index: 1, type: "url" as const, value: "{{ charge.link }}" },
      ],
    };
    expect(chosenTemplate(rich, typed)).toMatchObject({ header: typed.header, buttons: typed.buttons });
    expect(chosenTemplate(listed, typed)).not.toHaveProperty("header");
    expect(chosenTemplate(listed, typed)).not.toHaveProperty("buttons");
  });

  it.each<[Partial<HsmTemplateListed>, string | null]>([
    [{}, null],
    [{ status: "PAUSED" }, "status"],
    [{ missingAt: "2026-11-22T10:00:00Z" }, "missing"],
    [{ unsupported: "carousel" }, "carousel"],
    [{ parameters: Array.from({ length: 21 }, () => ({ name: null, example: "" })) }, "parameters"],
  ])("with %j is kept from being chosen by %j", (over, obstacle) =>
    expect(obstacleOf({ ...listed, ...over })).toBe(obstacle),
  );

  it("is found by words of its name, language or text", () => {
    expect(matchesWords(listed, "payment pt")).toBe(true);
    expect(matchesWords(listed, "VENCE")).toBe(true);
    expect(matchesWords(listed, "payment english")).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import type { HsmTemplate } from "./model";
import type { TemplateFacts, TemplateNeeds } from "./provider-facts";
import { differenceOf, templateHold } from "./template-check";
import { ago, anEmailInbox, anInbox, answer, aSnapshot, aStep, NOW, someFacts } from "./test-facts";

const needs = (changes: Partial<TemplateNeeds> = {}): TemplateNeeds => ({
  ...{ isNamed: false, variables: ["1"], header: null, buttons: [], isUnsupported: false },
  ...changes,
});
const template = (changes: Partial<HsmTemplate> = {}): HsmTemplate => ({
  ...{ name: "reminder", language: "pt_BR", parameters: ["Ana"] },
  ...changes,
});
const read = (changes: Partial<TemplateFacts> = {}): TemplateFacts => ({
  ...{ inboxId: "whatsapp", name: "reminder", language: "pt_BR", status: "APPROVED", category: "UTILITY" },
  ...{ isMissing: false, changedAt: null, needs: needs() },
  ...changes,
});
const image = { type: "image" as const, value: "https://files.example.com/a.png" };

describe("what a step gives a template", () => {
  it.each<[string, HsmTemplate, TemplateNeeds, string | null]>([
    ["fits", template(), needs(), null],
    ["is one value short", template(), needs({ variables: ["1", "2"] }), "parameter_count"],
    ["is one value too many", template(), needs({ variables: [] }), "parameter_count"],
    [
      "has numbers where names are wanted",
      template(),
      needs({ isNamed: true, variables: ["first_name"] }),
      "parameter_names",
    ],
    [
      "has other names",
      template({ parameterNames: ["name"] }),
      needs({ isNamed: true, variables: ["first_name"] }),
      "parameter_names",
    ],
    [
      "has names where numbers are wanted",
      template({ parameterNames: ["name"] }),
      needs(),
      "parameter_names",
    ],
    [
      "names them in another order, which does not matter",
      template({ parameters: ["a", "b"], parameterNames: ["x", "y"] }),
      needs({ isNamed: true, variables: ["y", "x"] }),
      null,
    ],
    ["lacks the image", template(), needs({ header: { type: "image", name: null } }), "header_missing"],
    ["has an image", template({ header: image }), needs({ header: { type: "image", name: null } }), null],
    [
      "has an image where a video is wanted",
      template({ header: image }),
      needs({ header: { type: "video", name: null } }),
      "header_other",
    ],
    ["has an image where none is wanted", template({ header: image }), needs(), "header_other"],
    [
      "lacks a button's end",
      template(),
      needs({ buttons: [{ type: "url", isRequired: true }] }),
      "button_missing",
    ],
    [
      "has one for another kind of button",
      template({ buttons: [{ index: 0, type: "url", value: "a" }] }),
      needs({ buttons: [{ type: "quick_reply", isRequired: false }] }),
      "button_other",
    ],
    [
      "may leave a quick reply alone",
      template(),
      needs({ buttons: [{ type: "quick_reply", isRequired: false }] }),
      null,
    ],
    ["cannot fill in a carousel", template(), needs({ isUnsupported: true }), "part_unsupported"],
  ])("%s", (_what, given, wanted, expected) => {
    expect(differenceOf(given, wanted)).toBe(expected);
  });
});

describe("a template that its provider would refuse", () => {
  const step = aStep({ channel: "whatsapp", content: { type: "template", template: template() } });
  const decided = (...templates: TemplateFacts[]) =>
    answer(someFacts({ sequence: { snapshot: aSnapshot({ steps: [step] }) }, templates }));

  it.each<[string, TemplateFacts]>([
    ["rejected", read({ status: "REJECTED" })],
    ["no longer listed", read({ isMissing: true })],
    ["with another number of variables", read({ needs: needs({ variables: [] }) })],
  ])("that is %s is not sent; the run looks again in a day", (_what, found) => {
    expect(decided(found)).toBe("wait 1440 template_unusable");
  });

  it("says which template it is, what is wrong and where", () => {
    const facts = someFacts({ templates: [read({ status: "DISABLED" })] });
    expect(templateHold(template(), anInbox(), facts, NOW)?.because).toEqual({
      code: "template_unusable",
      data: {
        ...{ template: "reminder", language: "pt_BR", status: "DISABLED", differs: "status" },
        ...{ inbox: "WhatsApp", inboxId: "whatsapp" },
      },
    });
  });

  it("that is paused for low quality is looked at again when its three hours are over, and then every three", () => {
    expect(decided(read({ status: "PAUSED", changedAt: ago(60) }))).toBe("wait 120 template_unusable");
    expect(decided(read({ status: "PAUSED", changedAt: ago(200) }))).toBe("wait 180 template_unusable");
    expect(decided(read({ status: "PAUSED" }))).toBe("wait 180 template_unusable");
  });

  it.each<[string, TemplateFacts[]]>([
    ["approved", [read()]],
    ["reinstated", [read({ status: "REINSTATED" })]],
    ["never read", []],
    ["rejected in another language", [read({ language: "es", status: "REJECTED" })]],
    ["rejected for another number", [read({ inboxId: "other", status: "REJECTED" })]],
  ])("is another one where it is %s", (_what, found) => {
    expect(decided(...found)).toBe("send whatsapp template");
  });

  it("does not hold back a step that goes out as free text while the window is open", () => {
    const free = aStep({ windowClosed: { do: "template", template: template() } });
    const facts = (minutes: number) =>
      someFacts({
        sequence: { snapshot: aSnapshot({ steps: [free] }) },
        templates: [read({ status: "REJECTED" })],
        inboxes: [anInbox({ lastInboundAt: ago(minutes) }), anEmailInbox()],
      });
    expect(answer(facts(60))).toBe("send whatsapp text");
    expect(answer(facts(3_000))).toBe("wait 1440 template_unusable");
  });
});

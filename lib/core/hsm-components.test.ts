import { describe, expect, it } from "vitest";
import { hasOpenApi, prepareOpenApi, templateListingExample } from "@/e2e/stubs/whatsapp-openapi";
import { sandboxTemplates } from "@/lib/channels/sandbox/templates";
import { templateParts } from "./hsm-components";

prepareOpenApi();

const body = (text: string, example?: object) => ({ type: "BODY", text, ...(example && { example }) });
const buttons = (...all: object[]) => ({ type: "BUTTONS", buttons: all });

describe("the parts of a template", () => {
  it("are its texts, its buttons and its variables with Meta's examples", () => {
    const components = [
      { type: "HEADER", format: "TEXT", text: "Hello" },
      body("Hi {{1}}, {{2}} is due", { body_text: [["Ana", "R$ 10"]] }),
      { type: "FOOTER", text: "Demo Shop" },
      buttons(
        { type: "QUICK_REPLY", text: "Yes" },
        { type: "URL", text: "Open", url: "https://shop.example" },
      ),
    ];
    expect(templateParts(components, "positional")).toEqual({
      ...{ header: "Hello", headerExample: "", body: "Hi {{1}}, {{2}} is due", footer: "Demo Shop" },
      buttons: [
        { type: "QUICK_REPLY", text: "Yes", example: "" },
        { type: "URL", text: "Open", example: "" },
      ],
      needs: {
        ...{ isNamed: false, variables: ["1", "2"], header: null, isUnsupported: false },
        buttons: [
          { type: "quick_reply", isRequired: false },
          { type: null, isRequired: false },
        ],
      },
      parameters: [
        { name: null, example: "Ana" },
        { name: null, example: "R$ 10" },
      ],
      unsupported: null,
    });
  });

  it("give positional values from the first on, however the text says them", () => {
    const { parameters } = templateParts(
      [body("{{3}} and {{1}} and {{3}}", { body_text: [["a", "b", "c"]] })],
      "positional",
    );
    expect(parameters.map(({ example }) => example)).toEqual(["a", "b", "c"]);
  });

  it("name their values where Meta says that they have names, each once", () => {
    const example = { body_text_named_params: [{ param_name: "amount", example: "R$ 10" }] };
    const { parameters } = templateParts(
      [body("{{amount}} for {{first_name}}: {{amount}}", example)],
      "named",
    );
    expect(parameters).toEqual([
      { name: "amount", example: "R$ 10" },
      { name: "first_name", example: "" },
    ]);
  });

  it("take Meta's word for the format, never the looks of the text", () => {
    expect(templateParts([body("Hi {{1}}")], "named").parameters).toEqual([{ name: "1", example: "" }]);
    expect(templateParts([body("Hi {{first_name}}")], "positional").parameters).toEqual([]);
  });

  it.each([
    ["a place above", [{ type: "header", format: "location" }, body("Hi")], "header_location"],
    ["a header of a later time", [{ type: "HEADER", format: "HOLOGRAM" }, body("Hi")], "header_unknown"],
    ["a one-time password", [body("{{1}}"), buttons({ type: "OTP", text: "Copy" })], "buttons_unknown"],
    ["a form to fill in", [body("Hi"), buttons({ type: "FLOW", text: "Open" })], "buttons_unknown"],
    ["a button that cannot be read", [body("Hi"), buttons({ text: "?" })], "buttons_unknown"],
    ["a carousel", [body("Hi"), { type: "CAROUSEL", cards: [] }], "carousel"],
    ["an offer that ends", [body("Hi"), { type: "LIMITED_TIME_OFFER" }], "limited_time_offer"],
    ["a part of a later time", [body("Hi"), { type: "HOLOGRAM" }], "unknown_part"],
    ["a part that cannot be read", [body("Hi"), 7], "unknown_part"],
    ["no body", [{ type: "FOOTER", text: "x" }], "no_body"],
    ["nothing", null, "no_body"],
  ])("with %s cannot be filled in by a step", (_what, components, unsupported) => {
    expect(templateParts(components, "positional").unsupported).toBe(unsupported);
  });

  it.each([
    ["quick replies", buttons({ type: "QUICK_REPLY", text: "Yes" })],
    ["a fixed address", buttons({ type: "URL", text: "Open", url: "https://shop.example" })],
    ["a number to call", buttons({ type: "PHONE_NUMBER", text: "Call", phone_number: "+1" })],
    ["a header without variables", { type: "HEADER", format: "TEXT", text: "Sale" }],
    ["a header without a format", { type: "HEADER", text: "Sale" }],
  ])("with %s can be", (_what, part) => {
    expect(templateParts([part, body("Hi")], "positional").unsupported).toBeNull();
  });

  it.each([
    ["an image", { type: "HEADER", format: "IMAGE" }, { type: "image", name: null }],
    ["a video", { type: "HEADER", format: "video" }, { type: "video", name: null }],
    ["a document", { type: "HEADER", format: "DOCUMENT" }, { type: "document", name: null }],
    [
      "words with a number",
      { type: "HEADER", format: "TEXT", text: "Hi {{1}}" },
      { type: "text", name: null },
    ],
    ["words alone", { type: "HEADER", format: "TEXT", text: "Sale" }, null],
    ["a place, which no step has", { type: "HEADER", format: "LOCATION" }, null],
  ])("want %s for their head with each send", (_what, header, expected) => {
    expect(templateParts([header, body("Hi")], "positional").needs.header).toEqual(expected);
  });

  it("want the head's variable by its name where they have names", () => {
    const header = { type: "HEADER", format: "TEXT", text: "Order {{order_id}}" };
    const example = { header_text_named_params: [{ param_name: "order_id", example: "#12" }] };
    const parts = templateParts([{ ...header, example }, body("Hi")], "named");
    expect(parts.needs.header).toEqual({ type: "text", name: "order_id" });
    expect(parts.headerExample).toBe("#12");
  });

  it("want the end of an address and the code to copy, each by its button's place", () => {
    const given = buttons(
      { type: "QUICK_REPLY", text: "Yes" },
      { type: "URL", text: "Pay", url: "https://pay.example/{{1}}", example: ["https://pay.example/abc"] },
      { type: "COPY_CODE", text: "Copy", example: "SAVE10" },
      { type: "PHONE_NUMBER", text: "Call", phone_number: "+1" },
    );
    const parts = templateParts([body("Hi"), given], "positional");
    expect(parts.needs.buttons).toEqual([
      { type: "quick_reply", isRequired: false },
      { type: "url", isRequired: true },
      { type: "copy_code", isRequired: true },
      { type: null, isRequired: false },
    ]);
    expect(parts.buttons.map(({ example }) => example)).toEqual(["", "abc", "SAVE10", ""]);
  });

  it("stay readable where an example has another shape", () => {
    const parts = templateParts([body("Hi {{1}}", { body_text: "Ana" })], "positional");
    expect(parts.parameters).toEqual([{ name: null, example: "" }]);
  });

  it("cannot make a list without end of one number", () => {
    expect(templateParts([body("{{999999999}}")], "positional").parameters).toHaveLength(100);
  });

  it.skipIf(!hasOpenApi)("are found in the example of Meta's own description", () => {
    const { data } = templateListingExample() as { data: { components: unknown }[] };
    expect(data.map(({ components }) => templateParts(components, "positional"))).toMatchObject([
      { header: "Hello World", footer: "WhatsApp Business API Team", parameters: [], unsupported: null },
      {
        parameters: [{ example: "Mark" }, { example: "FALL25" }],
        buttons: [{ text: "Stop promotions" }],
        unsupported: null,
      },
    ]);
  });

  it("of the sandbox's templates have an example for every variable", () => {
    for (const { components, parameterFormat } of sandboxTemplates) {
      const { parameters, body } = templateParts(components, parameterFormat);
      expect(parameters.every(({ example }) => example !== "")).toBe(true);
      expect(body).not.toBe("");
    }
  });
});

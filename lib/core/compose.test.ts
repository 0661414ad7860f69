import { expect, it } from "vitest";
import { composeContent } from "./compose";
import { aContact, anEmailInbox, anInbox, NOW, someFacts } from "./test-facts";

const contact = aContact({ name: "Ana\n\tLima", attributes: { long: "x".repeat(2_000) } });
const facts = someFacts({ contact });
const template = (parameters: string[]) => ({
  type: "template" as const,
  template: { name: "reminder", language: "pt_BR", parameters },
});

it("the subject belongs to email alone and stays on one line", () => {
  const content = { type: "text" as const, text: "Hi", subject: "For {{ contact.name }}" };
  const byEmail = composeContent(content, anEmailInbox(), facts, NOW);
  expect(byEmail).toEqual({ ok: true, content: { type: "text", text: "Hi", subject: "For Ana Lima" } });
  const byWhatsapp = composeContent(content, anInbox(), facts, NOW);
  expect(byWhatsapp).toEqual({ ok: true, content: { type: "text", text: "Hi", subject: null } });
});

it("template parameters have no line breaks, tabs or runs of spaces", () => {
  expect(composeContent(template(["{{ contact.name }}", "two   words"]), anInbox(), facts, NOW)).toEqual({
    ok: true,
    content: {
      type: "template",
      name: "reminder",
      language: "pt_BR",
      parameters: ["Ana Lima", "two words"],
      text: "[reminder] Ana Lima · two words",
    },
  });
});

it.each([
  ["{{ contact.plan }}", "missing_value", { field: "parameter 2", variable: "contact.plan" }],
  ["{{ contact.long }}", "text_too_long", { field: "parameter 2", length: 2_000, maxLength: 1_024 }],
  [" ", "text_unrenderable", { field: "parameter 2", detail: "empty" }],
])("the parameter %j fails as %s and says where", (parameter, code, data) => {
  expect(composeContent(template(["ok", parameter]), anInbox(), facts, NOW)).toEqual({
    ok: false,
    because: { code, data },
  });
});

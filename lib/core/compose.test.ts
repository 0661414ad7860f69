import { describe, expect, it } from "vitest";
import { composeContent } from "./compose";
import type { HsmTemplate } from "./model";
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

describe("rich content", () => {
  const image = { kind: "image" as const, url: "https://files.example.com/a.png" };
  const rich = (changes: object = {}) => ({
    type: "rich" as const,
    text: "*Hi* {{ contact.name }}",
    subject: "For you",
    preheader: "A {{ contact.name }}",
    quickReplies: ["Yes", "No"],
    ...changes,
  });
  const sms = anInbox({ channel: "sms" });

  it("has reply buttons on WhatsApp and nothing of an email", () => {
    expect(composeContent(rich({ media: image }), anInbox(), facts, NOW)).toEqual({
      ok: true,
      content: {
        type: "rich",
        text: "*Hi* Ana\n\tLima",
        subject: null,
        preheader: null,
        media: image,
        quickReplies: ["Yes", "No"],
      },
    });
  });

  it("has a subject and a preheader by email and no buttons", () => {
    expect(composeContent(rich({ media: image }), anEmailInbox(), facts, NOW)).toMatchObject({
      content: { type: "rich", subject: "For you", preheader: "A Ana Lima", media: image, quickReplies: [] },
    });
  });

  it("is plain words and an address by SMS", () => {
    expect(composeContent(rich({ media: image }), sms, facts, NOW)).toEqual({
      ok: true,
      content: { type: "text", text: "Hi Ana\n\tLima\nhttps://files.example.com/a.png", subject: null },
    });
  });

  it("may be media alone, but not nothing", () => {
    expect(composeContent(rich({ text: "", media: image }), anInbox(), facts, NOW).ok).toBe(true);
    expect(composeContent(rich({ text: "", media: image }), sms, facts, NOW)).toMatchObject({
      content: { text: "https://files.example.com/a.png" },
    });
    expect(composeContent(rich({ text: "" }), anInbox(), facts, NOW).ok).toBe(false);
  });

  it.each([
    ["beside media on WhatsApp", { media: image, quickReplies: [] }, anInbox(), 1_024],
    ["beside buttons on WhatsApp", {}, anInbox(), 1_024],
    ["alone on WhatsApp", { quickReplies: [] }, anInbox(), 4_096],
    ["by SMS with the address", { media: image }, sms, 1_600 - image.url.length - 1],
  ])("%s has no more characters than fit", (_, changes, inbox, most) => {
    const of = (length: number) =>
      composeContent(rich({ ...changes, text: "x".repeat(length) }), inbox, facts, NOW);
    expect(of(most).ok).toBe(true);
    expect(of(most + 1)).toMatchObject({ ok: false, because: { code: "text_too_long" } });
  });
});

it("a template reads as its approved body where that is known", () => {
  const content = template(["{{ contact.name }}"]);
  const body = composeContent(
    { ...content, template: { ...content.template, body: "Dear {{1}}," } },
    anInbox(),
    facts,
    NOW,
  );
  expect(body).toMatchObject({ content: { text: "Dear Ana Lima," } });
  const named = { ...content.template, parameterNames: ["who"], body: "Dear {{who}}," };
  expect(composeContent({ ...content, template: named }, anInbox(), facts, NOW)).toMatchObject({
    content: { text: "Dear Ana Lima,", parameterNames: ["who"] },
  });
});

describe("the head and the buttons of a template", () => {
  const saying = (changes: Partial<HsmTemplate>) =>
    composeContent(
      {
        type: "template",
        template: { name: "quote", language: "en", parameters: ["Ana"], body: "Hi {{1}}", ...changes },
      },
      anInbox(),
      facts,
      NOW,
    );
  const file = (value: string, fileName?: string) => ({
    header: { type: "document" as const, value, ...(fileName && { fileName }) },
  });

  it("are filled in as the body is, and read as a chat shows them", () => {
    expect(
      saying({
        header: { type: "text", value: "For {{ contact.name }}", name: "who" },
        buttons: [
          { index: 0, type: "quick_reply", value: " " },
          { index: 1, type: "url", value: "{{ contact.name }}/7" },
          { index: 2, type: "copy_code", value: "SAVE10" },
        ],
        frame: { header: "Hello {{who}}", footer: "Loja Azul", buttons: [{ type: "URL", text: "Pay" }] },
      }),
    ).toEqual({
      ok: true,
      content: {
        ...{ type: "template", name: "quote", language: "en", parameters: ["Ana"] },
        header: { type: "text", value: "For Ana Lima", name: "who" },
        buttons: [
          { index: 1, type: "url", value: "Ana%20Lima/7" },
          { index: 2, type: "copy_code", value: "SAVE10" },
        ],
        frame: {
          ...{ header: "Hello For Ana Lima", footer: "Loja Azul" },
          buttons: [{ type: "URL", text: "Pay" }],
        },
        text: "*Hello For Ana Lima*\n\nHi Ana\n\n_Loja Azul_",
      },
    });
  });

  it.each([
    "https://files.example.com/{{ contact.name | url_encode }}.pdf",
    "1339122577140210",
    " https://x.example/a ",
  ])("take the file %j", (value) => {
    expect(saying(file(value, "for {{ contact.name }}.pdf"))).toMatchObject({
      ok: true,
      content: { header: { type: "document", fileName: "for Ana Lima.pdf" } },
    });
  });

  it.each<[Partial<HsmTemplate>, string, object]>([
    [file("http://x.example/a.pdf"), "text_unrenderable", { field: "header" }],
    [file("{{ contact.name }}"), "text_unrenderable", { field: "header" }],
    [file("{{ contact.plan }}"), "missing_value", { field: "header", variable: "contact.plan" }],
    [{ header: { type: "text", value: "x".repeat(61) } }, "text_too_long", { maxLength: 60 }],
    [{ buttons: [{ index: 1, type: "url", value: "" }] }, "text_unrenderable", { field: "button 2" }],
    [
      { buttons: [{ index: 0, type: "copy_code", value: "x".repeat(16) }] },
      "text_too_long",
      { maxLength: 15 },
    ],
  ])("that cannot be said are not sent: %j", (changes, code, data) => {
    expect(saying(changes)).toMatchObject({ ok: false, because: { code, data } });
  });
});

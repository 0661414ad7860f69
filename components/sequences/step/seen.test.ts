import { describe, expect, it } from "vitest";
import { renderText } from "@/lib/core/liquid";
import type { Content, WindowClosed } from "@/lib/core/model";
import { limitOf, seenOf } from "./seen";

const context = {
  values: { contact: { first_name: "Ana" } },
  locale: "en" as const,
  currency: "BRL",
  zone: "America/Sao_Paulo",
  now: new Date("2026-11-22T12:00:00Z"),
};
const text: Content = { type: "text", text: "Hi {{ contact.first_name }}" };
const template: Content = {
  type: "template",
  template: { name: "hello", language: "en", parameters: ["{{ contact.first_name }}"], body: "Dear {{1}}" },
};
const skip: WindowClosed = { do: "skip" };
const given = {
  content: text,
  windowClosed: skip,
  channel: "whatsapp",
  window: "none",
  context,
  render: renderText,
} as const;
const wordsOf = (over: Partial<Parameters<typeof seenOf>[0]>) => {
  const seen = seenOf({ ...given, ...over });
  switch (seen.kind) {
    case "message":
      return seen.content.text;
    case "held":
      return seen.rule;
    case "unsayable":
      return seen.because.code;
    case "untold":
      return seen.kind;
  }
};

describe("what a contact will see", () => {
  it("is the text with their own values", () => {
    expect(wordsOf({})).toBe("Hi Ana");
    expect(wordsOf({ content: template })).toBe("Dear Ana");
  });

  it("follows the step's rule where the window is closed, on WhatsApp alone", () => {
    expect(wordsOf({ window: "closed" })).toBe("skip");
    expect(wordsOf({ window: "closed", windowClosed: { do: "template", template: template.template } })).toBe(
      "Dear Ana",
    );
    expect(wordsOf({ window: "open" })).toBe("Hi Ana");
    expect(wordsOf({ window: "closed", channel: "email" })).toBe("Hi Ana");
    expect(seenOf({ ...given, window: "closed", windowClosed: { do: "wait", days: 3 } })).toEqual({
      kind: "held",
      rule: "wait",
      days: 3,
    });
  });

  it("is free text instead of a template while the window is open", () => {
    const content = { ...template, openText: "Hey {{ contact.first_name }}" };
    expect(wordsOf({ content, window: "open" })).toBe("Hey Ana");
    expect(wordsOf({ content, window: "closed" })).toBe("Dear Ana");
    expect(wordsOf({ content, window: "none" })).toBe("Dear Ana");
  });

  it("says why where it cannot be said, with what was written", () => {
    const seen = seenOf({ ...given, content: { type: "text", text: "{{ contact.plan }}" } });
    expect(seen).toMatchObject({
      kind: "unsayable",
      because: { code: "missing_value" },
      text: "{{ contact.plan }}",
    });
  });

  it("is nothing yet where no template is chosen", () => {
    const content: Content = { type: "template", template: { name: "", language: "", parameters: [] } };
    expect(seenOf({ ...given, content })).toMatchObject({
      kind: "unsayable",
      because: { data: { detail: "empty" } },
    });
  });

  it("is told of plain texts without the engine, and of no other", () => {
    expect(wordsOf({ render: null })).toBe("Hi Ana");
    expect(wordsOf({ render: null, content: template })).toBe("Dear Ana");
    expect(wordsOf({ render: null, content: { type: "text", text: "{{ contact.plan }}" } })).toBe(
      "missing_value",
    );
    const shouted: Content = { type: "text", text: "{{ contact.first_name | upcase }}" };
    expect(wordsOf({ render: null, content: shouted })).toBe("untold");
    expect(wordsOf({ content: shouted })).toBe("ANA");
  });

  it("drops on SMS what an SMS has not", () => {
    const rich: Content = {
      type: "rich",
      text: "*Hi*",
      media: { kind: "image", url: "https://example.com/a.png" },
      quickReplies: ["Yes"],
    };
    expect(wordsOf({ content: rich, channel: "sms" })).toBe("Hi\nhttps://example.com/a.png");
    const seen = seenOf({ ...given, content: rich });
    expect(seen.kind === "message" && limitOf(seen.content, "whatsapp")).toBe(1_024);
  });
});

import { describe, expect, it } from "vitest";
import type { Content } from "@/lib/core/model";
import { type ContentMemory, contentAs, remember } from "./content-memory";

const rich: Content = {
  type: "rich",
  text: "*Hi*",
  subject: "News",
  preheader: "Short",
  media: { kind: "image", url: "https://example.com/a.png" },
  quickReplies: ["Yes"],
};
const template: Content = {
  type: "template",
  template: { name: "reminder", language: "pt_BR", parameters: ["Ana"], body: "Oi {{1}}" },
  openText: "Oi!",
};

function through(content: Content, ...types: Content["type"][]): Content {
  let memory: ContentMemory = {};
  let current = content;
  for (const type of types) {
    memory = remember(current, memory);
    current = contentAs(type, memory);
  }
  return current;
}

describe("switching the kind of a content", () => {
  it("and back loses nothing", () => {
    expect(through(rich, "text", "template", "rich")).toEqual(rich);
    expect(through(template, "rich", "text", "template")).toEqual(template);
  });

  it("keeps the words between text and rich", () => {
    expect(through(rich, "text")).toEqual({ type: "text", text: "*Hi*", subject: "News" });
    const typed = { type: "text" as const, text: "Hello" };
    expect(through(typed, "rich")).toEqual({ type: "rich", text: "Hello", quickReplies: [] });
  });

  it("takes what a template says in the open window as the first words of a text", () => {
    expect(through(template, "text")).toEqual({ type: "text", text: "Oi!" });
  });
});

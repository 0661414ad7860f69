import { describe, expect, it } from "vitest";
import type { OutboundContent } from "@/lib/core/facts";
import { templateContent } from "./template";

type Template = Extract<OutboundContent, { type: "template" }>;
const componentsOf = (changes: Partial<Template>) => {
  const content: Template = {
    ...{ type: "template", name: "quote", language: "pt_BR", parameters: [], text: "Oi" },
    ...changes,
  };
  const { template } = templateContent(content) as { template: { components?: unknown[] } };
  return template.components;
};

describe("the components of a template", () => {
  it.each([
    [
      { type: "image" as const, value: "https://x.example/a.png" },
      { type: "image", image: { link: "https://x.example/a.png" } },
    ],
    [
      { type: "image" as const, value: "1339122577140210" },
      { type: "image", image: { id: "1339122577140210" } },
    ],
    [
      { type: "video" as const, value: "https://x.example/a.mp4", fileName: "no name of a video" },
      { type: "video", video: { link: "https://x.example/a.mp4" } },
    ],
    [
      { type: "document" as const, value: "https://x.example/7", fileName: "invoice 7.pdf" },
      { type: "document", document: { link: "https://x.example/7", filename: "invoice 7.pdf" } },
    ],
    [
      { type: "text" as const, value: "#12\nA" },
      { type: "text", text: "#12 A" },
    ],
    [
      { type: "text" as const, value: "#12", name: "order_id" },
      { type: "text", parameter_name: "order_id", text: "#12" },
    ],
  ])("have %j as their head", (header, parameter) => {
    expect(componentsOf({ header })).toEqual([{ type: "header", parameters: [parameter] }]);
  });

  it("come in Meta's order, each button by its place", () => {
    const components = componentsOf({
      header: { type: "text", value: "#12" },
      parameters: ["Ana"],
      buttons: [
        { index: 0, type: "quick_reply", value: "STOP_PROMO" },
        { index: 1, type: "url", value: "abc" },
        { index: 2, type: "copy_code", value: "SAVE10" },
      ],
    });
    expect(components).toEqual([
      { type: "header", parameters: [{ type: "text", text: "#12" }] },
      { type: "body", parameters: [{ type: "text", text: "Ana" }] },
      {
        type: "button",
        sub_type: "quick_reply",
        index: "0",
        parameters: [{ type: "payload", payload: "STOP_PROMO" }],
      },
      { type: "button", sub_type: "url", index: "1", parameters: [{ type: "text", text: "abc" }] },
      {
        type: "button",
        sub_type: "copy_code",
        index: "2",
        parameters: [{ type: "coupon_code", coupon_code: "SAVE10" }],
      },
    ]);
  });

  it("are left out where there are none", () => {
    expect(componentsOf({})).toBeUndefined();
  });
});

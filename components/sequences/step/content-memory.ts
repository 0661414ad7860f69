import type { Content, WindowClosed } from "@/lib/core/model";

/** What a content said in the kinds that it has had, so that switching there and back loses nothing. */
export type ContentMemory = {
  body?: Omit<Extract<Content, { type: "text" }>, "type">;
  rich?: Pick<Extract<Content, { type: "rich" }>, "preheader" | "media" | "quickReplies">;
  template?: Omit<Extract<Content, { type: "template" }>, "type">;
  windowClosed?: WindowClosed;
};

export function remember(content: Content, memory: ContentMemory): ContentMemory {
  switch (content.type) {
    case "text": {
      const { type: _, ...body } = content;
      return { ...memory, body };
    }
    case "template": {
      const { type: _, ...template } = content;
      return { ...memory, template };
    }
    case "rich": {
      const { type: _, preheader, media, quickReplies, ...body } = content;
      return { ...memory, body, rich: { preheader, media, quickReplies } };
    }
  }
}

/** The content in another kind. Text and rich share their words; a template begins with none of its own. */
export function contentAs(type: Content["type"], memory: ContentMemory): Content {
  const body = memory.body ?? { text: memory.template?.openText ?? "" };
  switch (type) {
    case "text":
      return { type, ...body };
    case "rich":
      return { type, quickReplies: [], ...memory.rich, ...body };
    case "template":
      return { type, ...(memory.template ?? { template: { name: "", language: "", parameters: [] } }) };
  }
}

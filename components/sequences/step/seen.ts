import { composeIn, MAX_CAPTION_LENGTH, MAX_TEXT_LENGTH } from "@/lib/core/compose";
import type { Because, OutboundContent } from "@/lib/core/facts";
import type { RenderContext } from "@/lib/core/liquid";
import type { Channel, Content, WindowClosed } from "@/lib/core/model";
import type { WindowState } from "@/lib/core/window";

/** What becomes of a content on one channel, for somebody with these values. */
export type Seen =
  | { kind: "message"; content: OutboundContent }
  /** It cannot be said like this; `text` is what was written. */
  | { kind: "unsayable"; because: Because; text: string }
  /** The closed window holds it back. */
  | { kind: "held"; rule: Exclude<WindowClosed["do"], "template">; days: number };

type Given = {
  content: Content;
  windowClosed: WindowClosed;
  channel: Channel;
  window: WindowState;
  context: RenderContext;
};

export function seenOf({ content, windowClosed, channel, window, context }: Given): Seen {
  const isFree = content.type !== "template";
  if (isFree && channel === "whatsapp" && window === "closed") {
    if (windowClosed.do !== "template") {
      return {
        kind: "held",
        rule: windowClosed.do,
        days: windowClosed.do === "wait" ? windowClosed.days : 0,
      };
    }
    return said({ type: "template", template: windowClosed.template }, channel, context);
  }
  if (!isFree && content.openText !== undefined && window === "open") {
    return said({ type: "text", text: content.openText }, channel, context);
  }
  return said(content, channel, context);
}

function said(content: Content, channel: Channel, context: RenderContext): Seen {
  if (content.type === "template" && content.template.name === "") {
    return { kind: "unsayable", because: NOTHING, text: "" };
  }
  const composed = composeIn(content, channel, context);
  if (composed.ok) return { kind: "message", content: composed.content };
  const text = content.type === "template" ? (content.template.body ?? "") : content.text;
  return { kind: "unsayable", because: composed.because, text };
}

/** No template is chosen yet. */
const NOTHING: Because = { code: "text_unrenderable", data: { field: "template", detail: "empty" } };

/** Characters that this message may have on the channel. */
export function limitOf(content: OutboundContent, channel: Channel): number {
  const isCaption =
    channel === "whatsapp" &&
    content.type === "rich" &&
    (content.media !== null || content.quickReplies.length > 0);
  return isCaption ? MAX_CAPTION_LENGTH : MAX_TEXT_LENGTH[channel];
}

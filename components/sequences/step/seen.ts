import { composeWith, MAX_CAPTION_LENGTH, MAX_TEXT_LENGTH, type Render } from "@/lib/core/compose-with";
import type { Because, OutboundContent } from "@/lib/core/facts";
import type { RenderContext } from "@/lib/core/liquid";
import type { Channel, Content, WindowClosed } from "@/lib/core/model";
import { renderPlain } from "@/lib/core/plain-text";
import type { WindowState } from "@/lib/core/window";

/** What becomes of a content on one channel, for somebody with these values. */
export type Seen =
  | { kind: "message"; content: OutboundContent }
  /** It cannot be said like this; `text` is what was written. */
  | { kind: "unsayable"; because: Because; text: string }
  /** The closed window holds it back. */
  | { kind: "held"; rule: Exclude<WindowClosed["do"], "template">; days: number }
  /** It cannot be told without the engine. */
  | { kind: "untold"; text: string };

type Given = {
  content: Content;
  windowClosed: WindowClosed;
  channel: Channel;
  window: WindowState;
  context: RenderContext;
  /** The engine's, where it is there. */
  render: Render | null;
};

export function seenOf({ content, windowClosed, channel, window, ...filling }: Given): Seen {
  const isFree = content.type !== "template";
  if (isFree && channel === "whatsapp" && window === "closed") {
    if (windowClosed.do !== "template") {
      return {
        kind: "held",
        rule: windowClosed.do,
        days: windowClosed.do === "wait" ? windowClosed.days : 0,
      };
    }
    return said({ type: "template", template: windowClosed.template }, channel, filling);
  }
  if (!isFree && content.openText !== undefined && window === "open") {
    return said({ type: "text", text: content.openText }, channel, filling);
  }
  return said(content, channel, filling);
}

function said(content: Content, channel: Channel, filling: Pick<Given, "context" | "render">): Seen {
  if (content.type === "template" && content.template.name === "") {
    return { kind: "unsayable", because: NOTHING, text: "" };
  }
  const text = content.type === "template" ? (content.template.body ?? "") : content.text;
  const { context, render } = filling;
  let isTold = true;
  const plain: Render = (source) => {
    const rendered = renderPlain(source, context);
    if (!rendered) isTold = false;
    return rendered ?? { ok: true, text: source };
  };
  const composed = composeWith(content, channel, { context, render: render ?? plain });
  if (!isTold) return { kind: "untold", text };
  if (composed.ok) return { kind: "message", content: composed.content };
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

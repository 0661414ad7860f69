import type { OutboundContent } from "@/lib/core/facts";
import type { Channel } from "@/lib/core/model";
import { FormattedText } from "./formatted-text";

type MessageTextProps = {
  message: { text: string; channel: Channel | null; contentType: OutboundContent["type"] | null };
};

/** WhatsApp formats every text, a mailbox the rich ones, and an SMS none. */
export function MessageText({ message: { text, channel, contentType } }: MessageTextProps) {
  if (channel === "whatsapp" || contentType === "rich") return <FormattedText text={text} />;
  return <p className="whitespace-pre-wrap break-words">{text}</p>;
}

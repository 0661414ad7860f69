import type { OutboundMessage, SendOutcome } from "@/lib/channels/driver";
import type { OutboundContent } from "@/lib/core/facts";
import { isBusinessScopedId } from "@/lib/core/whatsapp-id";
import { richContent, richRefusal } from "./rich";
import { templateContent } from "./template";

export type MessageRequest = { kind: "request"; body: Record<string, unknown> } | Refused;
type Refused = Extract<SendOutcome, { kind: "refused" }>;

/**
 * Body of `POST /{phone number id}/messages`, or why there is none. Our message id rides along as
 * `biz_opaque_callback_data` and comes back in every status, which is how a lost answer is reconciled.
 */
export function requestOf({ id, to, locale, content }: OutboundMessage): MessageRequest {
  const recipient = recipientOf(to);
  if (!recipient) {
    const detail = "The address is no international phone number";
    return { kind: "refused", reaction: "switch_channel", code: "bad_address", detail };
  }
  const refusal = content.type === "rich" && richRefusal(content);
  if (refusal) return { kind: "refused", reaction: "ask_person", ...refusal };
  const body = {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...recipient,
    ...contentOf(content, locale),
    biz_opaque_callback_data: id,
  };
  return { kind: "request", body };
}

/** Without the plus Meta would put the business's own country code before the number. */
function recipientOf(address: string): { to: string } | { recipient: string } | null {
  if (isBusinessScopedId(address)) return { recipient: address };
  if (!/^\+?[\d\s().-]+$/.test(address)) return null;
  const digits = address.replace(/\D/g, "");
  return /^[1-9]\d{6,14}$/.test(digits) ? { to: `+${digits}` } : null;
}

function contentOf(content: OutboundContent, locale: string): Record<string, unknown> {
  switch (content.type) {
    case "text":
      return { type: "text", text: { preview_url: false, body: content.text } };
    case "rich":
      return richContent(content, locale);
    case "template":
      return templateContent(content);
  }
}

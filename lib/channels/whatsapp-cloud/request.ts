import type { OutboundMessage } from "@/lib/channels/driver";
import type { OutboundContent } from "@/lib/core/facts";
import { isBusinessScopedId } from "./identity";

/**
 * Body of `POST /{phone number id}/messages`, or null when the address is no WhatsApp address. Our message id rides
 * along as `biz_opaque_callback_data` and comes back in every status, which is how a lost answer is reconciled.
 */
export function requestBody(message: OutboundMessage): Record<string, unknown> | null {
  const recipient = recipientOf(message.to);
  if (!recipient) return null;
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...recipient,
    ...contentOf(message.content),
    biz_opaque_callback_data: message.id,
  };
}

/** Without the plus Meta would put the business's own country code before the number. */
function recipientOf(address: string): { to: string } | { recipient: string } | null {
  if (isBusinessScopedId(address)) return { recipient: address };
  if (!/^\+?[\d\s().-]+$/.test(address)) return null;
  const digits = address.replace(/\D/g, "");
  return /^[1-9]\d{6,14}$/.test(digits) ? { to: `+${digits}` } : null;
}

function contentOf(content: OutboundContent) {
  if (content.type !== "template") {
    return { type: "text", text: { preview_url: false, body: content.text } };
  }
  const parameters = content.parameters.map((text, index) => ({
    type: "text",
    ...(content.parameterNames && { parameter_name: content.parameterNames[index] }),
    text: parameterText(text),
  }));
  return {
    type: "template",
    template: {
      name: content.name,
      language: { policy: "deterministic", code: content.language },
      ...(parameters.length > 0 && { components: [{ type: "body", parameters }] }),
    },
  };
}

/** Meta refuses parameters with line breaks, tabs or more than four spaces in a row (132018). */
const parameterText = (text: string): string =>
  text.replace(/\s*[\r\n\t]+\s*/g, " ").replace(/ {5,}/g, "    ");

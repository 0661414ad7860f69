import type { OutboundMessage, SendOutcome } from "@/lib/channels/driver";
import type { OutboundContent } from "@/lib/core/facts";
import { isBusinessScopedId } from "./identity";
import { richContent, richRefusal } from "./rich";

export type MessageRequest = { kind: "request"; body: Record<string, unknown> } | Refused;
type Refused = Extract<SendOutcome, { kind: "refused" }>;

/**
 * Body of `POST /{phone number id}/messages`, or why there is none. Our message id rides along as
 * `biz_opaque_callback_data` and comes back in every status, which is how a lost answer is reconciled.
 */
export function requestOf({ id, to, content }: OutboundMessage): MessageRequest {
  const recipient = recipientOf(to);
  if (!recipient) {
    const detail = "The address is no international phone number";
    return { kind: "refused", reaction: "switch_channel", code: "bad_address", detail };
  }
  const refusal = content.type === "rich" && richRefusal(content);
  if (refusal) return { kind: "refused", reaction: "fail", ...refusal };
  const body = {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...recipient,
    ...contentOf(content),
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

function contentOf(content: OutboundContent): Record<string, unknown> {
  switch (content.type) {
    case "text":
      return { type: "text", text: { preview_url: false, body: content.text } };
    case "rich":
      return richContent(content);
    case "template":
      return templateContent(content);
  }
}

function templateContent(content: Extract<OutboundContent, { type: "template" }>): Record<string, unknown> {
  const { name, language, parameterNames } = content;
  const parameters = content.parameters.map((text, index) => ({
    type: "text",
    ...(parameterNames && { parameter_name: parameterNames[index] }),
    text: parameterText(text),
  }));
  return {
    type: "template",
    template: {
      name,
      language: { policy: "deterministic", code: language },
      ...(parameters.length > 0 && { components: [{ type: "body", parameters }] }),
    },
  };
}

/** Meta refuses parameters with line breaks, tabs or more than four spaces in a row (132018). */
const parameterText = (text: string): string =>
  text.replace(/\s*[\r\n\t]+\s*/g, " ").replace(/ {5,}/g, "    ");

import type { ProviderEvent } from "@/lib/channels/driver";
import type { WebhookMessage } from "./webhook-shapes";

type ContentType = Extract<ProviderEvent, { kind: "message" }>["contentType"];

/** Types that WhatsApp makes by itself: nobody wrote anything. */
const NOT_WRITTEN = ["system", "request_welcome"];

/** What a person reads of an inbound message; null for notices that no person wrote. */
export function contentOf(message: WebhookMessage): { contentType: ContentType; text: string } | null {
  if (NOT_WRITTEN.includes(message.type)) return null;
  switch (message.type) {
    case "text":
      return { contentType: "text", text: message.text?.body ?? "" };
    case "button":
      return { contentType: "button", text: message.button?.text ?? message.button?.payload ?? "" };
    case "interactive":
      return interactive(message);
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker": {
      const media = message[message.type];
      return { contentType: "media", text: media?.caption ?? media?.filename ?? "" };
    }
    case "location":
      return { contentType: "location", text: place(message) };
    case "reaction":
      return { contentType: "reaction", text: message.reaction?.emoji ?? "" };
    default:
      return { contentType: "other", text: cards(message) || order(message) };
  }
}

function interactive({ interactive }: WebhookMessage): { contentType: ContentType; text: string } {
  const title = interactive?.button_reply?.title ?? interactive?.list_reply?.title;
  if (title !== undefined) return { contentType: "button", text: title };
  return { contentType: "other", text: interactive?.nfm_reply?.body ?? interactive?.nfm_reply?.name ?? "" };
}

function place({ location }: WebhookMessage): string {
  const named = [location?.name, location?.address].filter(Boolean).join(", ");
  return named || [location?.latitude, location?.longitude].filter(Boolean).join(", ");
}

/** Names and numbers on shared contact cards. */
const cards = ({ contacts }: WebhookMessage): string =>
  (contacts ?? [])
    .map(({ name, phones }) =>
      [name?.formatted_name, ...(phones ?? []).map(({ phone }) => phone)].filter(Boolean).join(" "),
    )
    .filter(Boolean)
    .join(", ");

/** What was written beside an order, and how much of what was ordered. */
function order({ order }: WebhookMessage): string {
  const items = (order?.product_items ?? []).map(
    ({ quantity, product_retailer_id: id }) => `${quantity ?? 1} × ${id ?? "?"}`,
  );
  return [order?.text, items.join(", ")].filter(Boolean).join("\n");
}

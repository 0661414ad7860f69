import type { ProviderEvent } from "@/lib/channels/driver";
import { type About, ignored, instantOf } from "./about";
import type { WhatsappConfig } from "./config";
import { accountEvent } from "./parse-account";
import { messageEvent } from "./parse-message";
import { identityEvents, preferenceEvent, statusEvent } from "./parse-person";
import { templateEvent } from "./parse-template";
import { recipientScope } from "./scope";
import { deliverySchema, valueSchema } from "./webhook-shapes";

type Receiver = Pick<WhatsappConfig, "phoneNumberId" | "businessAccountId">;

/**
 * Every event of one webhook delivery. Throws on a body that is not a webhook of Meta; single items that cannot be read
 * become `ignored` events, so that one of them does not lose its neighbours, and so do fields that are not known.
 */
export function parseDelivery(rawBody: string, receiver: Receiver, receivedAt: Date): ProviderEvent[] {
  const delivery = deliverySchema.parse(JSON.parse(rawBody));
  if (delivery.object !== "whatsapp_business_account") return [ignored(`object ${delivery.object}`)];
  return delivery.entry.flatMap(({ id, time, changes }) => {
    // Without the account's id in the settings, what is said of an account is said of this number alone.
    const businessAccountId = receiver.businessAccountId && (id ?? receiver.businessAccountId);
    const scope = recipientScope({ ...receiver, businessAccountId });
    const about = { scope, at: instantOf(time, receivedAt) };
    return changes.flatMap(({ field, value }) => changeEvents(field, value, receiver, about));
  });
}

/** Fields whose items are about one number and its contacts. */
const OF_A_NUMBER = ["messages", "user_preferences", "user_id_update"];

function changeEvents(field: string, raw: unknown, receiver: Receiver, about: About): ProviderEvent[] {
  if (!OF_A_NUMBER.includes(field)) {
    return [templateEvent(field, raw, about) ?? accountEvent(field, raw, about) ?? ignored(field)];
  }
  const parsed = valueSchema.safeParse(raw);
  if (!parsed.success) return [ignored(`unreadable ${field}`)];
  const value = parsed.data;
  const events = [
    ...(value.messages ?? []).map((item) => messageEvent(item, value, about)),
    ...(value.statuses ?? []).map((item) => statusEvent(item, about)),
    ...(value.user_preferences ?? []).map((item) => preferenceEvent(item, about)),
    ...identityEvents(value.user_id_update ?? [], about),
    ...(value.errors ?? []).map(() => ignored("error")),
  ];
  const sender = value.metadata?.phone_number_id;
  // One app has one address for all its numbers; this delivery may be about another inbox.
  if (!sender || sender === receiver.phoneNumberId) return events;
  return events.map((event) => (event.kind === "ignored" ? event : { kind: "elsewhere", sender, event }));
}

import type { ProviderEvent } from "@/lib/channels/driver";
import { type About, ignored, instantOf } from "./about";
import { detailOf, failureOf } from "./answer";
import { identitiesOf } from "./identity";
import { preferenceSchema, statusSchema, userIdUpdateSchema } from "./webhook-shapes";

const STATUSES: Record<string, "sent" | "delivered" | "read" | "failed"> = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  // A voice message that was listened to.
  played: "read",
  failed: "failed",
};

/** One item of `statuses`. */
export function statusEvent(item: unknown, about: About): ProviderEvent {
  const parsed = statusSchema.safeParse(item);
  if (!parsed.success) return ignored("unreadable status");
  const { id, status: reported, timestamp, biz_opaque_callback_data: ours, errors } = parsed.data;
  const status = STATUSES[reported];
  if (!status) return ignored(`status ${reported}`);
  const error = errors[0];
  return {
    kind: "status",
    messageId: ours && isUuid(ours) ? ours : null,
    providerId: id,
    status,
    at: instantOf(timestamp, about.at),
    code: error ? String(error.code) : null,
    detail: error ? detailOf(error) : null,
    ...(status === "failed" ? failureOf(error) : { reaction: null }),
  };
}

/** Other software may send from the same number with callback data of its own. */
const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** One item of `user_preferences`. */
export function preferenceEvent(item: unknown, about: About): ProviderEvent {
  const parsed = preferenceSchema.safeParse(item);
  if (!parsed.success) return ignored("unreadable preference");
  const { wa_id, user_id, category, value, detail, timestamp } = parsed.data;
  if (category !== "marketing_messages") return ignored(`preference ${category ?? ""}`.trim());
  const from = identitiesOf([wa_id], user_id);
  if (from.length === 0) return ignored("preference without a sender");
  return {
    kind: "preference",
    providerId: [wa_id ?? user_id, category, value, timestamp ?? ""].join(":"),
    from,
    value: value === "stop" ? "stop" : "resume",
    at: instantOf(timestamp, about.at),
    detail: detail ?? null,
  };
}

/** `user_id_update`: Meta has given a person, or the person's business, another id. */
export const identityEvents = (items: unknown[], about: About): ProviderEvent[] =>
  items.map((item) => {
    const parsed = userIdUpdateSchema.safeParse(item);
    if (!parsed.success) return ignored("unreadable user_id_update");
    const { wa_id, user_id, timestamp } = parsed.data;
    const from = identitiesOf([wa_id], user_id.previous);
    const to = identitiesOf([], user_id.current);
    if (from.length === 0 || to.length === 0) return ignored("user_id_update without an id");
    return { kind: "identity", from, to, at: instantOf(timestamp, about.at) };
  });

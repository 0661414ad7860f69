import type { ProviderEvent } from "@/lib/channels/driver";
import { classifyInbound } from "@/lib/core/inbound/classify";
import type { InboundMedia } from "@/lib/core/model-inboxes";
import { failureOf } from "./errors";

/** Where the stored form keeps our message id, which came with the callback's address. */
export const KEPT_MESSAGE = "_message";

const STATUSES: Record<string, "sent" | "delivered" | "read" | "failed"> = {
  sent: "sent",
  delivered: "delivered",
  partially_delivered: "delivered",
  read: "read",
  failed: "failed",
  undelivered: "failed",
  canceled: "failed",
};

/** A form of Twilio: a status callback or an inbound message. Twilio gives no time, so it is when the form came. */
export function parseForm(body: string, receivedAt: Date): ProviderEvent[] {
  const form = new URLSearchParams(body);
  const sid = form.get("MessageSid") ?? form.get("SmsSid");
  if (!sid) return [{ kind: "ignored", what: "no message" }];
  const status = form.get("MessageStatus") ?? form.get("SmsStatus") ?? "";
  if (form.has("MessageStatus") || (status !== "received" && !form.has("Body"))) {
    return [statusEvent(form, sid, status, receivedAt)];
  }
  return inboundEvents(form, sid, receivedAt);
}

function statusEvent(form: URLSearchParams, sid: string, reported: string, at: Date): ProviderEvent {
  const status = STATUSES[reported];
  if (!status) return { kind: "ignored", what: `status ${reported}` };
  const code = /^\d{4,6}$/.exec(form.get("ErrorCode") ?? "")?.[0] ?? null;
  const isFailed = status === "failed";
  return {
    kind: "status",
    messageId: form.get(KEPT_MESSAGE),
    providerId: sid,
    status,
    at,
    code: isFailed ? (code ?? reported) : null,
    detail: isFailed ? (form.get("ErrorMessage") ?? `Twilio reported the message as ${reported}`) : null,
    ...(isFailed ? failureOf(code ? Number(code) : null) : { reaction: null }),
  };
}

/**
 * The message, and what Twilio made of it where our own words do not say the same: STOP and START change at Twilio who
 * may be sent to, so they count here too, and only once. Whoever writes HELP has written: Twilio answers, and it is a
 * reply like any other.
 */
function inboundEvents(form: URLSearchParams, sid: string, at: Date): ProviderEvent[] {
  const sender = form.get("From") ?? "";
  if (!/^\+[1-9]\d{6,14}$/.test(sender))
    return [{ kind: "ignored", what: "a sender without a phone number" }];
  const from = [{ kind: "phone" as const, value: sender }];
  const text = form.get("Body") ?? "";
  const media = mediaOf(form);
  const message: ProviderEvent = {
    kind: "message",
    providerId: sid,
    from,
    fromName: form.get("ProfileName"),
    at,
    text,
    ...(media && { media }),
    contentType: media ? "media" : "text",
    inReplyTo: form.get("OriginalRepliedMessageSid"),
    isAutomatic: false,
  };
  const wish = WISHES[form.get("OptOutType") ?? ""];
  if (!wish) return [message];
  const { meaning } = classifyInbound({ text, isAutomatic: false, at });
  if (meaning === wish.meaning) return [message];
  const preference = { kind: "preference" as const, providerId: `${sid}:${wish.value}`, from, at };
  return [message, { ...preference, value: wish.value, detail: text || null }];
}

const WISHES: Record<string, { meaning: "opt_out" | "opt_in"; value: "stop" | "resume" } | undefined> = {
  STOP: { meaning: "opt_out", value: "stop" },
  START: { meaning: "opt_in", value: "resume" },
};

/** The first one; an MMS may have up to ten. */
function mediaOf(form: URLSearchParams): InboundMedia | null {
  const url = form.get("MediaUrl0");
  if (!url) return null;
  const mimeType = form.get("MediaContentType0") ?? "";
  const kind = (["image", "video", "audio"] as const).find((one) => mimeType.startsWith(`${one}/`));
  return { kind: kind ?? "document", url, ...(mimeType && { mimeType }) };
}

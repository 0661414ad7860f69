import type * as z from "zod";
import type { inboxHealthSchema, inboxLimitsSchema } from "./inbox-schemas";

/** The words of inboxes: who carries the messages, how an inbox stands, and how much it may send. */

export const PROVIDERS = ["sandbox", "whatsapp_cloud", "evolution", "smtp", "twilio", "http"] as const;
export type Provider = (typeof PROVIDERS)[number];

export const INBOX_STATUSES = ["active", "paused"] as const;
export type InboxStatus = (typeof INBOX_STATUSES)[number];

/** How a provider judges the sender: WhatsApp's quality rating of a number. */
export const QUALITIES = ["green", "yellow", "red", "unknown"] as const;
export type Quality = (typeof QUALITIES)[number];
export type InboxHealth = z.infer<typeof inboxHealthSchema>;

/** What a person is told of until it is over. */
export const ALERT_KINDS = [
  "inbox_paused",
  "inbox_quality",
  "inbox_disconnected",
  "inbox_notice",
  "step_blocked",
  "template_changed",
  "outcomes_unknown",
  "sends_refused",
  "runs_stuck",
  "deliveries_failed",
  "inbox_silent",
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** What a person says of a send whose outcome nobody knows. */
export const SETTLEMENTS = ["arrived", "sent_again", "left"] as const;
export type Settlement = (typeof SETTLEMENTS)[number];
export type InboxLimits = z.infer<typeof inboxLimitsSchema>;
export const NO_INBOX_LIMITS: InboxLimits = {
  perSecond: null,
  perMinute: null,
  perHour: null,
  perDay: null,
  gapSeconds: null,
  recipientsPerDay: null,
  warmUp: null,
};

export const PACE_SPANS = ["minute", "hour", "day"] as const;
export type PaceSpan = (typeof PACE_SPANS)[number];

/** `id` as the provider names it, or `url` where it can be fetched without one. */
export type InboundMedia = {
  kind: "image" | "video" | "audio" | "document" | "sticker";
  id?: string;
  url?: string;
  mimeType?: string;
  fileName?: string;
};

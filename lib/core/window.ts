import type { InboxFacts } from "./facts";

/**
 * Meta's customer service window is 24 hours from the contact's last message; the margin keeps a send that is
 * under way from crossing its end. https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages
 */
export const WINDOW_MS = (23 * 60 + 50) * 60_000;

/** When free text stops being allowed in this inbox, or null when it is not allowed at all. */
export function windowClosesAt(inbox: Pick<InboxFacts, "lastInboundAt" | "windowClosedAt">): Date | null {
  const { lastInboundAt, windowClosedAt } = inbox;
  if (!lastInboundAt || (windowClosedAt && windowClosedAt >= lastInboundAt)) return null;
  return new Date(lastInboundAt.getTime() + WINDOW_MS);
}

/** Whether free text may be sent in this inbox now; always where the inbox has no window. */
export function isWindowOpen(
  inbox: Pick<InboxFacts, "hasWindow" | "lastInboundAt" | "windowClosedAt">,
  now: Date,
): boolean {
  if (!inbox.hasWindow) return true;
  const closesAt = windowClosesAt(inbox);
  return closesAt !== null && now < closesAt;
}

export const WINDOW_STATES = ["none", "open", "closed"] as const;
export type WindowState = (typeof WINDOW_STATES)[number];

/** `none` where the inbox has no window. */
export function windowStateOf(
  inbox: Pick<InboxFacts, "hasWindow" | "lastInboundAt" | "windowClosedAt">,
  now: Date,
): WindowState {
  if (!inbox.hasWindow) return "none";
  return isWindowOpen(inbox, now) ? "open" : "closed";
}

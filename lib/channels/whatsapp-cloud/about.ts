import type { ProviderEvent } from "@/lib/channels/driver";

/** What is the same for all items of one entry of a delivery. */
export type About = {
  /** The business account, as `DriverPace.recipientScope` names it. */
  scope: string;
  at: Date;
};

export const ignored = (what: string): Extract<ProviderEvent, { kind: "ignored" }> => ({
  kind: "ignored",
  what,
});

/** Unix seconds as text. What cannot be read counts as the fallback: a reply must not be lost for its date. */
export function instantOf(timestamp: string | undefined, fallback: Date): Date {
  const seconds = timestamp && /^\d{9,11}$/.test(timestamp) ? Number(timestamp) : null;
  return seconds === null ? fallback : new Date(seconds * 1000);
}

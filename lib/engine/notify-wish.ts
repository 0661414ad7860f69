import {
  DEFAULT_NOTIFICATION_PREFERENCES,
  type NotificationKind,
  type NotificationPreferences,
} from "@/lib/core/model-maestro";
import { mailWishFor } from "@/lib/core/notification-wishes";
import { DAY_MS, startOfDay, timeOfDayMs, toInstantMs, toLocalMs } from "@/lib/core/zone";

export const preferencesOrDefault = (told: NotificationPreferences | null): NotificationPreferences =>
  told ?? DEFAULT_NOTIFICATION_PREFERENCES;

type Asking = { kind: NotificationKind; timeZone: string; now: Date };

/** When something that happens now is mailed to a person of these wishes; null: never. */
export function mailAtFor(
  preferences: NotificationPreferences,
  { kind, timeZone, now }: Asking,
): Date | null {
  const wish = mailWishFor(preferences, kind);
  if (wish === "off") return null;
  return wish === "now" ? now : nextDigestAt(preferences.digestAt, { timeZone, now });
}

/** The next instant after `now` at which clocks in the zone show the digest's hour; `digestAt` is `08:00`. */
export function nextDigestAt(digestAt: string, { timeZone, now }: { timeZone: string; now: Date }): Date {
  const today = startOfDay(toLocalMs(now.getTime(), timeZone)) + timeOfDayMs(digestAt);
  const first = toInstantMs(today, timeZone);
  return new Date(first > now.getTime() ? first : toInstantMs(today + DAY_MS, timeZone));
}

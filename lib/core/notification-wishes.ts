import type { MailWish, NotificationKind, NotificationPreferences } from "./model-maestro";

/** What a person never said of a kind: it is shown in the app, and mailed once a day. */
export const isShownFor = ({ inApp }: NotificationPreferences, kind: NotificationKind): boolean =>
  inApp[kind] ?? true;
export const mailWishFor = ({ byMail }: NotificationPreferences, kind: NotificationKind): MailWish =>
  byMail[kind] ?? "digest";

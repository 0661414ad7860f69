import type { Role } from "@/lib/core/model";
import { may } from "@/lib/permissions";

/** The pages of the settings, in order; each has a folder of its own under `app`. */
export const SETTINGS_PAGES = [
  "general",
  "quiet-hours",
  "limits",
  "holidays",
  "attributes",
  "inboxes",
  "maestro",
  "runs",
  "notifications",
] as const;

/** Whoever may not see the account's settings still has their own. */
export const settingsPagesFor = (role: Role) =>
  may(role, "settings.view") ? SETTINGS_PAGES : SETTINGS_PAGES.filter((page) => page === "notifications");

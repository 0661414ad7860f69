/** The pages of the settings, in order; each has a folder of its own under `app`. */
export const SETTINGS_PAGES = [
  "general",
  "quiet-hours",
  "limits",
  "holidays",
  "attributes",
  "inboxes",
  "runs",
] as const;

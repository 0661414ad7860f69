/** The colours that carry meaning: green done or replied, amber waiting, red failed, blue scheduled, violet AI. */
export const TONES = ["green", "amber", "red", "blue", "violet", "grey"] as const;
export type Tone = (typeof TONES)[number];

export const dotClasses: Record<Tone, string> = {
  green: "bg-green",
  amber: "bg-amber",
  red: "bg-red",
  blue: "bg-blue",
  violet: "bg-violet",
  grey: "bg-grey",
};

export const softClasses: Record<Tone, string> = {
  green: "bg-green-soft text-green",
  amber: "bg-amber-soft text-amber",
  red: "bg-red-soft text-red",
  blue: "bg-blue-soft text-blue",
  violet: "bg-violet-soft text-violet",
  grey: "bg-muted text-muted-foreground",
};

const TONE_OF: Record<string, Tone> = {
  active: "green",
  published: "green",
  completed: "green",
  replied: "green",
  resolved: "green",
  goal_reached: "green",
  sent: "green",
  delivered: "green",
  read: "green",
  open: "green",
  paused: "amber",
  snoozed: "amber",
  waiting: "amber",
  claimed: "amber",
  unknown: "red",
  failed: "red",
  undeliverable: "red",
  opted_out: "red",
  blocked: "red",
  scheduled: "blue",
  pending: "blue",
};

/** The tone of a status or end reason of `lib/core/model`; what says neither good nor bad is grey. */
export const toneOf = (status: string): Tone => TONE_OF[status] ?? "grey";

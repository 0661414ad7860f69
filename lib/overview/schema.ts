import type { Channel } from "@/lib/core/model";
import type { InboxStatus, Provider } from "@/lib/core/model-inboxes";
import type { Trouble } from "@/lib/troubles/schema";

/** At most `MOST_COUNTED` of the troubles; `isMore`: there are more. */
export type Bounded = { count: number; isMore: boolean };

/** What waits for a person in the ordinary course of things. */
export type Needs = {
  /** Drafts that somebody has to approve, and those of them that name me or nobody. */
  drafts: Bounded;
  myDrafts: Bounded;
  /** People whom Maestro would enroll, if somebody agrees. */
  suggestions: Bounded;
  /** Runs that stand still until somebody has looked at a reply. */
  replied: Bounded;
};

/** Of the account's days; both ends belong to it. */
export type DaySpan = { from: string; to: string };

/** Sends of a day by what became of them until now, as reports count them. */
export type TodayFact = "sent" | "replied" | "converted";

/** Today's so far, those of the same weekday before up to the same full hour, and all of that day. */
type TodayFigure = { now: number; beforeByNow: number; before: number };

export type Today = {
  day: string;
  weekBefore: string;
  /** Up to which hour that day is counted for the comparison. */
  untilHour: number;
  figures: Record<TodayFact, TodayFigure>;
  live: { active: number; paused: number };
};

export type DayVolume = { day: string; sent: number; replied: number; failed: number };

export type SequenceFigures = {
  id: string;
  /** Null where it is no more. */
  name: string | null;
  sent: number;
  replied: number;
  converted: number;
  failed: number;
  unknown: number;
};

export type Ahead = {
  days: { day: string; sent: { inboxId: string; count: number }[] }[];
  /** That send something, or hold something back. */
  inboxes: { id: string; name: string; left: number }[];
  /** What no inbox can deliver. */
  nowhere: number;
};

export type InboxHealthShown = {
  id: string;
  name: string;
  channel: Channel;
  provider: Provider;
  status: InboxStatus;
  because: string | null;
  quality: string | null;
  connection: string | null;
  sentToday: number;
  dayLimit: { limit: number; isWarmUp: boolean } | null;
  waiting: Bounded;
  /** When its provider last called us; ISO. */
  heardAt: string | null;
};

export type Overview = {
  timeZone: string;
  needs: Needs;
  /** Failed sends of the last seven days. */
  failed: DaySpan & { count: number };
  troubles: Trouble[];
  today: Today;
  volume: DayVolume[];
  ahead: Ahead;
  sequences: { span: DaySpan; best: SequenceFigures[]; worst: SequenceFigures[] };
  inboxes: InboxHealthShown[];
};

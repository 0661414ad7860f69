import * as z from "zod";
import type { Difference, Proportion } from "@/lib/core/intervals";
import type { Rates, SendCounts, SendMode } from "@/lib/core/metrics";
import { CHANNELS, type Channel } from "@/lib/core/model";

export const PERIOD_DAYS = [7, 30, 90, 365] as const;
const PRESETS = ["7", "30", "90", "365"] as const;

/** A day as `2026-03-29`, within what a calendar on a screen can ask for. */
const day = z.iso
  .date()
  .refine((date) => date >= "2000-01-01" && date <= "2199-12-31", { error: "invalid_value" });

/**
 * What a report is about; every part is in its address. The period is `from` to `to`, both included, else the last
 * `days` up to today (30). A report reaches over 1,096 days at most, the last ones of a longer period; days the wrong
 * way round are turned.
 */
export const reportFilterSchema = z.object({
  days: z.enum(PRESETS).optional(),
  from: day.optional(),
  to: day.optional(),
  sequence: z.uuid().optional(),
  version: z.uuid().optional(),
  channel: z.enum(CHANNELS).optional(),
  assignee: z.uuid().optional(),
  segment: z.uuid().optional(),
});
export type ReportFilter = z.infer<typeof reportFilterSchema>;

export const DIVISIONS = ["sequence", "step", "channel", "variant", "mode", "assignee", "entry"] as const;
export type Division = (typeof DIVISIONS)[number];

/** Everything that there is as a table, on the screen and as CSV. */
export const REPORT_TABLES = ["day", ...DIVISIONS, "hour", "holdout", "comparison"] as const;
export type ReportTable = (typeof REPORT_TABLES)[number];
export const reportTableSchema = reportFilterSchema.extend({ by: z.enum(REPORT_TABLES) });

/** Days in the account's zone, both included. */
export type Period = { from: string; to: string; days: number };

/** How long something took, in seconds; null where it never happened. Exact, over every single case. */
export type Spread = { count: number; median: number | null; p90: number | null };

/** In minor units of the currency, of the conversions after the sends that are counted. */
export type Revenue = { currency: string; amount: number };

export type Figures = {
  counts: SendCounts;
  rates: Rates;
  revenue: Revenue[];
  /** Whether enough was sent to judge by the rates. */
  isEnough: boolean;
};

export type DayCounts = { day: string } & SendCounts;

export type PeriodReport = {
  period: Period;
  totals: Figures;
  /** One for each day, also for those without a send. */
  series: DayCounts[];
};

/** `before` is as many days before. */
export type Report = PeriodReport & {
  zone: string;
  before: PeriodReport;
  /** When it was looked who is in the filter's segment; null without one, and where that was asked now. */
  membersAt: string | null;
};

export type DivisionRow = Figures & {
  /** Unique among the rows. */
  key: string;
  /** What the list behind the row's numbers is filtered by, besides the report's own filter; "none" asks for what has none. */
  filter: Partial<Record<Division, string>>;
  label: DivisionLabel;
};

/** From the send to the first reply, and from the enrollment to the goal. */
export type RowTimes = { toReply: Spread; toGoal: Spread };
export type TimedRow = DivisionRow & RowTimes;

/** By the keys of the rows; what has none of either is not there. They take longer than the counts. */
export type DivisionTimes = Record<string, RowTimes>;

/** What a row is called; null where it has no name any more, or never had one. */
export type DivisionLabel =
  | { by: "sequence"; name: string | null }
  | ({ by: "step" } & StepLabel)
  | ({ by: "variant" } & VariantLabel)
  | { by: "channel"; channel: Channel | null }
  | { by: "mode"; mode: SendMode }
  | { by: "assignee"; isAssigned: boolean; name: string | null }
  | { by: "entry"; entry: string };

export type StepLabel = {
  sequenceId: string;
  sequence: string | null;
  /** From 1, in the newest version that has the step; null where none has it. */
  number: number | null;
};

type VariantLabel = StepLabel & {
  /** "A" is the step's own text. */
  letter: string | null;
};

/** The most numerous first; `isCut` where there are more rows than are shown. */
export type DivisionReport = { zone: string; period: Period; rows: DivisionRow[]; isCut: boolean };

/** One hour of the week in the account's zone; 1 is Monday, 7 Sunday. */
export type HeatCell = { weekday: number; hour: number; counts: SendCounts; rates: Rates; isEnough: boolean };

/** All 168 of them, Monday's midnight first. */
export type Heat = { zone: string; period: Period; cells: HeatCell[] };

type PeriodTimes = { period: Period; toReply: Spread; toGoal: Spread };
export type Times = PeriodTimes & { zone: string; before: PeriodTimes };

/** Of one sequence: runs that began in the period and converted until now, with and without messages. */
export type LiftRow = {
  sequenceId: string;
  sequence: string | null;
  treated: Proportion | null;
  holdout: Proportion | null;
  /** How much greater the treated runs' share is, by Newcombe; null while one of the groups is empty. */
  lift: Difference | null;
  /** Whether both groups are large enough to be compared. */
  isEnough: boolean;
};

/** Only sequences of which runs were held out: the others have nothing to be compared with. */
export type Lift = { zone: string; period: Period; rows: LiftRow[] };

export type ComparedVariant = {
  variantId: string;
  letter: string | null;
  counts: SendCounts;
  reply: Compared;
  conversion: Compared;
};

export type Compared = {
  /** By Wilson; null while nothing was sent. */
  share: Proportion | null;
  /** Against the step's first variant, by Newcombe; null for that one itself. */
  against: Difference | null;
  /** Whether this one and the first are large enough to be compared. */
  isEnough: boolean;
};

export type ComparedStep = StepLabel & { stepId: string; variants: ComparedVariant[] };
export type Comparison = { zone: string; period: Period; steps: ComparedStep[] };

type Choice = { id: string; name: string };
/** What the filter can be set to, by name; and the zone in which its days are counted. */
export type ReportChoices = {
  zone: string;
  sequences: Choice[];
  versions: { id: string; number: number }[];
  assignees: Choice[];
  segments: Choice[];
};

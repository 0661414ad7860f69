import { stringify } from "csv-stringify/sync";
import type { AccountId } from "@/lib/accounts/account-id";
import { harmless } from "@/lib/contacts/harmless";
import type { Difference, Proportion } from "@/lib/core/intervals";
import { METRICS, type Metric, NO_SENDS, ratesOf, type SendCounts } from "@/lib/core/metrics";
import { majorUnits } from "@/lib/core/money";
import { variantsOf } from "./comparison";
import { heatOf, reportOf, wholeDivisionOf } from "./data";
import { liftOf } from "./lift";
import type {
  ComparedStep,
  DivisionLabel,
  DivisionRow,
  Figures,
  LiftRow,
  ReportFilter,
  ReportTable,
  Spread,
  TimedRow,
} from "./schema";

/** One line of a table, by its columns. Shares are between 0 and 1, times in seconds; empty where there is none. */
type Line = Record<string, string | number | null>;

/**
 * A table of the report as CSV (UTF-8 with a byte-order mark, which spreadsheets ask for). The same numbers as on the
 * screen, in the columns' English names. Throws as `withReport`.
 */
export async function exportReport(
  accountId: AccountId,
  { by, ...filter }: ReportFilter & { by: ReportTable },
  now: Date,
): Promise<string> {
  const lines = await linesOf(accountId, filter, by, now);
  const columns = Object.keys(lines[0] ?? EMPTY[by]());
  const rows = lines.map((line) => columns.map((column) => cellOf(line[column])));
  return `\uFEFF${stringify([columns, ...rows])}`;
}

const cellOf = (value: Line[string] | undefined) => (typeof value === "number" ? value : harmless(value));

async function linesOf(
  accountId: AccountId,
  filter: ReportFilter,
  by: ReportTable,
  now: Date,
): Promise<Line[]> {
  switch (by) {
    case "day": {
      const { series } = await reportOf(accountId, filter, now);
      return series.map(({ day, ...counts }) => ({ day, ...counted(counts) }));
    }
    case "hour": {
      const { cells } = await heatOf(accountId, filter, now);
      return cells.map(({ weekday, hour, counts, rates }) => ({
        ...{ weekday, hour, ...counted(counts), ...rated(rates) },
      }));
    }
    case "holdout": {
      const { rows } = await liftOf(accountId, filter, now);
      return rows.map(liftLine);
    }
    case "comparison":
      return (await variantsOf(accountId, filter, now)).steps.flatMap(comparedLines);
    default:
      return (await wholeDivisionOf(accountId, filter, by, now)).map(divisionLine);
  }
}

const liftLine = (row: LiftRow): Line => ({
  ...{ sequence_id: row.sequenceId, sequence: row.sequence },
  ...shared("treated", row.treated),
  ...shared("holdout", row.holdout),
  ...differing("lift", row.lift),
  enough_data: yesOrNo(row.isEnough),
});

const divisionLine = (row: TimedRow): Line => ({
  ...named(row),
  ...counted(row.counts),
  ...rated(row.rates),
  revenue: row.revenue
    .map(({ amount, currency }) => `${majorUnits(amount, currency)} ${currency}`)
    .join(", "),
  ...timed("reply", row.toReply),
  ...timed("goal", row.toGoal),
  enough_data: yesOrNo(row.isEnough),
});

function named({ key, label, filter }: DivisionRow): Line {
  switch (label.by) {
    case "sequence":
      return { sequence_id: key, sequence: label.name };
    case "step":
    case "variant": {
      const step = { sequence: label.sequence, step: label.number, step_id: filter.step ?? null };
      return label.by === "step"
        ? step
        : { ...step, variant: label.letter, variant_id: filter.variant ?? null };
    }
    case "assignee":
      return { assignee_id: label.isAssigned ? key : null, assignee: label.name };
    case "channel":
      return { channel: label.channel };
    case "mode":
      return { mode: label.mode };
    case "entry":
      return { entry: label.entry };
  }
}

const comparedLines = ({ variants, ...step }: ComparedStep): Line[] =>
  variants.map(({ letter, variantId, counts, reply, conversion }) => ({
    ...{
      sequence: step.sequence,
      step: step.number,
      step_id: step.stepId,
      variant: letter,
      variant_id: variantId,
    },
    sent: counts.sent,
    ...shared("reply", reply.share),
    ...differing("reply_against_a", reply.against),
    ...shared("conversion", conversion.share),
    ...differing("conversion_against_a", conversion.against),
    enough_data: yesOrNo(reply.isEnough),
  }));

const shared = (name: string, share: Proportion | null): Line => ({
  [`${name}_count`]: share?.count ?? null,
  [`${name}_of`]: share?.of ?? null,
  [`${name}_rate`]: share?.rate ?? null,
  [`${name}_low`]: share?.low ?? null,
  [`${name}_high`]: share?.high ?? null,
});

const differing = (name: string, found: Difference | null): Line => ({
  [name]: found?.estimate ?? null,
  [`${name}_low`]: found?.low ?? null,
  [`${name}_high`]: found?.high ?? null,
});

const counted = ({ optedOut, ...counts }: SendCounts): Line => ({ ...counts, opted_out: optedOut });

const RATES = Object.keys(METRICS) as Metric[];
const rated = (rates: Figures["rates"]): Line =>
  Object.fromEntries(RATES.map((name) => [`${name === "optOut" ? "opt_out" : name}_rate`, rates[name]]));

const timed = (name: string, { median, p90 }: Spread): Line => ({
  [`${name}_seconds_median`]: median,
  [`${name}_seconds_p90`]: p90,
});

const yesOrNo = (is: boolean) => (is ? "yes" : "no");

/** A file without a line has its header all the same. */
const EMPTY: Record<ReportTable, () => Line> = {
  day: () => ({ day: null, ...counted(NO_SENDS) }),
  hour: () => ({ weekday: null, hour: null, ...counted(NO_SENDS), ...rated(ratesOf(NO_SENDS)) }),
  sequence: () => emptyLine({ by: "sequence", name: null }),
  step: () => emptyLine({ by: "step", sequenceId: "", sequence: null, number: null }),
  variant: () => emptyLine({ by: "variant", sequenceId: "", sequence: null, number: null, letter: null }),
  channel: () => emptyLine({ by: "channel", channel: null }),
  mode: () => emptyLine({ by: "mode", mode: "static" }),
  assignee: () => emptyLine({ by: "assignee", isAssigned: false, name: null }),
  entry: () => emptyLine({ by: "entry", entry: "" }),
  holdout: () => {
    const none = { treated: null, holdout: null, lift: null };
    return liftLine({ sequenceId: "", sequence: null, ...none, isEnough: false });
  },
  comparison: () => {
    const none = { share: null, against: null, isEnough: false };
    const variant = { variantId: "", letter: null, counts: NO_SENDS, reply: none, conversion: none };
    return (
      comparedLines({ stepId: "", sequenceId: "", sequence: null, number: null, variants: [variant] })[0] ??
      {}
    );
  },
};

function emptyLine(label: DivisionLabel): Line {
  const [counts, never] = [NO_SENDS, { count: 0, median: null, p90: null }];
  const figures = { counts, rates: ratesOf(counts), revenue: [], isEnough: false };
  return divisionLine({ key: "", filter: {}, label, ...figures, toReply: never, toGoal: never });
}

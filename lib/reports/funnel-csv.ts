import { stringify } from "csv-stringify/sync";
import { harmless } from "@/lib/contacts/harmless";
import type { Funnel, FunnelCounts, FunnelExit } from "./funnel-schema";

const COUNTS = [
  ...["reached", "attempted", "sent", "delivered", "read", "replied", "positive", "optedOut"],
  ...["converted", "failed", "unknown", "skipped"],
] as (keyof FunnelCounts)[];

type Line = {
  part: string;
  step?: number | null;
  name?: string | null;
  variant?: string | null;
  channel?: string | null;
  counts?: FunnelCounts;
  converted?: number;
  began?: number;
  active?: number;
  paused?: number;
  exits?: FunnelExit[];
};

/** A funnel as CSV, as spreadsheets take it: the whole, then each step with its variants, then what is past the last one. */
export function funnelCsv(funnel: Funnel): string {
  const reasons = funnel.exits.map(({ reason }) => reason);
  const lines: Line[] = [
    { part: "all", ...funnel },
    { part: "held_out", began: funnel.holdouts.began, converted: funnel.holdouts.converted },
    ...funnel.steps.flatMap((step): Line[] => [
      {
        part: "step",
        ...named(step),
        counts: step,
        active: step.active,
        paused: step.paused,
        exits: step.exits,
      },
      ...step.variants.map((one) => ({ part: "variant", ...named(step), variant: one.letter, counts: one })),
    ]),
    { part: "after_last_step", ...funnel.after },
  ];
  const cells = lines.map(({ part, step, name, variant, channel, counts, converted, began, ...line }) => [
    ...[part, step, name, variant, channel, began],
    ...COUNTS.map((count) => (counts ? counts[count] : count === "converted" ? converted : undefined)),
    ...[line.active, line.paused, line.exits && sumOf(line.exits)],
    ...reasons.map((reason) => line.exits && (line.exits.find((exit) => exit.reason === reason)?.runs ?? 0)),
  ]);
  const head = [
    ...["part", "step", "name", "variant", "channel", "began", ...COUNTS, "active", "paused", "ended"],
    ...reasons.map((reason) => `ended_${reason}`),
  ];
  return `\uFEFF${stringify([head, ...cells].map((row) => row.map(harmless)))}`;
}

const named = ({ number, name, text, channel }: Funnel["steps"][number]) => ({
  ...{ step: number, name: name ?? text, channel },
});
const sumOf = (exits: FunnelExit[]): number => exits.reduce((sum, { runs }) => sum + runs, 0);

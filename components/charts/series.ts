import type { Tone } from "@/components/ui/tones";

export type ChartTone = Tone | "primary";

export type ChartColumn = {
  key: string;
  /** Short, under the axis. */
  label: string;
  /** Whole, at the head of the table's row and beside the pointer. */
  name: string;
};

export type ChartSeries = {
  key: string;
  name: string;
  tone: ChartTone;
  /** What stands behind, for comparison: dashed and grey. */
  isGhost?: boolean;
  /** One for each column; null where there is nothing to say. */
  values: readonly (number | null)[];
};

/** Only these, written out whole: the style sheet holds what it finds in the sources. */
export const fills: Record<ChartTone, string> = {
  primary: "bg-primary",
  green: "bg-green",
  amber: "bg-amber",
  red: "bg-red",
  blue: "bg-blue",
  violet: "bg-violet",
  grey: "bg-grey",
};

export const strokes: Record<ChartTone, string> = {
  primary: "stroke-primary",
  green: "stroke-green",
  amber: "stroke-amber",
  red: "stroke-red",
  blue: "stroke-blue",
  violet: "stroke-violet",
  grey: "stroke-grey",
};

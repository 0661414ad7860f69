import { readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg, totalmem } from "node:os";
import type { Sql } from "postgres";
import type { Figures } from "./bench";
import { resultsFile } from "./paths";

const APART = /^(limits|reports)/;

/** First marks on two cores, to be raised. */
const TARGETS: Record<string, { at: "least" | "most"; value: number }> = {
  executorWakeupsPerSecond: { at: "least", value: 600 },
  stepsPerSecond: { at: "least", value: 250 },
  latenessP99Ms: { at: "most", value: 1_000 },
  replyToStopP99Ms: { at: "most", value: 150 },
  bytesPerSleeper: { at: "most", value: 2_500 },
  bulkEnrollPerSecond: { at: "least", value: 20_000 },
  importAndEnrollSeconds: { at: "most", value: 60 },
  limitsLargeBusiestSecond: { at: "most", value: 80 },
  limitsMediumBusiestSecond: { at: "most", value: 20 },
  limitsDuplicates: { at: "most", value: 0 },
  limitsMissing: { at: "most", value: 0 },
  limitsSmallLateMaxMs: { at: "most", value: 2_000 },
  reportsGenerateSeconds: { at: "most", value: 900 },
  reportsBrowserP95Ms: { at: "most", value: 100 },
  reportsFunnelP95Ms: { at: "most", value: 150 },
  reportsReportP95Ms: { at: "most", value: 150 },
  reportsOverviewP95Ms: { at: "most", value: 200 },
  reportsTimelineP95Ms: { at: "most", value: 50 },
  reportsPageBrowserP95Ms: { at: "most", value: 250 },
  reportsToGroupBy: { at: "least", value: 100 },
  reportsWriteTaxPercent: { at: "most", value: 10 },
};

/** Where and with what the figures were taken. */
export async function describeMachine(sql: Sql): Promise<Figures> {
  const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
  return {
    date: new Date().toISOString(),
    machine: `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GB`,
    node: process.version,
    postgres: row?.version ?? "",
    loadBefore: loadavg()
      .map((load) => load.toFixed(2))
      .join(" "),
  };
}

/** The same work as a share of single-row commits, so that runs on different machines can be compared. */
export function ratiosToFloor(figures: Figures): Figures {
  const floor = Number(figures.floorCommitsPerSecond);
  const names = ["executorWakeupsPerSecond", "stepsPerSecond", "bulkEnrollPerSecond"];
  return Object.fromEntries(
    names
      .filter((name) => name in figures && floor > 0)
      .map((name) => [`${name}ToFloor`, Math.round((Number(figures[name]) / floor) * 1000) / 1000]),
  );
}

export function printFigures(figures: Figures): void {
  const width = Math.max(...Object.keys(figures).map((name) => name.length));
  for (const [name, value] of Object.entries(figures)) {
    console.log(`${name.padEnd(width)}  ${value}${verdictOn(name, value)}`);
  }
}

/** Keeps the figures of parts that are measured apart. */
export async function writeFigures(figures: Figures): Promise<void> {
  const apart = Object.entries(await readFigures()).filter(([name]) => APART.test(name));
  await write({ ...figures, ...Object.fromEntries(apart) });
}

/** Adds a part that was measured apart, with the date of it, to the figures of the last whole run. */
export async function addFigures(figures: Figures, part: string): Promise<void> {
  const own = Object.entries(figures).filter(([name]) => name.startsWith(part));
  await write({ ...(await readFigures()), [`${part}Date`]: figures.date ?? "", ...Object.fromEntries(own) });
}

async function readFigures(): Promise<Figures> {
  const text = await readFile(resultsFile, "utf8").catch(() => "{}");
  return JSON.parse(text) as Figures;
}

async function write(figures: Figures): Promise<void> {
  await writeFile(resultsFile, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(`\nWritten to ${resultsFile}`);
}

function verdictOn(name: string, value: number | string): string {
  const target = TARGETS[name];
  if (!target) return "";
  const isMet = target.at === "least" ? Number(value) >= target.value : Number(value) <= target.value;
  return `  (${isMet ? "meets" : "MISSES"} the mark: at ${target.at} ${target.value})`;
}

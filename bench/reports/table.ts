import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../paths";
import { GROUPS, type Group, MARKS } from "./cases";

/** One question as it is kept in `bench/reports.json`. */
export type Row = {
  group: Group;
  name: string;
  runs: number;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
  plan: string;
};

const BEGIN = "<!-- reports: written by npm run bench:reports -->";
const END = "<!-- reports: end -->";
const documentFile = join(root, "docs", "report-questions.md");

/** Puts the tables of all questions into docs/report-questions.md. */
export async function renderRows(rows: readonly Row[], about: string): Promise<void> {
  await writeFile(documentFile, withTables(await readFile(documentFile, "utf8"), rows, about));
}

/** Between their marks, or at the end where there are none yet. */
export function withTables(text: string, rows: readonly Row[], about: string): string {
  const section = `${BEGIN}\n${about}\n\n${GROUPS.map((group) => tableOf(group, rows)).join("\n")}${END}`;
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  return from < 0 || to < 0
    ? `${text.trimEnd()}\n\n${section}\n`
    : text.slice(0, from) + section + text.slice(to + END.length);
}

function tableOf(group: Group, rows: readonly Row[]): string {
  const of = rows.filter((row) => row.group === group);
  if (of.length === 0) return "";
  const worst = Math.max(...of.map(({ p95Ms }) => p95Ms));
  const lines = of.map(
    ({ name, p50Ms, p95Ms, maxMs, plan }) =>
      `| ${name} | ${p50Ms} | ${p95Ms}${p95Ms > MARKS[group] ? " **missed**" : ""} | ${maxMs} | ${plan.replaceAll("|", "/")} |`,
  );
  return `### ${group}: p95 at most ${worst} ms of ${MARKS[group]}\n\n| | p50 ms | p95 ms | worst | read by (rows, in the slowest run) |\n|---|---|---|---|---|\n${lines.join("\n")}\n`;
}

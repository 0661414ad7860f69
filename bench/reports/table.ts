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
const documentFile = join(root, "docs", "performance.md");

/** Puts the table of all questions between its marks in docs/performance.md, at its end where there are none yet. */
export async function renderRows(rows: readonly Row[], about: string): Promise<void> {
  const text = await readFile(documentFile, "utf8");
  const section = `${BEGIN}\n${about}\n\n${GROUPS.map((group) => tableOf(group, rows)).join("\n")}${END}`;
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  const rendered =
    from < 0 || to < 0
      ? `${text.trimEnd()}\n\n## Reports on a million enrollments\n\n${section}\n`
      : text.slice(0, from) + section + text.slice(to + END.length);
  await writeFile(documentFile, rendered);
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

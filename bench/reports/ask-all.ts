import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "postgres";
import type { Figures } from "../bench";
import { root } from "../paths";
import { browserCases } from "./browser-cases";
import { type Case, GROUPS, type Known } from "./cases";
import { measure } from "./measure";
import { mixedCases } from "./mixed-cases";
import { otherCases } from "./other-cases";
import { inOneLine, plansOf, wholeIndexes } from "./plans";
import { reportCases } from "./report-cases";
import { segmentCases } from "./segment-cases";
import type { Row } from "./table";
import type { Statement } from "./watched";

type Asking = {
  /** The owner's. */
  sql: Sql;
  known: Known;
  isWanted: (one: Case) => boolean;
  runs: number;
  statements: () => Statement[];
  say: (line: string) => void;
};

/** Every question in its turn, each with the plan of its slowest run; the full plans go into `.data/bench-plans`. */
export async function askAll({ sql, known, isWanted, runs, statements, say }: Asking): Promise<Row[]> {
  const whole = await wholeIndexes(sql);
  const folder = join(root, ".data", "bench-plans");
  await mkdir(folder, { recursive: true });
  const cases = [
    ...browserCases(known),
    ...mixedCases(known),
    ...reportCases(known),
    ...segmentCases(known),
    ...otherCases(known),
  ].filter(isWanted);
  const rows: Row[] = [];
  const failed: string[] = [];
  for (const one of cases) {
    const answer = await measure(one, { runs, statements }).catch((error: Error) => error);
    if (answer instanceof Error) {
      failed.push(`${one.group} ${one.name}: ${answer.message}`);
      continue;
    }
    const { statements: said, ...measured } = answer;
    const plans = await plansOf(known.accountId, said, whole);
    statements();
    const file = `${one.group} ${one.name}.json`.replaceAll(/[^\w.-]+/g, "-");
    await writeFile(join(folder, file), JSON.stringify(plans, null, 1));
    rows.push({ ...measured, plan: inOneLine(plans) });
    say(
      `${measured.group} ${measured.name}: p50 ${measured.p50Ms}, p95 ${measured.p95Ms}, worst ${measured.maxMs} ms; ${inOneLine(plans)}`,
    );
  }
  if (failed.length > 0) throw new Error(`These could not be asked:\n${failed.join("\n")}`);
  return rows;
}

/** The slowest p95 of each kind of question, and whose it is. */
export function worstOf(rows: readonly Row[]): Figures {
  const figures: Figures = {};
  for (const group of GROUPS) {
    const [worst] = rows.filter((row) => row.group === group).sort((a, b) => b.p95Ms - a.p95Ms);
    if (!worst) continue;
    const name = `reports${group[0]?.toUpperCase()}${group.slice(1)}`;
    figures[`${name}P95Ms`] = worst.p95Ms;
    figures[`${name}Slowest`] = worst.name;
  }
  return figures;
}

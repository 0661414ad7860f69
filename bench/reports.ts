import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { closeDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { env } from "@/lib/env";
import type { Figures } from "./bench";
import { generate } from "./generate/generate";
import { root } from "./paths";
import { addFigures, describeMachine, printFigures } from "./report";
import { askAll, worstOf } from "./reports/ask-all";
import { GROUPS } from "./reports/cases";
import { compareWithGroupBy } from "./reports/compared";
import { measureIndexTax } from "./reports/index-tax";
import { keepSegmentsOf } from "./reports/kept";
import { readKnown } from "./reports/known";
import { measurePages } from "./reports/pages";
import { renderRows } from "./reports/table";
import { measureUpkeep } from "./reports/upkeep";
import { watchDatabase } from "./reports/watched";
import { measureWriteTax } from "./reports/write-tax";

/** What `npm run bench:reports` starts in the database that it has made or was given. */
const { values } = parseArgs({
  options: {
    /** A small account and few runs; writes no file. */
    quick: { type: "boolean", default: false },
    /** Comma-separated: kinds of questions, or `questions` for all of them, and `compare`, `upkeep`, `tax`, `pages`. */
    only: { type: "string" },
    /** Questions with this in their name. */
    name: { type: "string", default: "" },
    enrollments: { type: "string" },
    runs: { type: "string" },
    account: { type: "string", default: "big" },
    /** Looks on without the built web server. */
    "no-pages": { type: "boolean", default: false },
  },
});
const say = (line: string) => console.log(line);
const only = values.only?.split(",");
const isPart = (part: string) => !only || only.includes(part);
const asksAll = isPart("questions") && !values.name && !values.quick;
const runs = Number(values.runs ?? (values.quick ? 10 : 50));

await migrate({ databaseUrl: env.databaseUrl, appSecret: env.appSecret });
const { statements } = watchDatabase();
const sql = postgres(env.databaseUrl, { max: 4, onnotice: () => {} });
const figures: Figures = { ...(await describeMachine(sql)), reportsDate: new Date().toISOString() };
const [existing] = await sql`select from accounts where slug = ${values.account}`;
if (!existing) {
  const enrollments = Number(values.enrollments ?? (values.quick ? 5_000 : 1_000_000));
  say(`Generating ${enrollments} enrollments ...`);
  const from = performance.now();
  await generate({ sql, enrollments, seed: 1, end: new Date(), say });
  figures.reportsGenerateSeconds = Math.round((performance.now() - from) / 1000);
}
const known = await readKnown(sql, values.account);
if (isPart("questions") || isPart("upkeep") || values.name.includes("segment"))
  Object.assign(figures, await keepSegmentsOf(known));
const rows = await askAll({
  ...{ sql, known, runs, statements, say },
  isWanted: ({ group, name }) => (isPart("questions") || isPart(group)) && name.includes(values.name),
});
Object.assign(figures, worstOf(rows));
if (isPart("compare")) Object.assign(figures, await compareWithGroupBy(sql, known));
if (isPart("upkeep")) Object.assign(figures, await measureUpkeep(sql, known));
if (isPart("tax"))
  Object.assign(figures, await measureWriteTax(sql, known), await measureIndexTax(sql, known));
if (isPart("pages") && !values["no-pages"] && !values.quick)
  Object.assign(figures, await measurePages(env.databaseUrl, known, runs));
say("");
printFigures(figures);
// A part of a run, or a small one, must not pass for the whole.
if (asksAll && !only) await addFigures(figures, "reports");
if (asksAll) {
  await writeFile(join(root, "bench", "reports.json"), `${JSON.stringify(rows, null, 2)}\n`);
  await renderRows(rows, aboutRun(figures));
}
await Promise.all([closeDatabase(), sql.end()]);
process.exit();

function aboutRun({ date, machine, postgres: version, loadBefore }: Figures): string {
  const kinds = GROUPS.length;
  return `${String(date).slice(0, 10)}; ${machine}, PostgreSQL ${version}, load average ${loadBefore} before the run. ${rows.length} questions of ${kinds} kinds, ${runs} runs each after three to warm up, with other values in each run, through the product's own functions and role.`;
}

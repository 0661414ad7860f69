import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { closeDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { closeExecutorSql } from "@/inngest/executor-sql";
import { env } from "@/lib/env";
import { makeBenchAccount } from "./account";
import type { Bench, Figures } from "./bench";
import { measureBulkEnroll } from "./bulk-enroll";
import { measureExecutor } from "./executor-load";
import { measureFloor } from "./floor";
import { measureIdle } from "./idle";
import { measureImport } from "./import";
import { measureLimits } from "./limits";
import { measureLoad } from "./load";
import { secondsOf } from "./numbers";
import { root } from "./paths";
import { addFigures, describeMachine, printFigures, ratiosToFloor, writeFigures } from "./report";
import { seedSleepers } from "./seed";
import { settlePostgres } from "./settle";
import { measureSizes } from "./sizes";
import { makeRealSleeper } from "./sleeper";
import { measureSteps } from "./steps";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    /** Comma-separated: floor, idle, steps, load, bulk, import, executor, and limits, which runs when it is named. */
    only: { type: "string" },
    sleepers: { type: "string" },
    /** Of the imported file. */
    rows: { type: "string" },
    /** That go through limits. */
    steps: { type: "string" },
    profile: { type: "boolean", default: false },
  },
});
const isQuick = values.quick;
const wanted = values.only?.split(",");
/** Twenty minutes, and bound by the limits: sleepers beside it make no difference. */
const LONG = "limits";
const isLongAlone = values.only === LONG;
const sleepers = Number(values.sleepers ?? (isLongAlone ? 1_000 : isQuick ? 20_000 : 1_000_000));
const profileFolder = values.profile ? join(root, ".data", "bench-profiles") : null;
if (profileFolder) mkdirSync(profileFolder, { recursive: true });

await migrate({ databaseUrl: env.databaseUrl, appSecret: env.appSecret });
const sql = postgres(env.databaseUrl, { max: 8, onnotice: () => {} });
const figures: Figures = { ...(await describeMachine(sql)), sleepers };

console.log(`Seeding ${sleepers} sleeping enrollments (some minutes for a million) ...`);
const account = await makeBenchAccount(new Date());
const real = await makeRealSleeper(sql, account);
let seeded: Awaited<ReturnType<typeof seedSleepers>> | undefined;
const seedSeconds = await secondsOf(async () => {
  // The last thirtieth of the wait stays ahead, so that nobody falls due during the run.
  seeded = await seedSleepers(sql, { real, count: sleepers, spreadMs: account.waitMs * 0.96 });
});
const { tables, contacts } = seeded ?? { tables: [], contacts: [] };
console.log(`${sleepers} sleeping enrollments seeded in ${Math.round(seedSeconds)} s.`);
Object.assign(figures, await measureSizes(sql, tables, sleepers));
await settlePostgres(sql);

let untouched = 0;
const bench: Bench = {
  ...account,
  sql,
  databaseUrl: env.databaseUrl,
  sleepers,
  isQuick,
  profileFolder,
  take(count) {
    const from = untouched;
    untouched += count;
    if (untouched > sleepers) throw new Error("There are too few sleepers for this.");
    return { from, count };
  },
};

const parts: Record<string, () => Promise<Figures>> = {
  floor: () => measureFloor(bench.databaseUrl),
  idle: () => measureIdle(bench),
  steps: () => measureSteps(bench),
  load: () => measureLoad(bench),
  bulk: () => measureBulkEnroll(bench, contacts),
  import: () => measureImport(bench, values.rows ? Number(values.rows) : undefined),
  [LONG]: () => measureLimits(bench, values.steps ? Number(values.steps) : undefined),
  executor: async () => ({
    ...(await measureExecutor(process.env.BENCH_SERVER_URL ?? "", {
      sleepers,
      wakes: isQuick ? 3_000 : 20_000,
    })),
  }),
};
for (const [name, measure] of Object.entries(parts)) {
  if (wanted ? !wanted.includes(name) : name === LONG) continue;
  console.log(`Measuring: ${name} ...`);
  const found = await measure();
  printFigures(found);
  Object.assign(figures, found);
}
Object.assign(figures, ratiosToFloor(figures));
console.log("");
printFigures(figures);
// A part of a run, or a small one, must not pass for the whole.
if (!wanted && !isQuick) await writeFigures(figures);
if (isLongAlone && !isQuick && !values.steps) await addFigures(figures, LONG);
await Promise.all([closeDatabase(), closeExecutorSql(), sql.end()]);
process.exit();

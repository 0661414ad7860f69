import { parseArgs } from "node:util";
import { crashWorkers } from "@/inngest/embedded/fixtures/crash";

/** `node --import tsx bench/executor-crash.ts --kills 200`: exits with 1 when any guarantee was broken. */
const { values } = parseArgs({ options: { kills: { type: "string", default: "200" } } });
const { violations, ...report } = await crashWorkers(Number(values.kills), (done) => {
  if (done % 20 === 0) console.log(`${done} workers killed`);
});
console.table(report);
for (const violation of violations) console.log(`BROKEN: ${violation}`);
process.exitCode = violations.length > 0 ? 1 : 0;

import { parseArgs } from "node:util";
import { crashWorkers } from "@/inngest/embedded/fixtures/crash";
import { testServer } from "../scripts/test/server.mjs";

/** `npm run bench:crash`: exits with 1 when any guarantee was broken. */
const { values } = parseArgs({ options: { kills: { type: "string", default: "200" } } });
const server = await testServer();
process.env.TEST_DATABASE_URL = server.url;
try {
  const { violations, ...report } = await crashWorkers(Number(values.kills), (done) => {
    if (done % 20 === 0) console.log(`${done} workers killed`);
  });
  console.table(report);
  for (const violation of violations) console.log(`BROKEN: ${violation}`);
  process.exitCode = violations.length > 0 ? 1 : 0;
} finally {
  await server.leave();
}

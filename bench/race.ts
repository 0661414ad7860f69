import { parseArgs } from "node:util";
import postgres from "postgres";
import { closeDatabase } from "@/db/client";
import { createTestDatabase } from "@/db/test-database";
import { TEST_SECRET } from "@/db/test-template";
import { closeDrivers } from "@/lib/channels/registry";
import { race } from "@/lib/engine/fixtures/race";
import { testServer } from "../scripts/test/server.mjs";

/**
 * `node --conditions=react-server --import tsx bench/race.ts --rounds 10000 --seed 1`: exits with 1 when a message
 * followed a stop that was committed before its claim, or when any was sent twice or lost.
 */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "10000" }, seed: { type: "string", default: "1" } },
});
const rounds = Number(values.rounds);
const server = await testServer();
process.env.TEST_DATABASE_URL = server.url;
process.env.LOG_LEVEL = "silent";
const database = await createTestDatabase();
process.env.DATABASE_URL = database.ownerUrl;
process.env.APP_DATABASE_URL = database.appUrl;
process.env.APP_SECRET = TEST_SECRET;
const sql = postgres(database.ownerUrl, { max: 4, onnotice: () => {} });
try {
  const { errors, broken, ...report } = await race(sql, { rounds, seed: Number(values.seed) }, (done) => {
    if (done % 1_000 === 0) console.log(`${done} rounds`);
  });
  console.table(report);
  for (const line of broken) console.log(`BROKEN: ${line}`);
  for (const error of new Set(errors)) console.log(`repeated after: ${error}`);
  const { afterStop, duplicates, lost, wrongReason } = report;
  process.exitCode = afterStop + duplicates + lost + wrongReason > 0 ? 1 : 0;
} finally {
  await closeDatabase();
  closeDrivers();
  await sql.end();
  await database.drop();
  await server.leave();
}

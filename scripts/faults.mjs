// `npm run faults`: node scripts/faults.mjs [--worlds 1000] [--seed N]
import { parseArgs } from "node:util";
import { watchNpm } from "./start/ancestors.mjs";
import { testFiles } from "./test/files.mjs";
import { runVitest } from "./test/run.mjs";
import { testServer } from "./test/server.mjs";
import { inWords } from "./test/tally.mjs";

const { values } = parseArgs({
  options: { worlds: { type: "string", default: "1000" }, seed: { type: "string", default: "1" } },
});
const stopping = new AbortController();
const stop = () => stopping.abort();
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);
watchNpm(stop);

const server = await testServer();
try {
  const { NODE_ENV: _, ...inherited } = process.env;
  const env = /** @type {NodeJS.ProcessEnv} */ ({
    ...inherited,
    TEST_DATABASE_URL: server.url,
    FAULT_WORLDS: values.worlds,
    FAULT_SEED: values.seed,
  });
  const files = testFiles("integration", ["lib/engine/faults/"]);
  const tally = await runVitest("integration", files, { env, signal: stopping.signal });
  console.log(`\nWorlds of each provider: ${values.worlds}, seed ${values.seed}`);
  console.log(inWords(tally));
  process.exitCode = tally.failed > 0 || stopping.signal.aborted ? 1 : 0;
} finally {
  await server.leave();
}

// `npm test` and its parts: node scripts/test.mjs all|unit|integration|e2e [PATTERN ...]
import { watchNpm } from "./start/ancestors.mjs";
import { testFiles } from "./test/files.mjs";
import { runVitest } from "./test/run.mjs";
import { testServer } from "./test/server.mjs";
import { inWords, sum } from "./test/tally.mjs";

const [mode = "all", ...patterns] = process.argv.slice(2);
const kinds = /** @type {const} */ (["unit", "integration", "e2e"]).filter(
  (kind) => mode === "all" || mode === kind,
);
const plan = kinds
  .map((kind) => ({ kind, files: testFiles(kind, patterns) }))
  .filter(({ files }) => files.length > 0);

if (kinds.length === 0) end(`There is no kind of test called ${mode}: choose all, unit, integration or e2e.`);
if (plan.length === 0)
  end(
    `No ${mode === "all" ? "" : `${mode} `}test's file name matches ${patterns.join(" or ") || "anything"}.`,
  );

const stopping = new AbortController();
const stop = () => stopping.abort();
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);
watchNpm(stop);

const tallies = [];
const needsServer = plan.some(({ kind }) => kind !== "unit");
const server = needsServer ? await testServer() : null;
try {
  for (const { kind, files } of plan) tallies.push(await run(kind, files));
} finally {
  await server?.leave();
}
const total = sum(tallies);
// Named once more at the end: whoever reads only the last lines of a long output sees them.
if (total.failures?.length) console.log(`\nFailed:\n${total.failures.map((one) => `  ${one}`).join("\n")}`);
console.log(`\n${inWords(total)}`);
process.exitCode = total.failed > 0 || stopping.signal.aborted ? 1 : 0;

/**
 * @param {"unit" | "integration" | "e2e"} kind
 * @param {string[]} files
 * @returns {Promise<import("./test/tally.mjs").Tally>}
 */
async function run(kind, files) {
  // Neither a mode nor an engine that the caller's own shell has chosen.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(NODE_ENV$|INNGEST_)/.test(name));
  const env = /** @type {NodeJS.ProcessEnv} */ ({
    ...Object.fromEntries(inherited),
    TEST_DATABASE_URL: server?.url,
  });
  const { signal } = stopping;
  try {
    if (kind !== "e2e") return await runVitest(kind, files, { env, signal });
    // Loaded late: unit tests need no browser.
    const { runEndToEnd } = await import("./test/e2e.mjs");
    return await runEndToEnd(files, { serverUrl: server?.url ?? "", env, signal });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @param {string} sentence */
function end(sentence) {
  console.error(sentence);
  console.log("\n0 passed, 1 failed");
  process.exit(1);
}

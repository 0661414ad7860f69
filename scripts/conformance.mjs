// `npm run conformance`: what others have published of their interfaces, against what we make of it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { watchNpm } from "./start/ancestors.mjs";
import { root } from "./start/settings.mjs";
import { testFiles } from "./test/files.mjs";
import { freshReport, runVitest } from "./test/run.mjs";
import { testServer } from "./test/server.mjs";
import { inWords, sum } from "./test/tally.mjs";

/** @typedef {{ title: string, lines: string[][] }} Section */

const SHARED = join(root, "../shared/conformance");
const NAME = /\/conformance[\w-]*\.(db\.)?test\.ts$/.source;

const stopping = new AbortController();
const stop = () => stopping.abort();
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);
watchNpm(stop);

const file = freshReport("conformance.jsonl");
const server = await testServer();
const tallies = [];
try {
  const { NODE_ENV: _, ...inherited } = process.env;
  const env = /** @type {NodeJS.ProcessEnv} */ ({
    ...inherited,
    TEST_DATABASE_URL: server.url,
    CONFORMANCE_REPORT: file,
  });
  for (const kind of /** @type {const} */ (["unit", "integration"])) {
    tallies.push(await runVitest(kind, testFiles(kind, [NAME]), { env, signal: stopping.signal }));
  }
} finally {
  await server.leave();
}

for (const { title, lines } of sections()) console.log(`\n${title}\n${table(lines)}`);
if (!existsSync(SHARED))
  console.log(`\nThe published material is not at ${SHARED}: what needs it was skipped.`);
const total = sum(tallies);
console.log(`\n${inWords(total)}`);
process.exitCode = total.failed > 0 || stopping.signal.aborted ? 1 : 0;

/** Sections of one title are one. */
function sections() {
  /** @type {Map<string, string[][]>} */
  const byTitle = new Map();
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  for (const line of text.split("\n").filter(Boolean)) {
    const { title, lines } = /** @type {Section} */ (JSON.parse(line));
    byTitle.set(title, [...(byTitle.get(title) ?? []), ...lines]);
  }
  return [...byTitle].map(([title, lines]) => ({ title, lines }));
}

/** @param {string[][]} lines */
function table(lines) {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) => `  ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
}

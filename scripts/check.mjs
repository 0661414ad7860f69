// `npm run check`: all that can be said about the code without running the product.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { boundaryProblems, lockFileProblems } from "./check/sources.mjs";
import { root } from "./start/settings.mjs";
import { inWords } from "./test/tally.mjs";

/** @typedef {{ name: string, run: () => Promise<{ isGood: boolean, said: string }> }} Check */

/** @type {Check[]} */
const checks = [
  { name: "format and lint", run: () => node("node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off") },
  { name: "types", run: types },
  { name: "boundaries", run: async () => listed(boundaryProblems()) },
  { name: "dead code", run: () => node("node_modules/knip/bin/knip.js", "--no-progress") },
  { name: "lock file", run: async () => listed(lockFileProblems()) },
  { name: "unit tests", run: () => node("scripts/test.mjs", "unit") },
];

// `--quick`: without the unit tests, for whoever has just run them.
const asked = process.argv.includes("--quick") ? checks.slice(0, -1) : checks;
const waiting = [...asked];
let failed = 0;
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 2) }, work));
console.log(`\n${inWords({ passed: asked.length - failed, failed, skipped: 0 })}`);
process.exitCode = failed > 0 ? 1 : 0;

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const startedAt = Date.now();
    const { isGood, said } = await check.run();
    if (!isGood) failed += 1;
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(
      `${isGood ? "ok    " : "FAILED"} ${check.name} (${seconds} s)${isGood ? "" : `\n${said.trim()}\n`}`,
    );
  }
}

/** Next writes the types of the routes, which the compiler needs. */
async function types() {
  const generated = await node("node_modules/next/dist/bin/next", "typegen");
  return generated.isGood ? node("node_modules/typescript/bin/tsc", "--noEmit") : generated;
}

/** @param {string[]} problems */
function listed(problems) {
  return { isGood: problems.length === 0, said: problems.join("\n") };
}

/**
 * @param {string[]} args
 * @returns {Promise<{ isGood: boolean, said: string }>}
 */
function node(...args) {
  return new Promise((resolve) => {
    const { NODE_ENV: _, ...env } = process.env;
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: /** @type {NodeJS.ProcessEnv} */ ({ ...env, NEXT_TELEMETRY_DISABLED: "1" }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        said += chunk;
      });
    child.once("close", (code) => resolve({ isGood: code === 0, said }));
  });
}

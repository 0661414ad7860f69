import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dataHome, root } from "../start/settings.mjs";
import { playwrightTally, vitestTally } from "./tally.mjs";

const reports = join(dataHome, "reports");

/**
 * @param {"unit" | "integration"} project
 * @param {string[]} files relative paths
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal }} run
 */
export async function runVitest(project, files, { env, signal }) {
  const report = freshReport(`${project}.json`);
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const code = await node(["node_modules/vitest/vitest.mjs", ...args, ...files], env, signal);
  return vitestTally(report, code);
}

/**
 * @param {string[]} files relative paths
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal }} run
 */
export async function runPlaywright(files, { env, signal }) {
  const report = freshReport("e2e.json");
  // Playwright takes regular expressions over absolute paths.
  const exact = files.map((file) => `${join(root, file).replaceAll(/[^\w/]/g, "\\$&")}$`);
  const args = ["node_modules/@playwright/test/cli.js", "test", ...exact];
  const code = await node(args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }, signal);
  return playwrightTally(report, code);
}

/** @param {string} name */
export function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  rmSync(join(reports, name), { force: true });
  return join(reports, name);
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code, 1 after a signal
 */
function node(args, env, signal) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      signal,
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("exit", (code) => resolve(code ?? 1));
    child.once("error", () => resolve(1));
  });
}

import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { root } from "./settings.mjs";

export const watchdog = new URL("./end-with-parent.mjs", import.meta.url).href;

/**
 * Runs a Node program to its end, writing to a fresh log file; throws with the log's end when it fails.
 * @param {{ args: string[], env: NodeJS.ProcessEnv, logFile: string, signal: AbortSignal, failure: string }} program
 */
export async function runToEnd({ args, env, logFile, signal, failure }) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, "w", 0o600);
  const child = spawn(process.execPath, ["--import", watchdog, ...args], {
    cwd: root,
    env,
    signal,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const code = await new Promise((resolve, reject) => {
    child.once("exit", resolve);
    child.once("error", reject);
  });
  if (code !== 0) throw new Error(`${failure}; ${logFile} ends with:\n${tail(logFile)}`);
}

/** @param {string} file */
export function tail(file) {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-15).join("\n");
}

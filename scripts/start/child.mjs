import { spawn } from "node:child_process";
import { closeSync, openSync, renameSync, statSync } from "node:fs";
import { tail, watchdog } from "./run.mjs";
import { root } from "./settings.mjs";

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 30_000;
const SETTLED_AFTER_MS = 60_000;
const STOP_WITHIN_MS = 20_000;
const MAX_LOG_BYTES = 10_000_000;

/**
 * Runs a Node program until it is stopped; when it ends by itself it is started again, later each time.
 * @param {{ name: string, args: string[], env: () => NodeJS.ProcessEnv, logFile: string }} program
 */
export function keepRunning({ name, args, env, logFile }) {
  let isStopping = false;
  let backoffMs = FIRST_BACKOFF_MS;
  /** @type {NodeJS.Timeout | undefined} */
  let restart;
  let child = run();

  function run() {
    keepSmall(logFile);
    const log = openSync(logFile, "a", 0o600);
    const started = spawn(process.execPath, ["--import", watchdog, ...args], {
      cwd: root,
      env: env(),
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    const startedAt = Date.now();
    started.once("exit", (code, signal) => {
      if (isStopping) return;
      if (Date.now() - startedAt > SETTLED_AFTER_MS) backoffMs = FIRST_BACKOFF_MS;
      console.error(
        `The ${name} ended (${signal ?? `code ${code}`}) and starts again in ${backoffMs / 1000} s.\n${tail(logFile)}`,
      );
      restart = setTimeout(() => {
        child = run();
      }, backoffMs);
      backoffMs = Math.min(backoffMs * 2, LONGEST_BACKOFF_MS);
    });
    return started;
  }

  return {
    isRunning: () => child.exitCode === null && child.signalCode === null,
    /** Ends it so that it starts again, with the environment of now. */
    renew: () => child.kill("SIGTERM"),
    /** Asks it to end and waits; `isUrgent` does not wait. */
    async stop(isUrgent = false) {
      isStopping = true;
      clearTimeout(restart);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill(isUrgent ? "SIGKILL" : "SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
      await ended;
      clearTimeout(force);
    },
  };
}

/** @param {string} file */
function keepSmall(file) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) renameSync(file, `${file}.old`);
}

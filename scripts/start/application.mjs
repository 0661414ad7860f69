import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildWhenChanged } from "./build.mjs";
import { keepRunning } from "./child.mjs";
import { runToEnd, tail } from "./run.mjs";

const WEB_READY_WITHIN_MS = 90_000;

/** TypeScript as Node runs it; the condition is what `server-only` looks for. */
export const typescript = ["--conditions=react-server", "--import", "tsx"];

/**
 * Migrates, seeds the demo account when there is none, builds the web application when its sources changed, and
 * starts web and worker. Throws one sentence with the end of the log when a part cannot start.
 * @param {{ env: NodeJS.ProcessEnv, host: string, port: number, logFolder: string, signal: AbortSignal }} settings
 *   `env` holds at least DATABASE_URL, APP_SECRET and APP_URL; it is read again whenever a part starts
 */
export async function startApplication({ env, host, port, logFolder, signal }) {
  mkdirSync(logFolder, { recursive: true });
  const production = () =>
    /** @type {NodeJS.ProcessEnv} */ ({ ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  await runToEnd({
    args: [...typescript, "scripts/migrate.ts", "--demo"],
    env: production(),
    logFile: join(logFolder, "migrate.log"),
    signal,
    failure: "The database could not be brought up to date",
  });
  await buildWhenChanged(signal);
  signal.throwIfAborted();

  const web = keepRunning({
    name: "web server",
    args: ["node_modules/next/dist/bin/next", "start", "--hostname", host, "--port", `${port}`],
    env: production,
    logFile: join(logFolder, "web.log"),
  });
  const worker = keepRunning({
    name: "worker",
    args: [...typescript, "scripts/worker.ts"],
    env: production,
    logFile: join(logFolder, "worker.log"),
  });
  const parts = [web, worker];
  const application = {
    renew: () => parts.forEach((part) => void part.renew()),
    stop: (isUrgent = false) => Promise.all(parts.map((part) => part.stop(isUrgent))),
  };
  try {
    await answering(host, port, join(logFolder, "web.log"), signal);
  } catch (error) {
    await application.stop();
    throw error;
  }
  return application;
}

/**
 * @param {string} host
 * @param {number} port
 * @param {string} logFile
 * @param {AbortSignal} signal
 */
async function answering(host, port, logFile, signal) {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const address = `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}/`;
  const giveUpAt = Date.now() + WEB_READY_WITHIN_MS;
  for (;;) {
    signal.throwIfAborted();
    const answer = await fetch(address, { redirect: "manual" }).catch(() => null);
    if (answer) return;
    if (Date.now() > giveUpAt)
      throw new Error(
        `The web server does not answer at ${address}; ${logFile} ends with:\n${tail(logFile)}`,
      );
    await sleep(100);
  }
}

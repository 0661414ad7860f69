import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../postgres/credentials.mjs";
import { withLock } from "../postgres/lock.mjs";
import { buildWhenChanged } from "./build.mjs";
import { keepRunning } from "./child.mjs";
import { runToEnd, tail } from "./run.mjs";
import { dataHome } from "./settings.mjs";

const WEB_READY_WITHIN_MS = 90_000;

/** TypeScript as Node runs it; the condition is what `server-only` looks for. */
export const typescript = ["--conditions=react-server", "--import", "tsx"];

/**
 * Migrates, seeds the demo account when there is none, builds the web application when its sources changed, and
 * starts web and worker. Throws one sentence with the end of the log when a part cannot start.
 * @param {{ env: NodeJS.ProcessEnv, host: string, port: number, logFolder: string, signal: AbortSignal }} settings
 *   `env` holds at least DATABASE_URL and APP_SECRET, gets APP_URL, and is read again whenever a part starts; the
 *   port is the next free one
 */
export async function startApplication({ env, host, port: preferred, logFolder, signal }) {
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

  /** @type {ReturnType<typeof keepRunning>[]} */
  const parts = [];
  const stop = (isUrgent = false) => Promise.all(parts.map((part) => part.stop(isUrgent)));
  try {
    // Two starts at the same time must not both find the same port free.
    const url = await withLock(join(dataHome, "port.lock"), async () => {
      const port = await freePort(preferred, host);
      env.APP_URL ||= `http://${shown(host)}:${port}`;
      signal.throwIfAborted();
      parts.push(
        keepRunning({
          name: "web server",
          args: ["node_modules/next/dist/bin/next", "start", "--hostname", host, "--port", `${port}`],
          env: production,
          logFile: join(logFolder, "web.log"),
        }),
      );
      await answering(`http://${reachable(host)}:${port}/`, join(logFolder, "web.log"), signal);
      return env.APP_URL;
    });
    const worker = [...typescript, "scripts/worker.ts"];
    parts.push(
      keepRunning({ name: "worker", args: worker, env: production, logFile: join(logFolder, "worker.log") }),
    );
    return { url, stop, renew: () => parts.forEach((part) => void part.renew()) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} address
 * @param {string} logFile
 * @param {AbortSignal} signal
 */
async function answering(address, logFile, signal) {
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

/**
 * What a person types to reach a server that listens on the host.
 * @param {string} host
 */
function shown(host) {
  return ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host) ? "localhost" : host;
}

/** @param {string} host */
function reachable(host) {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

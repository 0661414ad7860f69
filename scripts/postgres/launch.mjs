import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { serverEnvironment } from "./initialize.mjs";
import { disarmPidFile, runningServer } from "./pid-file.mjs";
import { processMark } from "./process-mark.mjs";

const READY_WITHIN_MS = 120_000;
const BACKENDS_GONE_WITHIN_MS = 15_000;
const MAX_LOG_BYTES = 10_000_000;

/**
 * Starts the server and waits until it takes connections. It runs in a session of its own and writes to a file, so
 * that neither Ctrl-C nor the death of this process reaches it.
 * @param {{ cluster: string, logFile: string, port: number, settings: Record<string, string | number>,
 *   account: import("./account.mjs").Account, program: (name: string) => string }} server
 */
export async function launch(server) {
  const giveUpAt = Date.now() + BACKENDS_GONE_WITHIN_MS;
  keepLogSmall(server.logFile);
  for (;;) {
    const written = statSync(server.logFile, { throwIfNoEntry: false })?.size ?? 0;
    disarmPidFile(server.cluster);
    const isReady = process.platform === "win32" ? await startOnWindows(server) : await startOnPosix(server);
    if (isReady) return;
    const said = readFileSync(server.logFile, "utf8").slice(written);
    // Backends of a killed server need a moment to notice that they are orphans.
    if (!said.includes("still in use") || Date.now() > giveUpAt) {
      throw new Error(
        `Postgres did not start; ${server.logFile} ends with:\n${said.split("\n").slice(-12).join("\n")}`,
      );
    }
    await sleep(200);
  }
}

/**
 * Ends connections and stops (a "fast shutdown"); when that takes too long, at once, which costs a recovery later.
 * @param {string} cluster
 * @param {(name: string) => string} program
 */
export async function stop(cluster, program) {
  for (const [signal, mode, patienceMs] of /** @type {const} */ ([
    ["SIGINT", "fast", 30_000],
    ["SIGQUIT", "immediate", 10_000],
  ])) {
    const server = runningServer(cluster);
    if (!server) return;
    const mark = processMark(server.pid);
    if (process.platform === "win32") spawnSync(program("pg_ctl"), ["stop", "-D", cluster, "-m", mode, "-W"]);
    else process.kill(server.pid, signal);
    const giveUpAt = Date.now() + patienceMs;
    while (processMark(server.pid) === mark && Date.now() < giveUpAt) await sleep(20);
  }
}

/**
 * Waits for a server that another process has started or is stopping.
 * @param {string} cluster
 * @returns the server, once it takes connections; null when it is gone
 */
export async function settled(cluster) {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const server = runningServer(cluster);
    if (!server || server.status === "ready") return server;
    if (Date.now() > giveUpAt) throw new Error(`The Postgres server of ${cluster} stays "${server.status}".`);
    await sleep(20);
  }
}

/** @param {Parameters<typeof launch>[0]} server */
async function startOnPosix({ cluster, logFile, account, program, ...rest }) {
  const log = openSync(logFile, "a", 0o600);
  const child = spawn(program("postgres"), ["-D", cluster, ...flags(rest)], {
    cwd: cluster,
    env: serverEnvironment(),
    detached: true,
    stdio: ["ignore", log, log],
    ...account,
  });
  closeSync(log);
  child.unref();
  let isOver = false;
  child.once("exit", () => {
    isOver = true;
  });
  child.once("error", () => {
    isOver = true;
  });
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (!isOver && Date.now() < giveUpAt) {
    const server = runningServer(cluster);
    if (server?.pid === child.pid && server?.status === "ready") return true;
    await sleep(20);
  }
  return false;
}

/**
 * pg_ctl gives up an administrator's rights, which the server itself refuses to run with.
 * @param {Parameters<typeof launch>[0]} server
 */
async function startOnWindows({ cluster, logFile, program, ...rest }) {
  const options = flags(rest).map((flag) => (flag.includes(" ") ? `"${flag}"` : flag));
  spawnSync(program("pg_ctl"), ["start", "-D", cluster, "-l", logFile, "-w", "-o", options.join(" ")], {
    env: serverEnvironment(),
    stdio: "ignore",
  });
  return runningServer(cluster)?.status === "ready";
}

/** @param {{ port: number, settings: Record<string, string | number> }} server */
function flags({ port, settings }) {
  const sockets = process.platform === "win32" ? {} : { unix_socket_directories: "" };
  const all = {
    listen_addresses: "127.0.0.1",
    ...sockets,
    port,
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** @param {string} logFile */
function keepLogSmall(logFile) {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) renameSync(logFile, `${logFile}.old`);
}

// `npm start`: everything one machine needs, in one command. In production, web and worker are commands of their own.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startPostgres } from "./postgres/server.mjs";
import { watchNpm } from "./start/ancestors.mjs";
import { startApplication } from "./start/application.mjs";
import { appSecret, dataHome, loadEnvFiles } from "./start/settings.mjs";

const POSTGRES_LOOK_EVERY_MS = 1_000;
const SETTINGS = { max_connections: 200, shared_buffers: "256MB", max_wal_size: "2GB" };

/** @type {Awaited<ReturnType<typeof startPostgres>> | undefined} */
let server;
/** @type {Awaited<ReturnType<typeof startApplication>> | undefined} */
let application;
const stopping = new AbortController();

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);
watchNpm(stop);

try {
  await start();
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    stop();
  }
}

async function start() {
  loadEnvFiles();
  const host = process.env.HOST || "127.0.0.1";
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, APP_SECRET: appSecret() };
  env.DATABASE_URL ||= await embeddedDatabase();
  const logFolder = join(dataHome, "logs");
  const port = Number(process.env.PORT || 3000);
  application = await startApplication({ env, host, port, logFolder, signal: stopping.signal });
  if (server) reviveWhenKilled(server, env, application);
  console.log(`
Follow-ups is ready at ${application.url}
Sign in to the demo account with demo@follow-ups.test and the password follow-ups-demo.
Its logs are in ${logFolder}. Press Ctrl-C to stop.`);
}

async function embeddedDatabase() {
  console.log("Starting Postgres ...");
  server = await startPostgres(join(dataHome, "postgres"), SETTINGS);
  stopping.signal.throwIfAborted();
  return productDatabase(server.url);
}

/** @param {string} url */
function productDatabase(url) {
  return url.replace(/\/postgres$/, "/follow_ups");
}

/**
 * @param {NonNullable<typeof server>} postgres
 * @param {NodeJS.ProcessEnv} env
 * @param {NonNullable<typeof application>} running
 */
function reviveWhenKilled(postgres, env, running) {
  const look = async () => {
    while (!stopping.signal.aborted) {
      if (!postgres.isRunning()) await revive();
      await sleep(POSTGRES_LOOK_EVERY_MS, undefined, { ref: false });
    }
  };
  const revive = async () => {
    console.error("Postgres ended and starts again.");
    const url = productDatabase(await postgres.revive());
    if (url === env.DATABASE_URL) return;
    env.DATABASE_URL = url;
    running.renew();
  };
  look().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
    void stop();
  });
}

/** First those who write, then the database. Asked a second time, it waits for nobody. */
async function stop() {
  const isUrgent = stopping.signal.aborted;
  stopping.abort();
  await application?.stop(isUrgent);
  if (isUrgent) return;
  await server?.leave();
  process.exit();
}

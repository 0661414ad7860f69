// `npm run bench:reports`: node scripts/bench-reports.mjs [--quick] [--only PART,PART] [--name TEXT] [--database-url URL]
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "./postgres/server.mjs";
import { watchNpm } from "./start/ancestors.mjs";
import { typescript } from "./start/application.mjs";
import { buildWhenChanged } from "./start/build.mjs";
import { dataHome, root } from "./start/settings.mjs";

/** As `npm start` sets its server up, so that the figures are those of the product. */
const SETTINGS = { max_connections: 200, shared_buffers: "256MB", max_wal_size: "2GB" };
/** Kept for the next run: an account of a million takes minutes to make. */
const DATABASE = "followups_reports";
/** The database outlives the run, and its role's password with it. */
const SECRET = "reports-bench-reports-bench-reports-bench";

const args = process.argv.slice(2);
const stopping = new AbortController();
const stop = () => stopping.abort();
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);
watchNpm(stop);

const given = takeOption("--database-url");
const isPartial = ["--quick", "--only", "--no-pages"].some((name) => args.includes(name));
if (!isPartial || args.some((arg) => arg.split(",").includes("pages")))
  await buildWhenChanged(stopping.signal);
const server = given || process.env.DATABASE_URL ? null : await startServer();
const databaseUrl = given ?? named(process.env.DATABASE_URL ?? server?.url ?? "");
try {
  process.exitCode = stopping.signal.aborted ? 1 : await measure();
} finally {
  await server?.leave();
}
process.exit();

/** @param {string} name */
function takeOption(name) {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

function startServer() {
  mkdirSync(dataHome, { recursive: true });
  return startPostgres(join(dataHome, "bench-postgres"), SETTINGS);
}

/**
 * The bench's own database on that server.
 * @param {string} url
 */
function named(url) {
  const address = new URL(url);
  address.pathname = `/${args.includes("--quick") ? `${DATABASE}_quick` : DATABASE}`;
  return address.href;
}

/** @returns {Promise<number>} the exit code */
function measure() {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("INNGEST_"));
  const env = /** @type {NodeJS.ProcessEnv} */ ({
    ...Object.fromEntries(inherited),
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    APP_DATABASE_URL: "",
    APP_SECRET: process.env.APP_SECRET ?? SECRET,
  });
  const child = spawn(process.execPath, [...typescript, "bench/reports.ts", ...args], {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  stopping.signal.addEventListener("abort", () => child.kill("SIGTERM"));
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

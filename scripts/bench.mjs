// `npm run bench`: node scripts/bench.mjs [--quick] [--only PART,PART] [--profile]
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { startPostgres } from "./postgres/server.mjs";
import { watchNpm } from "./start/ancestors.mjs";
import { typescript } from "./start/application.mjs";
import { buildWhenChanged } from "./start/build.mjs";
import { dataHome, root } from "./start/settings.mjs";

/** As `npm start` sets its server up, so that the figures are those of the product. */
const SETTINGS = { max_connections: 200, shared_buffers: "256MB", max_wal_size: "2GB" };
const PREFIX = "followups_bench_";

const args = process.argv.slice(2);
const stopping = new AbortController();
const stop = () => stopping.abort();
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);
watchNpm(stop);

// The replies of a full run arrive at the real web server.
if (!args.includes("--quick")) await buildWhenChanged(stopping.signal);
const given = process.env.DATABASE_URL;
mkdirSync(dataHome, { recursive: true });
const server = given
  ? { url: given, leave: async () => {} }
  : await startPostgres(join(dataHome, "bench-postgres"), SETTINGS);
const database = `${PREFIX}${randomBytes(4).toString("hex")}`;
try {
  await dropBenchDatabases(server.url);
  process.exitCode = stopping.signal.aborted ? 1 : await measure();
} finally {
  await dropBenchDatabases(server.url);
  await server.leave();
}
process.exit();

/** @returns {Promise<number>} the exit code */
function measure() {
  const databaseUrl = new URL(server.url);
  databaseUrl.pathname = `/${database}`;
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("INNGEST_"));
  const env = /** @type {NodeJS.ProcessEnv} */ ({
    ...Object.fromEntries(inherited),
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl.href,
    APP_DATABASE_URL: "",
    APP_SECRET: randomBytes(32).toString("base64url"),
    BENCH_SERVER_URL: server.url,
  });
  const child = spawn(process.execPath, [...typescript, "bench/main.ts", ...args], {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  stopping.signal.addEventListener("abort", () => child.kill("SIGTERM"));
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

/**
 * Ours and what killed runs left behind; one that is in use belongs to a run of this moment.
 * @param {string} url
 */
async function dropBenchDatabases(url) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const rows = await sql`
    select datname as name from pg_database d where starts_with(datname, ${PREFIX})
      and (datname = ${database} or not exists (select from pg_stat_activity a where a.datid = d.oid))`;
  for (const { name } of rows) {
    await sql`drop database if exists ${sql(name)} with (force)`;
    await sql`drop role if exists ${sql(`${name}_app`)}`;
  }
  await sql.end();
}

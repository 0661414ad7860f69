import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { migrate, migrationsFolder } from "./migrate";

/** The start of the name of every database that tests make, on whatever server they are given. */
export const TEST_PREFIX = "followups_test_";

/** Fixed, because the template's app role derives from it; the databases it guards live for minutes. */
export const TEST_SECRET = "a secret that only test databases use";

const TEMPLATE_LOCK = 7_215_534;
const STALE_AFTER = "3 hours";

/**
 * Makes sure that the server has a migrated template database and returns its name. The name carries a hash of all
 * that makes the schema, so that a changed migration gets a new template. Several callers wait for one.
 */
export async function ensureTemplate(serverUrl: string) {
  const name = `${TEST_PREFIX}template_${schemaHash()}`;
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`;
    await dropStale(sql, name);
    const [ready] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!ready) await buildTemplate(sql, serverUrl, name);
  } finally {
    await sql.end();
  }
  return name;
}

/** Built under another name first: a template that a killed run left half migrated is never taken for a whole one. */
async function buildTemplate(sql: postgres.Sql, serverUrl: string, name: string) {
  const draft = `${name}_draft`;
  await sql`drop database if exists ${sql(draft)} with (force)`;
  await migrate({ databaseUrl: databaseUrl(serverUrl, draft), appSecret: TEST_SECRET });
  await sql`drop role if exists ${sql(`${name}_app`)}`;
  await sql`alter role ${sql(`${draft}_app`)} rename to ${sql(`${name}_app`)}`;
  await sql`alter database ${sql(draft)} rename to ${sql(name)}`;
}

/** Databases that killed runs and older schemas left behind. Only a superuser may see how old they are. */
async function dropStale(sql: postgres.Sql, keep: string) {
  const [user] = await sql`select rolsuper from pg_roles where rolname = current_user`;
  if (!user?.rolsuper) return;
  const stale = await sql<{ name: string }[]>`
    select datname as name from pg_database d
    where starts_with(datname, ${TEST_PREFIX}) and datname <> ${keep}
      and (pg_stat_file('base/' || oid || '/PG_VERSION', true)).modification < now() - ${STALE_AFTER}::interval
      and not exists (select from pg_stat_activity a where a.datid = d.oid)`;
  for (const { name } of stale) {
    await sql`drop database if exists ${sql(name)}`;
    await sql`drop role if exists ${sql(`${name}_app`)}`.catch(() => {});
  }
}

export function databaseUrl(serverUrl: string, name: string) {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function schemaHash() {
  const hash = createHash("sha256");
  for (const file of schemaFiles()) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
}

function schemaFiles() {
  const executor = fileURLToPath(new URL("../inngest/embedded/", import.meta.url));
  return [
    ...files(migrationsFolder, /\.sql$|_journal\.json$/),
    ...files(executor, /(\.sql|migrat.*\.ts|schema.*\.ts)$/).filter((file) => !file.includes(".test.")),
    fileURLToPath(new URL("./roles.ts", import.meta.url)),
  ];
}

function files(folder: string, pattern: RegExp) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => join(folder, file));
}

import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll } from "vitest";
import { appDatabaseRole } from "@/lib/env";
import { closeDatabase } from "./client";
import { databaseUrl, ensureTemplate, TEST_PREFIX, TEST_SECRET } from "./test-template";

type TestDatabase = {
  name: string;
  /** As the owner, whom row-level security does not bind when it is a superuser: for arranging and looking. */
  ownerUrl: string;
  /** As the app's role, bound by row-level security. */
  appUrl: string;
};

/**
 * Gives the test file a migrated, empty database of its own from now until its last test. The environment names it,
 * so `db/client.ts` and everything above it use it too. `sql` is a raw postgres.js client of the owner.
 */
export function useTestDatabase() {
  const name = newName();
  const serverUrl = testServerUrl();
  process.env.DATABASE_URL = databaseUrl(serverUrl, name);
  process.env.APP_SECRET = TEST_SECRET;
  let database: (TestDatabase & { drop: () => Promise<void> }) | undefined;
  let sql: postgres.Sql | undefined;

  beforeAll(async () => {
    database = await createTestDatabase(name);
    process.env.APP_DATABASE_URL = database.appUrl;
    sql = postgres(database.ownerUrl, { max: 5, onnotice: () => {} });
  }, 60_000);
  afterAll(async () => {
    await closeDatabase();
    await sql?.end();
    await database?.drop();
  }, 60_000);

  return {
    get name() {
      return created(database).name;
    },
    get ownerUrl() {
      return created(database).ownerUrl;
    },
    get appUrl() {
      return created(database).appUrl;
    },
    get sql() {
      return created(sql);
    },
  };
}

/** Clones the migrated template; `drop` ends whoever is still connected. The caller owns its life. */
export async function createTestDatabase(name = newName()) {
  const serverUrl = testServerUrl();
  const template = process.env.TEST_TEMPLATE ?? (await ensureTemplate(serverUrl));
  await onServer(serverUrl, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);

  const role = appDatabaseRole(databaseUrl(serverUrl, template), TEST_SECRET);
  return {
    name,
    ownerUrl: databaseUrl(serverUrl, name),
    appUrl: databaseUrl(role.url, name),
    drop: () => onServer(serverUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
  };
}

async function onServer(serverUrl: string, run: (sql: postgres.Sql) => Promise<unknown>) {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    await run(sql);
  } finally {
    await sql.end();
  }
}

function testServerUrl() {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error("TEST_DATABASE_URL is not set: the set-up of the integration tests sets it.");
  return url;
}

function newName() {
  return `${TEST_PREFIX}${randomBytes(6).toString("hex")}`;
}

function created<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The test database exists once the tests run, not before.");
  return value;
}

import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { grantExecutor, migrateExecutor } from "@/inngest/embedded/migrations";
import { appDatabaseRole } from "@/lib/env";
import { createDatabase } from "./create-database";
import { grantAppRole } from "./roles";

/** Any number will do, as long as nothing else in the database locks by it. */
const MIGRATION_LOCK = 7_215_533;

export const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings the database to the newest schema, creating the database when the server has none of that name, and sets
 * up the app's role. Several processes may call it at once: one migrates, the others wait and find nothing to do.
 */
export async function migrate(settings: { databaseUrl: string; appSecret: string }) {
  await createDatabase(settings.databaseUrl);
  const sql = connect(settings.databaseUrl);
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrateProduct(settings.databaseUrl);
    await migrateExecutor(sql);
    const role = appDatabaseRole(settings.databaseUrl, settings.appSecret);
    await grantAppRole(sql, role);
    await grantExecutor(sql, role.name);
  } finally {
    await sql.end();
  }
}

/** Drizzle changes the parsers of the client it is given, so it gets one of its own. */
async function migrateProduct(databaseUrl: string) {
  const client = connect(databaseUrl);
  try {
    await runMigrations(drizzle(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}

/** One connection: the lock belongs to the session that took it. */
function connect(databaseUrl: string) {
  return postgres(databaseUrl, { max: 1, onnotice: () => {} });
}

import postgres from "postgres";

const UNKNOWN_DATABASE = "3D000";
const DUPLICATE_DATABASE = "42P04";

/** Creates the database of the address when its server has none of that name; needs the right to create databases. */
export async function createDatabase(databaseUrl: string) {
  if (await exists(databaseUrl)) return;
  const name = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
  const maintenance = new URL(databaseUrl);
  maintenance.pathname = "/postgres";
  const sql = postgres(maintenance.href, { max: 1 });
  try {
    await sql`create database ${sql(name)}`;
  } catch (error) {
    if (sqlState(error) !== DUPLICATE_DATABASE) throw error;
  } finally {
    await sql.end();
  }
}

async function exists(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 1 });
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    if (sqlState(error) === UNKNOWN_DATABASE) return false;
    throw error;
  } finally {
    await sql.end();
  }
}

function sqlState(error: unknown) {
  return error instanceof postgres.PostgresError ? error.code : undefined;
}

import type postgres from "postgres";

/** Schemas whose tables the app reads and writes; row-level security decides which rows. */
const APP_SCHEMAS = ["public", "executor"];

/**
 * Creates or updates the role that web and worker connect with: it owns nothing and cannot bypass row-level
 * security. Run as the database's owner, who must be allowed to create roles, after every migration.
 */
export async function grantAppRole(sql: postgres.Sql, role: { name: string; password: string }) {
  const name = sql(role.name);
  const [existing] = await sql`select 1 from pg_roles where rolname = ${role.name}`;
  const attributes = sql.unsafe("login nosuperuser nobypassrls nocreatedb nocreaterole");
  // Roles take no query parameters; the password is hexadecimal by construction.
  const password = sql.unsafe(`password '${role.password.replaceAll("'", "''")}'`);
  if (existing) await sql`alter role ${name} ${password}`;
  else await sql`create role ${name} ${attributes} ${password}`;

  const [database] = await sql<{ name: string }[]>`select current_database() as name`;
  if (database) await sql`grant connect on database ${sql(database.name)} to ${name}`;
  for (const schema of APP_SCHEMAS) await grantSchema(sql, schema, role.name);
}

async function grantSchema(sql: postgres.Sql, schema: string, role: string) {
  const [existing] = await sql`select 1 from pg_namespace where nspname = ${schema}`;
  if (!existing) return;
  const grantee = sql(role);
  const target = sql(schema);
  await sql`grant usage on schema ${target} to ${grantee}`;
  await sql`grant select, insert, update, delete on all tables in schema ${target} to ${grantee}`;
  await sql`grant usage, select on all sequences in schema ${target} to ${grantee}`;
  await sql`grant execute on all functions in schema ${target} to ${grantee}`;
  // Partitions of later months are made between two migrations.
  await sql`alter default privileges in schema ${target} grant select, insert, update, delete on tables to ${grantee}`;
  await sql`alter default privileges in schema ${target} grant usage, select on sequences to ${grantee}`;
}

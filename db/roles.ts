import type postgres from "postgres";

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
  if (database) await sql`grant connect, temporary on database ${sql(database.name)} to ${name}`;
  await grantTables(sql, role.name);
}

async function grantTables(sql: postgres.Sql, role: string) {
  const grantee = sql(role);
  await sql`grant usage on schema public to ${grantee}`;
  await sql`grant select, insert, update, delete on all tables in schema public to ${grantee}`;
  await sql`grant usage, select on all sequences in schema public to ${grantee}`;
  await sql`grant execute on all functions in schema public to ${grantee}`;
  // Partitions of later months are made between two migrations.
  await sql`alter default privileges in schema public grant select, insert, update, delete on tables to ${grantee}`;
}

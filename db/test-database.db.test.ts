import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { createTestDatabase, useTestDatabase } from "./test-database";

const db = useTestDatabase();

describe("a test database", () => {
  it("is migrated and empty", async () => {
    const [found] = await db.sql`select count(*)::int as count from contacts`;
    expect(found?.count).toBe(0);
  });

  it("lets the app's role in, which cannot bypass row-level security", async () => {
    const app = postgres(db.appUrl, { max: 1 });
    const [role] = await app`
      select current_database() as database, rolbypassrls or rolsuper as "isFree" from pg_roles
      where rolname = current_user`;
    await app.end();
    expect(role).toEqual({ database: db.name, isFree: false });
  });

  it("shows the app's role no row without an account", async () => {
    const app = postgres(db.appUrl, { max: 1 });
    const rows = await app`select * from contacts`;
    await app.end();
    expect(rows).toHaveLength(0);
  });

  it("is separate from any other", async () => {
    const other = await createTestDatabase();
    expect(other.name).not.toBe(db.name);
    await other.drop();
    const [left] = await db.sql`select count(*)::int as count from pg_database where datname = ${other.name}`;
    expect(left?.count).toBe(0);
  });
});

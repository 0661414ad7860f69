import postgres from "postgres";
import { afterEach, describe, expect, it } from "vitest";
import { createExecutor } from "./executor";
import { embeddedClient } from "./fixtures/client";
import { createExecutorDatabase, type TestDatabase } from "./fixtures/database";
import { grantExecutor, migrateExecutor } from "./migrations";

let database: TestDatabase;
afterEach(() => database.drop());

describe("the schema", () => {
  it("may be migrated again, also by several at once", async () => {
    database = await createExecutorDatabase();
    await Promise.all([1, 2, 3].map(() => migrateExecutor(database.sql)));
    const [row] = await database.sql`select count(*)::int as migrations from executor.migration`;
    expect(row).toEqual({ migrations: 3 });
  });

  it("of the first release is brought up to date with what sleeps and waits in it", async () => {
    database = await createExecutorDatabase();
    const { sql } = database;
    const client = embeddedClient(sql);
    const f = client.createFunction({ id: "f", triggers: { event: "thing/asked" } }, async ({ step }) => {
      await step.sleep("an-hour", "1h");
      return "awake";
    });
    let now = Date.now();
    const start = () =>
      createExecutor({ sql, client, functions: [f], fairKey: "event.data.account", clock: () => now });
    await client.send({ name: "thing/asked", data: { account: "a" } });
    await start().runUntilIdle();
    await client.send({ name: "thing/asked", data: { account: "b" } });
    await sql.unsafe(`
      delete from executor.migration where id > 1;
      alter table executor.wake drop column lane;
      create index wake_due on executor.wake (due_at);
      alter table executor.event drop column lane;
      create index event_unrouted on executor.event (seq) where routed_no is null`);
    await migrateExecutor(sql);
    await start().runUntilIdle();
    now += 3_600_000;
    await start().runUntilIdle();
    expect(await sql`select output from executor.run`).toEqual([{ output: "awake" }, { output: "awake" }]);
  });

  it("can be used, and not changed, by a role that owns nothing", async () => {
    database = await createExecutorDatabase();
    const role = `x_role_${Date.now()}`;
    await database.sql.unsafe(`create role ${role} login password '${role}'`);
    await grantExecutor(database.sql, role);
    const url = new URL(database.url);
    url.username = role;
    url.password = role;
    const sql = postgres(url.href, { max: 4 });
    try {
      const client = embeddedClient(sql);
      const plain = client.createFunction(
        { id: "f", triggers: { event: "thing/asked" }, concurrency: 1, idempotency: "event.data.id" },
        async ({ step }) => {
          await step.sleep("a-second", "1s");
          return step.run("a", () => "ran");
        },
      );
      let now = Date.now();
      const executor = createExecutor({ sql, client, functions: [plain], clock: () => now });
      await client.send({ name: "thing/asked", data: { id: "1" } });
      await executor.runUntilIdle();
      now += 2_000;
      await executor.runUntilIdle();
      expect(await sql`select output from executor.run`).toEqual([{ output: "ran" }]);
      await expect(sql`drop table executor.run`).rejects.toThrow("must be owner");
      await expect(sql`create table executor.more (id int)`).rejects.toThrow("permission denied");
    } finally {
      await sql.end();
      await database.sql.unsafe(`drop owned by ${role}; drop role ${role}`);
    }
  });
});

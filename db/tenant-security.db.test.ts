import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withAccountSql } from "./client";
import { makeAccount, makeContact } from "./factories";
import { useTestDatabase } from "./test-database";

const db = useTestDatabase();
let app: postgres.Sql;

beforeAll(() => {
  app = postgres(db.appUrl, { max: 1 });
});
afterAll(() => app.end());

type Policy = { name: string; command: string; using: string | null; check: string | null };

/** Every table with an account, partitions included. */
const tenantTables = (sql: postgres.Sql) => sql<{ name: string; isForced: boolean; policies: Policy[] }[]>`
  select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as "isForced",
    (select coalesce(json_agg(json_build_object('name', p.polname, 'command', p.polcmd,
       'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))), '[]')
     from pg_policy p where p.polrelid = c.oid) as policies
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  order by c.relname`;

const RULE =
  "(account_id = ( SELECT (NULLIF(current_setting('app.account_id'::text, true), ''::text))::uuid AS \"nullif\"))";

describe("every table with an account", () => {
  it("has forced row-level security that compares it with the transaction's account", async () => {
    const tables = await tenantTables(db.sql);
    expect(tables.length).toBeGreaterThan(12);
    for (const { name, isForced, policies } of tables) {
      expect(isForced, name).toBe(true);
      const own = policies.filter((policy) => policy.name === "tenant");
      expect(own, name).toEqual([{ name: "tenant", command: "*", using: RULE, check: RULE }]);
    }
  });

  it("lets nobody but the account read along, save a person their own memberships", async () => {
    const tables = await tenantTables(db.sql);
    const more = tables.flatMap(({ name, policies }) =>
      policies.filter((policy) => policy.name !== "tenant").map(({ command }) => ({ name, command })),
    );
    // "r" is for reading alone.
    expect(more).toEqual([{ name: "members", command: "r" }]);
  });

  it("shows and changes no row without an account", async () => {
    await makeContact(await makeAccount());
    for (const { name } of await tenantTables(db.sql)) {
      expect(await app`select 1 from ${app(name)} limit 1`, name).toHaveLength(0);
    }
    expect((await app`update contacts set name = 'taken'`).count).toBe(0);
    expect((await app`delete from contacts`).count).toBe(0);
  });

  it("refuses a row of another account", async () => {
    const [mine, theirs] = [await makeAccount(), await makeAccount()];
    const insert = withAccountSql(
      mine,
      (tx) => tx`insert into contacts (id, account_id, name) values (${randomUUID()}, ${theirs}, 'smuggled')`,
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it("does not let a row be moved to another account", async () => {
    const [mine, theirs] = [await makeAccount(), await makeAccount()];
    const contact = await makeContact(mine);
    const move = withAccountSql(
      mine,
      (tx) => tx`update contacts set account_id = ${theirs} where id = ${contact.id}`,
    );
    await expect(move).rejects.toThrow(/row-level security/);
  });

  it("forgets the account at the end of the transaction", async () => {
    const accountId = await makeAccount();
    await makeContact(accountId);
    await app.begin(async (tx) => {
      await tx`select set_config('app.account_id', ${accountId}, true)`;
      expect(await tx`select 1 from contacts`).toHaveLength(1);
    });
    expect(await app`select 1 from contacts`).toHaveLength(0);
  });
});

describe("the app's role", () => {
  it("is no superuser, cannot bypass row-level security, makes nothing and owns nothing", async () => {
    const [role] = await app`
      select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) as owned,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships
      from pg_roles r where rolname = current_user`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      owned: 0,
      memberships: 0,
    });
  });

  it("cannot switch the protection off", async () => {
    await expect(app`alter table contacts disable row level security`).rejects.toThrow(/must be owner/);
    await expect(app`set role postgres`).rejects.toThrow(/permission denied/);
  });
});

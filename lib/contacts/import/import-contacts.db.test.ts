import { describe, expect, it } from "vitest";
import { makeAccount, makeContact } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { identityHash } from "@/lib/identity-hash";
import type { Mapping } from "./columns";
import { importContacts } from "./import-contacts";
import type { ImportReport } from "./report";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T12:00:00Z");
const MAPPING: Mapping = ["name", "phone", "email"];

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

async function run(
  accountId: AccountId,
  rows: string[],
  over: { isDryRun?: boolean; mapping?: Mapping } = {},
) {
  const options = { mapping: MAPPING, isDryRun: false, now: NOW, ...over };
  let report: ImportReport | undefined;
  for await (const event of importContacts(accountId, bytesOf(["a,b,c", ...rows].join("\n")), options)) {
    if (event.kind === "done") report = event.report;
  }
  return report;
}

const contactsOf = (accountId: AccountId) => database.sql`
  select name, (select array_agg(kind || ':' || value order by kind, value) from contact_identities i
    where i.contact_id = c.id) as addresses
  from contacts c where account_id = ${accountId} order by id`;

describe("importContacts", () => {
  it("makes new contacts, changes known ones and reports the rest with line and reason", async () => {
    const account = await makeAccount();
    await makeContact(account, { name: "Old name", phone: "+5511987654321" });
    const rows = ["Ana,11987654321,ana@example.com", "Bo,,bo@example.com", "Cy,12,", "Di"];

    expect(await run(account, rows)).toEqual({
      rows: 4,
      created: 1,
      updated: 1,
      unusable: 2,
      suppressed: 0,
      problems: [
        { line: 4, code: "phone_invalid", data: { value: "12" } },
        { line: 5, code: "column_count", data: { expected: 3, found: 1 } },
      ],
      importedAt: NOW.toISOString(),
      importId: expect.any(String),
    });
    expect(await contactsOf(account)).toEqual([
      {
        name: "Ana",
        addresses: ["phone:+5511987654321", "email:ana@example.com", "whatsapp:5511987654321"],
      },
      { name: "Bo", addresses: ["email:bo@example.com"] },
    ]);
  });

  it("changes nothing in a dry run and promises what the import then does", async () => {
    const account = await makeAccount();
    await makeContact(account, { phone: "+5511987654321" });
    const rows = ["Ana,11987654321,", "Bo,,bo@example.com", "Bo again,,bo@example.com"];
    const before = await contactsOf(account);
    const promised = await run(account, rows, { isDryRun: true });
    expect(await contactsOf(account)).toEqual(before);
    expect(await run(account, rows)).toEqual({
      ...promised,
      importedAt: NOW.toISOString(),
      importId: expect.any(String),
    });
  });

  it("is idempotent: the same file again only changes", async () => {
    const account = await makeAccount();
    const rows = ["Ana,11987654321,ana@example.com", "Bo,,bo@example.com"];
    await run(account, rows);
    expect(await run(account, rows)).toMatchObject({ created: 0, updated: 2, unusable: 0 });
    expect(await contactsOf(account)).toHaveLength(2);
  });

  it("never joins two people: a phone of one and an email of another is reported", async () => {
    const account = await makeAccount();
    await makeContact(account, { phone: "+5511987654321" });
    await makeContact(account, { phone: null, email: "bo@example.com" });
    const report = await run(account, ["Ana,11987654321,bo@example.com"]);
    expect(report).toMatchObject({
      created: 0,
      updated: 0,
      problems: [{ line: 2, code: "identity_conflict", data: {} }],
    });
  });

  it("changes a contact once per file, also when two rows reach it by different addresses", async () => {
    const account = await makeAccount();
    await makeContact(account, { name: "Ana", phone: "+5511987654321", email: "ana@example.com" });
    const report = await run(account, ["First,11987654321,", "Second,,ana@example.com"]);
    expect(report).toMatchObject({
      updated: 1,
      problems: [{ line: 3, code: "duplicate_in_file", data: { first: 2 } }],
    });
    expect(await contactsOf(account)).toMatchObject([{ name: "First" }]);
  });

  it("keeps a suppression of somebody who is imported again, and counts it", async () => {
    const account = await makeAccount();
    const hash = identityHash("phone", "+5511987654321");
    await database.sql`insert into suppressions (account_id, identity_hash, reason) values (${account}, ${hash}, 'opt_out')`;
    expect(await run(account, ["Ana,11987654321,"])).toMatchObject({ created: 1, suppressed: 1 });
    expect(
      await database.sql`select 1 from suppressions where account_id = ${account} and lifted_at is null`,
    ).toHaveLength(1);
  });

  it("merges attributes and leaves what an empty cell does not tell", async () => {
    const account = await makeAccount();
    await makeContact(account, {
      name: "Ana",
      phone: "+5511987654321",
      attributes: { plan: "gold", age: 40 },
    });
    await run(account, [",11987654321,Porto"], { mapping: ["name", "phone", "attribute:city"] });
    const [contact] = await database.sql`select name, attributes from contacts where account_id = ${account}`;
    expect(contact).toEqual({ name: "Ana", attributes: { plan: "gold", age: 40, city: "Porto" } });
  });

  it("never sees the contacts of another account", async () => {
    const [mine, other] = [await makeAccount(), await makeAccount()];
    await makeContact(other, { name: "Theirs", phone: "+5511987654321" });
    expect(await run(mine, ["Ana,11987654321,"])).toMatchObject({ created: 1, updated: 0 });
    expect(await contactsOf(other)).toMatchObject([{ name: "Theirs" }]);
  });

  it("makes each person once when two imports of the same file race", async () => {
    const account = await makeAccount();
    const rows = Array.from({ length: 1_500 }, (_, index) => `P${index},,p${index}@example.com`);
    const reports = await Promise.all([run(account, rows), run(account, rows.toReversed())]);
    expect(await contactsOf(account)).toHaveLength(1_500);
    const created = reports.reduce((sum, report) => sum + (report?.created ?? 0), 0);
    expect(created).toBe(1_500);
    expect(reports.map((report) => report?.unusable)).toEqual([0, 0]);
  });

  it("leaves nothing of a batch behind that fails halfway", async () => {
    const account = await makeAccount();
    await database.sql.unsafe(`
      create function refuse_update() returns trigger language plpgsql as 'begin raise exception ''full disk''; end';
      create trigger refuse before update on contacts for each row execute function refuse_update()`);
    await makeContact(account, { name: "Known", phone: "+5511987654321" });
    await expect(run(account, ["New,,new@example.com", "Known,11987654321,"])).rejects.toThrow("full disk");
    await database.sql`drop trigger refuse on contacts`;
    expect(await contactsOf(account)).toMatchObject([{ name: "Known" }]);
  });

  it("refuses a mapping that does not fit the file", async () => {
    const account = await makeAccount();
    await expect(run(account, ["Ana,1,x"], { mapping: ["phone"] })).rejects.toEqual(
      new AppError("invalid", "csv_mapping"),
    );
  });
});

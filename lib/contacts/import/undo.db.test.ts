import { describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeEnrollment, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Mapping } from "./columns";
import { importContacts } from "./import-contacts";
import { undoImport } from "./undo";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T12:00:00Z");
const LATER = new Date("2026-03-10T12:05:00Z");
const MAPPING: Mapping = ["name", "phone", "email", "tags", "attribute:city"];

async function importRows(account: AccountId, rows: string[], signal?: AbortSignal): Promise<string> {
  async function* file() {
    yield Buffer.from(["a,b,c,d,e", ...rows].join("\n"));
  }
  const options = { mapping: MAPPING, isDryRun: false, now: NOW, fileName: "people.csv", signal };
  for await (const event of importContacts(account, file(), options)) {
    if (event.kind === "done" && event.report.importId) return event.report.importId;
  }
  throw new Error("The import told no end.");
}

/** Everything that an import may touch, as it stands. */
const worldOf = async (account: AccountId) => ({
  contacts: await database.sql`select * from contacts where account_id = ${account} order by id`,
  identities: await database.sql`select * from contact_identities where account_id = ${account} order by id`,
  suppressions: await database.sql`select * from suppressions where account_id = ${account} order by id`,
});

describe("an import that is taken back", () => {
  it("leaves exactly what was there before", async () => {
    const account = await makeAccount();
    await makeContact(account, {
      name: "Ana",
      phone: "+5511987654321",
      tags: ["vip"],
      attributes: { city: "Lima", age: 40 },
      timeZone: "America/Lima",
    });
    await makeContact(account, { name: "Untouched", phone: null, email: "u@example.com" });
    const before = await worldOf(account);
    const rows = Array.from({ length: 2_100 }, (_, index) => `P${index},,p${index}@example.com,new,Porto`);
    const importId = await importRows(account, [
      "Ana Maria,11987654321,ana@example.com,vip;new,Porto",
      ...rows,
    ]);
    expect(await worldOf(account)).not.toEqual(before);

    expect(await undoImport(account, { importId, now: LATER })).toEqual({
      removed: 2_100,
      restored: 1,
      kept: 0,
    });
    expect(await worldOf(account)).toEqual(before);
  });

  it("keeps whom something has happened to since, and says how many", async () => {
    const account = await makeAccount();
    await makeContact(account, { name: "Ana", phone: "+5511987654321" });
    const importId = await importRows(account, [
      "Ana M,11987654321,,,",
      "Bo,,bo@example.com,,",
      "Cy,,cy@example.com,,",
    ]);
    await database.sql`update contacts set name = 'Changed', updated_at = ${LATER} where name = 'Ana M'`;
    const [bo] = await database.sql<{ id: string }[]>`select id from contacts where name = 'Bo'`;
    await makeEnrollment(account, await makeSequence(account), bo?.id ?? "");

    expect(await undoImport(account, { importId, now: LATER })).toEqual({ removed: 1, restored: 0, kept: 2 });
    const left = await database.sql`select name from contacts where account_id = ${account} order by name`;
    expect(left.map((row) => row.name)).toEqual(["Bo", "Changed"]);
  });

  it("twice, or by two at once, changes nothing more", async () => {
    const account = await makeAccount();
    const importId = await importRows(account, ["Bo,,bo@example.com,,", "Cy,,cy@example.com,,"]);
    const both = await Promise.all([
      undoImport(account, { importId, now: LATER }),
      undoImport(account, { importId, now: LATER }),
    ]);
    expect(both.reduce((sum, { removed }) => sum + removed, 0)).toBe(2);
    expect(await undoImport(account, { importId, now: LATER })).toEqual({ removed: 0, restored: 0, kept: 0 });
  });

  it("goes on where it was killed, and an import that was killed can be taken back", async () => {
    const account = await makeAccount();
    const importId = await importRows(account, ["Bo,,bo@example.com,,", "Cy,,cy@example.com,,"]);
    // As a process leaves it that dies in the midst of importing: nobody said that it is over.
    await database.sql`update contact_imports set status = 'running', finished_at = ${NOW} where id = ${importId}`;
    const soon = new Date(NOW.getTime() + 60_000);
    await expect(undoImport(account, { importId, now: soon })).rejects.toMatchObject({ code: "conflict" });
    // And one that dies in the midst of taking it back: one contact is gone, one is left.
    await database.sql`
      delete from contacts where id = (select contact_id from contact_import_changes where import_id = ${importId} limit 1)`;
    const later = new Date(NOW.getTime() + 600_000);
    expect(await undoImport(account, { importId, now: later })).toMatchObject({ removed: 1 });
    expect((await worldOf(account)).contacts).toEqual([]);
    const [row] = await database.sql`select status from contact_imports where id = ${importId}`;
    expect(row).toEqual({ status: "undone" });
  });

  it("is refused to another account", async () => {
    const [mine, other] = [await makeAccount(), await makeAccount()];
    const importId = await importRows(mine, ["Bo,,bo@example.com,,"]);
    await expect(undoImport(other, { importId, now: LATER })).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes back what a canceled one had brought", async () => {
    const account = await makeAccount();
    const abort = new AbortController();
    const rows = Array.from({ length: 2_500 }, (_, index) => `P${index},,p${index}@example.com,,`);
    async function* file() {
      yield Buffer.from(["a,b,c,d,e", ...rows].join("\n"));
    }
    const options = { mapping: MAPPING, isDryRun: false, now: NOW, signal: abort.signal };
    for await (const event of importContacts(account, file(), options))
      if (event.kind === "progress") abort.abort();
    const [row] = await database.sql<{ id: string; status: string; created: number }[]>`
      select id, status, created from contact_imports where account_id = ${account}`;
    expect(row).toMatchObject({ status: "canceled", created: 1_000 });
    expect(await undoImport(account, { importId: row?.id ?? "", now: LATER })).toMatchObject({
      removed: 1_000,
    });
    expect((await worldOf(account)).contacts).toEqual([]);
  });
});

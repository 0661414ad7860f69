import { describe, expect, it } from "vitest";
import { makeAccount, makeContact } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { contactOptions, listContacts } from "./data";

useTestDatabase();

const namesOf = ({ rows }: { rows: { name: string }[] }) => rows.map((row) => row.name);

describe("listContacts", () => {
  it("finds by name, by email and by a phone however it is written", async () => {
    const account = await makeAccount();
    await makeContact(account, { name: "Ana Souza", phone: "+5511987654321", email: "ana@example.com" });
    await makeContact(account, { name: "100% Bo", phone: "+351912345678" });
    const found = async (search: string) => namesOf(await listContacts(account, { search }, {}));
    expect(await found("souz")).toEqual(["Ana Souza"]);
    expect(await found("ANA@")).toEqual(["Ana Souza"]);
    expect(await found("(11) 98765-4321")).toEqual(["Ana Souza"]);
    expect(await found("100%")).toEqual(["100% Bo"]);
    expect(await found("%")).toEqual(["100% Bo"]);
    expect(await found("nobody")).toEqual([]);
  });

  it("pages through all of them, newest first, and counts them", async () => {
    const account = await makeAccount();
    for (let index = 0; index < 60; index += 1) await makeContact(account, { name: `C${index}` });
    const first = await listContacts(account, {}, {});
    const second = await listContacts(account, {}, { after: first.next ?? "" });
    expect(first.count).toBe(60);
    expect([...namesOf(first), ...namesOf(second)]).toEqual(
      Array.from({ length: 60 }, (_, i) => `C${59 - i}`),
    );
    expect(second.next).toBeNull();
    expect(await listContacts(account, {}, { before: second.previous ?? "" })).toEqual(first);
  });

  it("finds what one import made or changed", async () => {
    const account = await makeAccount();
    const importedAt = "2026-03-10T12:00:00.000Z";
    await makeContact(account, { name: "Imported", updatedAt: new Date(importedAt) });
    await makeContact(account, { name: "Other" });
    expect(namesOf(await listContacts(account, { importedAt }, {}))).toEqual(["Imported"]);
  });

  it("shows neither deleted contacts nor those of another account", async () => {
    const [account, other] = [await makeAccount(), await makeAccount()];
    await makeContact(account, { deletedAt: new Date() });
    await makeContact(other);
    expect(await listContacts(account, {}, {})).toEqual({ rows: [], next: null, previous: null, count: 0 });
    expect(await contactOptions(account, "")).toEqual([]);
  });
});

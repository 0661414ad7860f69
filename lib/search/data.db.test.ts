import { expect, it } from "vitest";
import { makeAccount, makeContact, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { searchAccount } from "./data";

const db = useTestDatabase();
const all = { sequences: true, contacts: true };

async function named(account: Awaited<ReturnType<typeof makeAccount>>, name: string, status = "active") {
  const { sequenceId } = await makeSequence(account);
  await db.sql`update sequences set name = ${name}, status = ${status} where id = ${sequenceId}`;
}

it("finds sequences by name and contacts by name or address", async () => {
  const account = await makeAccount();
  await named(account, "Quote follow-up");
  const ana = await makeContact(account, { name: "Ana Souza", phone: "+5511987654321", email: null });
  const asked = async (text: string) => searchAccount(account, all, text);
  expect((await asked("quote")).sequences).toMatchObject([{ name: "Quote follow-up", status: "active" }]);
  expect((await asked("quote")).contacts).toEqual([]);
  expect((await asked(" souza ")).contacts).toMatchObject([{ id: ana.id, name: "Ana Souza" }]);
  expect((await asked("(11) 98765")).contacts).toHaveLength(1);
});

it("gives nothing for a blank text and takes % for itself", async () => {
  const account = await makeAccount();
  await makeContact(account, { name: "Ana" });
  expect(await searchAccount(account, all, "  ")).toEqual({ sequences: [], contacts: [] });
  expect((await searchAccount(account, all, "%")).contacts).toEqual([]);
});

it("puts names that begin so first, the archived last, and gives eight of a kind", async () => {
  const account = await makeAccount();
  await named(account, "Old quote", "archived");
  await named(account, "Quote");
  await named(account, "A quote");
  for (let index = 0; index < 9; index += 1) await makeContact(account, { name: `Quota ${index}` });
  const { sequences, contacts } = await searchAccount(account, all, "quot");
  expect(sequences.map(({ name }) => name)).toEqual(["Quote", "A quote", "Old quote"]);
  expect(contacts).toHaveLength(8);
});

it("leaves out the kinds that the person does not see", async () => {
  const account = await makeAccount();
  await named(account, "Ana's quote");
  await makeContact(account, { name: "Ana" });
  const found = await searchAccount(account, { sequences: true, contacts: false }, "ana");
  expect(found.sequences).toHaveLength(1);
  expect(found.contacts).toEqual([]);
});

it("sees nothing of another account, and no deleted contact", async () => {
  const [ours, theirs] = [await makeAccount(), await makeAccount()];
  await named(theirs, "Quote");
  await makeContact(theirs, { name: "Quentin" });
  await makeContact(ours, { name: "Quentin", deletedAt: new Date() });
  expect(await searchAccount(ours, all, "qu")).toEqual({ sequences: [], contacts: [] });
});

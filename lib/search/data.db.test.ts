import { expect, it } from "vitest";
import { makeAccount, makeCharge, makeContact, makeDeal, makeInbox, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { searchAccount } from "./data";

const db = useTestDatabase();
const all = { sequences: true, contacts: true, conversations: true, records: true };
const nothing = { sequences: [], contacts: [], conversations: [], records: [] };

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
  expect(await searchAccount(account, all, "  ")).toEqual(nothing);
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
  const found = await searchAccount(
    account,
    { sequences: true, contacts: false, conversations: false, records: false },
    "ana",
  );
  expect(found.sequences).toHaveLength(1);
  expect(found.contacts).toEqual([]);
});

it("finds threads by their contact, the liveliest first, and none in which nothing was said", async () => {
  const account = await makeAccount();
  const ana = await makeContact(account, { name: "Ana Souza" });
  for (const [name, at] of [
    ["Old", "2026-03-01T12:00:00Z"],
    ["Fresh", "2026-03-02T12:00:00Z"],
    ["Silent", null],
  ] as const) {
    const { id } = await makeInbox(account, { name });
    await db.sql`
      insert into conversations (account_id, inbox_id, contact_id, last_message_at)
      values (${account}, ${id}, ${ana.id}, ${at})`;
  }
  const found = async (sees: typeof all) => (await searchAccount(account, sees, "souza")).conversations;
  expect(await found(all)).toMatchObject([
    { contactName: "Ana Souza", inboxName: "Fresh", channel: "whatsapp", status: "open" },
    { inboxName: "Old" },
  ]);
  expect(await found({ ...all, conversations: false })).toEqual([]);
});

it("sees nothing of another account, and no deleted contact", async () => {
  const [ours, theirs] = [await makeAccount(), await makeAccount()];
  await named(theirs, "Quote");
  await makeContact(theirs, { name: "Quentin" });
  await makeContact(ours, { name: "Quentin", deletedAt: new Date() });
  expect(await searchAccount(ours, all, "qu")).toEqual(nothing);
});

it("finds records by title or by their id elsewhere, those that are open first", async () => {
  const account = await makeAccount();
  const contact = await makeContact(account, { name: "Ana Souza" });
  await makeDeal(account, contact.id, { title: "Roof of Ana" });
  await makeCharge(account, contact.id, { title: "Roof, paid", status: "paid", externalId: "inv_77" });
  const found = async (text: string) => (await searchAccount(account, all, text)).records;
  expect((await found("roof")).map(({ kind, status }) => [kind, status])).toEqual([
    ["deal", "open"],
    ["charge", "paid"],
  ]);
  expect(await found("inv_77")).toMatchObject([{ title: "Roof, paid", contactName: "Ana Souza" }]);
  const gone = await makeContact(account, { deletedAt: new Date() });
  await makeDeal(account, gone.id, { title: "Hidden" });
  expect(await found("hidden")).toEqual([]);
});

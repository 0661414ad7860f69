import { expect, it } from "vitest";
import { makeAccount, makeContact, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { assignContacts } from "./assign";
import { changeStretch } from "./bulk";
import { countContacts } from "./data";

const database = useTestDatabase();
const now = new Date();

it("goes through all that match in stretches, though they cease to match on the way", async () => {
  const account = await makeAccount();
  const actorId = await makeMember(account);
  await database.sql`insert into contacts (account_id, name, tags)
    select ${account}, 'C', array['old'] from generate_series(1, 1200)`;
  await makeContact(account, { name: "Other" });
  const whom = { kind: "filter" as const, filter: { tag: "old" } };
  const act = { do: "remove_tag" as const, tag: "OLD" };
  const first = await changeStretch(account, { whom, act, actorId, now });
  expect(first).toMatchObject({ seen: 1000, changed: 1000, next: expect.any(String) });
  const second = await changeStretch(account, { whom, act, after: first.next ?? "", actorId, now });
  expect(second).toEqual({ seen: 200, changed: 200, next: null });
  expect(await countContacts(account, { tag: "old" })).toBe(0);
});

it("assigns to a person of the team alone, and tells of those that changed", async () => {
  const [account, other] = [await makeAccount(), await makeAccount()];
  const [userId, stranger] = [await makeMember(account), await makeMember(other)];
  const [ana, foreign] = [await makeContact(account), await makeContact(other)];
  const contactIds = [ana.id, foreign.id];
  const act = { contactIds, actorId: userId, now };
  await expect(assignContacts(account, { ...act, userId: stranger })).rejects.toMatchObject({
    message: "member_not_found",
  });
  expect(await assignContacts(account, { ...act, userId })).toEqual({ changed: [ana.id] });
  expect(await assignContacts(account, { ...act, userId })).toEqual({ changed: [] });
  const events = await database.sql`select name, data from contact_events where contact_id = ${ana.id}`;
  expect([...events]).toEqual([{ name: "contact.updated", data: { changed: "assignee" } }]);
  expect(await assignContacts(account, { ...act, userId: null })).toEqual({ changed: [ana.id] });
});

import { describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeEnrollment, makeInbox, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { addTag, removeTag } from "./tags";

const database = useTestDatabase();
const act = { actorId: null, now: new Date() };

const tagsOf = async (id: string) =>
  (await database.sql<{ tags: string[] }[]>`select tags from contacts where id = ${id}`)[0]?.tags;
const eventsOf = async (id: string) =>
  database.sql<{ name: string; data: unknown }[]>`
    select name, data from contact_events where contact_id = ${id} order by id`;

describe("addTag", () => {
  it("tags those who lack the tag, whatever its case, and tells of them alone", async () => {
    const account = await makeAccount();
    const [ana, bo] = [await makeContact(account), await makeContact(account, { tags: ["VIP"] })];
    const contactIds = [ana.id, bo.id, ana.id];
    expect(await addTag(account, { contactIds, tag: " vip ", ...act })).toEqual({ changed: [ana.id] });
    expect(await addTag(account, { contactIds, tag: "Vip", ...act })).toEqual({ changed: [] });
    expect([await tagsOf(ana.id), await tagsOf(bo.id)]).toEqual([["vip"], ["VIP"]]);
    expect(await eventsOf(ana.id)).toMatchObject([{ name: "contact.tagged", data: { tag: "vip" } }]);
    expect(await eventsOf(bo.id)).toEqual([]);
  });

  it("ends a run whose goal is to be tagged", async () => {
    const account = await makeAccount();
    await makeInbox(account);
    const contact = await makeContact(account);
    const sequence = await makeSequence(account, { goal: { event: "contact.tagged" } });
    const run = await makeEnrollment(account, sequence, contact.id);
    await addTag(account, {
      contactIds: [contact.id],
      tag: "won",
      ...act,
      now: new Date(Date.now() + 60_000),
    });
    const [row] = await database.sql`select end_reason from enrollments where id = ${run.id}`;
    expect(row).toEqual({ end_reason: "goal_reached" });
  });

  it("of two at once one tells, and neither loses the other's tag", async () => {
    const account = await makeAccount();
    const contactIds = [];
    for (let index = 0; index < 5; index += 1) contactIds.push((await makeContact(account)).id);
    const reversed = [...contactIds].reverse();
    await Promise.all([
      addTag(account, { contactIds, tag: "a", ...act }),
      addTag(account, { contactIds: reversed, tag: "b", ...act }),
      addTag(account, { contactIds: reversed, tag: "a", ...act }),
    ]);
    for (const id of contactIds) {
      expect((await tagsOf(id))?.sort()).toEqual(["a", "b"]);
      expect((await eventsOf(id)).length).toBe(2);
    }
  });

  it("leaves deleted contacts and those of another account alone, and refuses a blank tag", async () => {
    const [account, other] = [await makeAccount(), await makeAccount()];
    const gone = await makeContact(account, { deletedAt: new Date() });
    const foreign = await makeContact(other);
    const contactIds = [gone.id, foreign.id];
    expect(await addTag(account, { contactIds, tag: "x", ...act })).toEqual({ changed: [] });
    expect(await tagsOf(foreign.id)).toEqual([]);
    await expect(addTag(account, { contactIds, tag: "  ", ...act })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

it("removeTag takes the tag whatever its case, keeps the order of the others, and tells once", async () => {
  const account = await makeAccount();
  const contact = await makeContact(account, { tags: ["z", "VIP", "a"] });
  const contactIds = [contact.id];
  expect(await removeTag(account, { contactIds, tag: "vip", ...act })).toEqual({ changed: contactIds });
  expect(await removeTag(account, { contactIds, tag: "vip", ...act })).toEqual({ changed: [] });
  expect(await tagsOf(contact.id)).toEqual(["z", "a"]);
  expect(await eventsOf(contact.id)).toMatchObject([{ name: "contact.updated", data: { changed: "tags" } }]);
});

import { expect, it } from "vitest";
import { makeAccount, makeContact, makeMember } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { countContacts } from "@/lib/contacts/data";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { listSegments } from "./data";
import { changeSegment, deleteSegment, saveSegment } from "./mutations";
import { saveSegmentSchema } from "./schema";

useTestDatabase();
const now = new Date();
const tagged = (tag: string): ConditionGroups => ({
  match: "all",
  conditions: [{ variable: "contact.tags", operator: "contains", value: tag }],
});

it("is saved, renamed, changed and deleted, and a list by it follows", async () => {
  const account = await makeAccount();
  const actorId = await makeMember(account);
  await makeContact(account, { tags: ["vip"] });
  await makeContact(account, { tags: ["new"] });
  await makeContact(account, { tags: ["new"] });
  const { id } = await saveSegment(account, { name: "Ours", filter: tagged("vip"), actorId, now });
  expect(await countContacts(account, { segment: id })).toBe(1);
  await changeSegment(account, { id, filter: tagged("new"), now });
  await changeSegment(account, { id, name: "New ones", now });
  expect(await listSegments(account)).toEqual([{ id, name: "New ones", filter: tagged("new") }]);
  expect(await countContacts(account, { segment: id })).toBe(2);
  await deleteSegment(account, { id });
  expect(await listSegments(account)).toEqual([]);
  await expect(countContacts(account, { segment: id })).rejects.toMatchObject({ code: "not_found" });
});

it("has a name of its own, also of two at once", async () => {
  const account = await makeAccount();
  const actorId = await makeMember(account);
  const save = (name: string) => saveSegment(account, { name, filter: tagged("a"), actorId, now });
  const made = await Promise.allSettled([save("One"), save("One")]);
  expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const { id } = await save("Two");
  await expect(changeSegment(account, { id, name: "One", now })).rejects.toMatchObject({ code: "conflict" });
  await changeSegment(account, { id, name: "Two", now });
});

it("needs a condition", () => {
  const nothing = { match: "all", conditions: [], groups: [] };
  const asked = saveSegmentSchema.safeParse({ account: "a", name: "All", filter: nothing });
  expect(asked.error?.issues[0]?.message).toBe("filter_empty");
});

it("another account reaches none of it", async () => {
  const [account, other] = [await makeAccount(), await makeAccount()];
  const actorId = await makeMember(account);
  const { id } = await saveSegment(account, { name: "Ours", filter: tagged("a"), actorId, now });
  await expect(changeSegment(other, { id, name: "X", now })).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteSegment(other, { id })).rejects.toMatchObject({ code: "not_found" });
  expect(await listSegments(other)).toEqual([]);
  expect(await listSegments(account)).toMatchObject([{ name: "Ours" }]);
});

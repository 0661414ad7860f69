import { expect, it } from "vitest";
import { makeAccount, makeContact } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { AppError } from "@/lib/errors";
import { attributeDefinitions, freeAttributes } from "./data";
import {
  archiveAttribute,
  changeAttribute,
  defineAttribute,
  orderAttributes,
  restoreAttribute,
} from "./mutations";

useTestDatabase();

const text = { label: "Plan", type: "text", options: [] } as const;
const define = (account: Awaited<ReturnType<typeof makeAccount>>, key: string) =>
  defineAttribute(account, { key, ...text, options: [] });
const keysOf = async (account: Awaited<ReturnType<typeof makeAccount>>) =>
  (await attributeDefinitions(account)).map(({ key }) => key);

it("a key is defined once, and of two at once one is refused", async () => {
  const account = await makeAccount();
  const made = await Promise.allSettled([define(account, "plan"), define(account, "plan")]);
  expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(define(account, "plan")).rejects.toMatchObject({
    code: "conflict",
    fields: { key: "attribute_key_taken" },
  });
});

it("keeps the order that was given, new ones behind it, archived ones last", async () => {
  const account = await makeAccount();
  const ids = [];
  for (const key of ["a", "b", "c"]) ids.push((await define(account, key)).id);
  await orderAttributes(account, { ids: [ids[2] ?? "", ids[0] ?? "", ids[1] ?? ""] });
  await define(account, "d");
  expect(await keysOf(account)).toEqual(["c", "a", "b", "d"]);
  await archiveAttribute(account, { id: ids[2] ?? "", now: new Date() });
  expect(await keysOf(account)).toEqual(["a", "b", "d", "c"]);
  await restoreAttribute(account, { id: ids[2] ?? "" });
  expect(await keysOf(account)).toEqual(["c", "a", "b", "d"]);
});

it("changes everything but the key, and keeps options only of a list", async () => {
  const account = await makeAccount();
  const { id } = await define(account, "plan");
  await changeAttribute(account, { id, label: "Tier", type: "list", options: ["a", "b", "a"] });
  expect(await attributeDefinitions(account)).toMatchObject([
    { key: "plan", label: "Tier", type: "list", options: ["a", "b"] },
  ]);
  await changeAttribute(account, { id, label: "Tier", type: "number", options: ["a"] });
  expect(await attributeDefinitions(account)).toMatchObject([{ type: "number", options: [] }]);
});

it("tells which attributes contacts have without a definition", async () => {
  const account = await makeAccount();
  await define(account, "plan");
  await makeContact(account, { attributes: { plan: "gold", city: "Porto", age: 40, none: null } });
  await makeContact(account, { attributes: { city: "Faro", vip: true } });
  expect(await freeAttributes(account)).toEqual([
    { key: "city", type: "text", contacts: 2 },
    { key: "age", type: "number", contacts: 1 },
    { key: "vip", type: "checkbox", contacts: 1 },
  ]);
});

it("another account reaches none of it", async () => {
  const [account, other] = [await makeAccount(), await makeAccount()];
  const { id } = await define(account, "plan");
  const refused = new AppError("not_found");
  await expect(changeAttribute(other, { id, ...text, options: [] })).rejects.toEqual(refused);
  await expect(archiveAttribute(other, { id, now: new Date() })).rejects.toEqual(refused);
  await orderAttributes(other, { ids: [id] });
  expect(await attributeDefinitions(other)).toEqual([]);
  expect(await attributeDefinitions(account)).toMatchObject([{ key: "plan", isArchived: false }]);
});

import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeInbox } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { findContacts, getEditorContext } from "./preview";

useTestDatabase();
const now = new Date("2026-11-23T12:00:00Z");
const agent = { name: "Sofia", email: "sofia@example.com" };
let account: AccountId;

beforeEach(async () => {
  account = await makeAccount({ name: "Aurora" });
  await makeInbox(account);
});

describe("what the editor knows", () => {
  it("are the account's variables, with one for each attribute of its contacts, and its inboxes", async () => {
    await makeContact(account, { attributes: { plan_name: "gold", debts: 2, vip: true, "not a name": 1 } });
    const { variables, inboxes } = await getEditorContext(account, agent, now);
    expect(variables.slice(-3)).toEqual([
      { name: "contact.debts", type: "number", label: "debts" },
      { name: "contact.plan_name", type: "text", label: "plan name" },
      { name: "contact.vip", type: "checkbox", label: "vip" },
    ]);
    expect(inboxes).toMatchObject([{ channel: "whatsapp", name: "Phone on the screen" }]);
  });

  it("finds contacts by part of their name, taking no character for a pattern", async () => {
    await makeContact(account, { name: "Ana 100%" });
    await makeContact(account, { name: "Bruno" });
    const names = async (words: string) => (await findContacts(account, words)).map(({ name }) => name);
    expect(await names("an")).toEqual(["Ana 100%"]);
    expect(await names("0%")).toEqual(["Ana 100%"]);
    expect(await names("_")).toEqual([]);
    expect(await names("")).toEqual(["Bruno", "Ana 100%"]);
  });
});

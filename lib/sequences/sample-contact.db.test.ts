import { beforeEach, describe, expect, it } from "vitest";
import { withAccount } from "@/db/client";
import { makeAccount, makeCharge, makeContact, makeInbox } from "@/db/factories";
import { conversations } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { getSampleContact } from "./sample-contact";

useTestDatabase();
const now = new Date("2026-11-23T12:00:00Z");
const agent = { name: "Sofia", email: "sofia@example.com" };
let account: AccountId;

beforeEach(async () => {
  account = await makeAccount();
});

describe("somebody to show a text with", () => {
  it("has the values that a text would be filled with", async () => {
    const contact = await makeContact(account, { attributes: { plan: "gold", empty: " " } });
    const sample = await getSampleContact(account, { contactId: contact.id, agent, now });
    expect(sample.values).toEqual({
      name: "Ana Souza",
      first_name: "Ana",
      phone: contact.phone,
      plan: "gold",
    });
    expect(sample).toMatchObject({ records: {}, windowClosesAt: null });
  });

  it("brings the record that a run would be about, never one that is settled", async () => {
    const contact = await makeContact(account);
    await makeCharge(account, contact.id, { title: "Paid one", status: "paid" });
    await makeCharge(account, contact.id, { title: "Open one", amount: 12_345, dueOn: "2026-12-01" });
    const { records } = await getSampleContact(account, { contactId: contact.id, agent, now });
    expect(records).toEqual({
      charge: {
        title: "Open one",
        amount: 123.45,
        currency: "BRL",
        due_date: "2026-12-01",
        status: "pending",
      },
    });
  });

  it("knows when the window closes where an inbox has one", async () => {
    const contact = await makeContact(account);
    const inbox = await makeInbox(account, { provider: "whatsapp_cloud" });
    await withAccount(account, (tx) =>
      tx.insert(conversations).values({
        accountId: account,
        inboxId: inbox.id,
        contactId: contact.id,
        lastMessageAt: now,
        lastInboundAt: now,
      }),
    );
    const { windowClosesAt } = await getSampleContact(account, { contactId: contact.id, agent, now });
    expect(windowClosesAt).toBe("2026-11-24T11:50:00.000Z");
  });

  it("is nobody of another account", async () => {
    const foreign = await makeContact(await makeAccount());
    for (const contactId of [foreign.id, "nonsense"]) {
      const sample = getSampleContact(account, { contactId, agent, now });
      await expect(sample).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

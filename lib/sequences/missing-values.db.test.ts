import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeCharge, makeContact } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { countMissingValues } from "./missing-values";

useTestDatabase();
let account: AccountId;

beforeEach(async () => {
  account = await makeAccount();
});

describe("counting who has no value", () => {
  it("looks at names, addresses and attributes of the contacts that are there", async () => {
    await makeContact(account, {
      firstName: "Ana",
      email: "ana@example.com",
      attributes: { plan: "Pro", paid: false },
    });
    await makeContact(account, { firstName: " ", attributes: { plan: " " } });
    await makeContact(account, { phone: null, attributes: { plan: null, score: 0 } });
    await makeContact(account, { firstName: "", deletedAt: new Date("2026-11-01T00:00:00Z") });
    const names = ["first_name", "name", "email", "phone", "plan", "paid", "score"];
    const counts = await countMissingValues(
      account,
      names.map((name) => `contact.${name}`),
    );
    const missing = Object.fromEntries(names.map((name) => [name, counts[`contact.${name}`]?.missing]));
    expect(missing).toEqual({ first_name: 1, name: 0, email: 2, phone: 1, plan: 2, paid: 2, score: 2 });
    expect(counts["contact.plan"]).toEqual({ kind: "contact", missing: 2, of: 3, isSample: false });
  });

  it("looks at the records for what a record is to say", async () => {
    const contact = await makeContact(account);
    await makeCharge(account, contact.id, { paymentUrl: "https://pay.example.com/1" });
    await makeCharge(account, contact.id, { paymentUrl: null });
    expect(await countMissingValues(account, ["charge.link", "charge.amount"])).toEqual({
      "charge.link": { kind: "charge", missing: 1, of: 2, isSample: false },
    });
  });

  it("says when it has looked at the newest only", async () => {
    await makeContact(account, { attributes: { plan: "Pro" } });
    await makeContact(account, { attributes: { plan: "Pro" } });
    await makeContact(account);
    const counted = await countMissingValues(account, ["contact.plan"], 2);
    expect(counted["contact.plan"]).toEqual({ kind: "contact", missing: 1, of: 2, isSample: true });
  });

  it("knows nothing of other accounts, of unknown names and of hostile ones", async () => {
    await makeContact(await makeAccount(), { firstName: "" });
    const asked = [
      "contact.first_name",
      "agent.name",
      "contact.x'; drop table contacts; --",
      "__proto__",
      "",
    ];
    expect(await countMissingValues(account, asked)).toEqual({
      "contact.first_name": { kind: "contact", missing: 0, of: 0, isSample: false },
    });
  });
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { makeAccount, makeCharge, makeContact } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { markOverdue, markStalled } from "./by-calendar";
import { watchClock } from "./watch-clock";

const database = useTestDatabase();
// 23:30 of the 10th in the account's zone, America/Sao_Paulo.
const NOW = new Date("2026-03-11T02:30:00Z");
const MIDNIGHT = new Date("2026-03-11T03:00:00Z");
const daysBefore = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

let accountId: AccountId;
let contactId: string;
beforeEach(async () => {
  accountId = await makeAccount();
  contactId = (await makeContact(accountId)).id;
});

const eventsOf = (name: string) => database.sql`
  select record_id, data from contact_events where account_id = ${accountId} and name = ${name}`;
const statusOf = async (id: string) =>
  (await database.sql`select status from charges where id = ${id}`)[0]?.status;

describe("a charge", () => {
  it("is overdue when its due date is over in the account's zone, and is told so once", async () => {
    const charge = await makeCharge(accountId, contactId, { dueOn: "2026-03-10" });
    await markOverdue(accountId, NOW);
    expect(await statusOf(charge.id)).toBe("pending");
    await Promise.all([markOverdue(accountId, MIDNIGHT), markOverdue(accountId, MIDNIGHT)]);
    await markOverdue(accountId, MIDNIGHT);
    expect(await statusOf(charge.id)).toBe("overdue");
    expect(await eventsOf("charge.overdue")).toMatchObject([{ record_id: charge.id, data: { amount: 120 } }]);
  });

  it("that was paid, or whose contact is gone, is left as it is", async () => {
    const paid = await makeCharge(accountId, contactId, { dueOn: "2026-03-01", status: "paid" });
    const gone = await makeContact(accountId, { deletedAt: NOW });
    const left = await makeCharge(accountId, gone.id, { dueOn: "2026-03-01" });
    expect(await markOverdue(accountId, MIDNIGHT)).toBe(0);
    expect([await statusOf(paid.id), await statusOf(left.id)]).toEqual(["paid", "pending"]);
  });
});

async function makeDeal(lastActivityAt: Date, status = "open") {
  const [pipelineId, stageId, id] = [randomUUID(), randomUUID(), randomUUID()];
  await database.sql`insert into pipelines (id, account_id, name) values (${pipelineId}, ${accountId}, 'Sales')`;
  await database.sql`
    insert into stages (id, account_id, pipeline_id, name) values (${stageId}, ${accountId}, ${pipelineId}, 'Talking')`;
  await database.sql`
    insert into deals (id, account_id, contact_id, title, status, stage_id, last_activity_at)
    values (${id}, ${accountId}, ${contactId}, 'Fifty chairs', ${status}, ${stageId}, ${lastActivityAt})`;
  return id;
}

describe("an open deal", () => {
  it("has stalled after the account's number of days without activity, once until its next activity", async () => {
    const id = await makeDeal(daysBefore(8));
    await makeDeal(daysBefore(6));
    await makeDeal(daysBefore(60), "won");
    await Promise.all([markStalled(accountId, NOW), markStalled(accountId, NOW)]);
    await markStalled(accountId, MIDNIGHT);
    expect(await eventsOf("deal.stalled")).toEqual([
      { record_id: id, data: { title: "Fifty chairs", stage: "Talking", days: 7 } },
    ]);
    await database.sql`update deals set last_activity_at = ${NOW}, stalled_at = null where id = ${id}`;
    await markStalled(accountId, new Date(NOW.getTime() + 8 * 86_400_000));
    expect((await eventsOf("deal.stalled")).filter((row) => row.record_id === id)).toHaveLength(2);
  });
});

it("an account that cannot be looked at keeps back no other", async () => {
  const broken = await makeAccount();
  await database.sql`delete from module_settings where account_id = ${broken}`;
  const charge = await makeCharge(accountId, contactId, { dueOn: "2026-03-10" });
  const { failed } = await watchClock(MIDNIGHT);
  expect(failed).toBeGreaterThan(0);
  expect(await statusOf(charge.id)).toBe("overdue");
});

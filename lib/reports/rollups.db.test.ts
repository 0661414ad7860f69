import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeContact, makeEnrollment, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { SEND_GRAINS } from "@/lib/core/metrics";
import { foldChanges, rebuildRollups } from "./rollups";

useTestDatabase();

const NOW = new Date("2026-11-21T02:30:00Z");

async function makeWorld() {
  const accountId = await makeAccount();
  const sequence = await makeSequence(accountId);
  const contact = await makeContact(accountId);
  const run = await makeEnrollment(accountId, sequence, contact.id, { enrolledAt: NOW });
  return { accountId, run };
}

const send = (accountId: AccountId, enrollmentId: string, contactId: string, sentAt: Date) =>
  withAccountSql(
    accountId,
    (tx) => tx`
      insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, sent_at)
      values (${accountId}, ${enrollmentId}, ${contactId}, ${randomUUID()}, 0, 'sent', 'sms', ${sentAt})`,
  );

const rollups = (accountId: AccountId) =>
  withAccountSql(accountId, async (tx) => ({
    sends: await tx`
      select grain, day::text, channel, step_id, entry, hour, sent, delivered, replied, attempted from send_rollups
      where attempted <> 0 order by grain, day, channel, step_id`,
    runs: await tx`
      select grain, day::text, entry, status, end_reason, runs from run_rollups where runs <> 0 order by grain, status`,
    waiting: (await tx`select from send_changes`).length + (await tx`select from run_changes`).length,
  }));

describe("rollups", () => {
  it("count each fact once, on its day in the account's zone, and are the same when counted anew", async () => {
    const { accountId, run } = await makeWorld();
    await send(accountId, run.id, run.contactId, NOW);
    await foldChanges(accountId, NOW);
    await withAccountSql(
      accountId,
      (tx) => tx`update messages set status = 'replied', replied_at = ${NOW} where enrollment_id = ${run.id}`,
    );
    await foldChanges(accountId, NOW);
    const folded = await rollups(accountId);
    expect(folded.waiting).toBe(0);
    expect(folded.sends).toHaveLength(SEND_GRAINS.length);
    for (const row of folded.sends)
      expect(row).toMatchObject({ sent: 1, delivered: 1, replied: 1, attempted: 1 });
    for (const { grain, day } of folded.sends)
      expect(day).toBe(grain.endsWith("_month") ? "2026-11-01" : "2026-11-20");
    const hourOf = (name: string) => folded.sends.find(({ grain }) => grain === name)?.hour;
    expect([hourOf("hour"), hourOf("hour_month")]).toEqual([23, 5 * 24 + 23]);
    await rebuildRollups(accountId, NOW);
    expect(await rollups(accountId)).toEqual(folded);
  });

  it("lose what was removed", async () => {
    const { accountId, run } = await makeWorld();
    await send(accountId, run.id, run.contactId, NOW);
    await foldChanges(accountId, NOW);
    await withAccountSql(accountId, async (tx) => {
      await tx`delete from messages where enrollment_id = ${run.id}`;
      await tx`delete from enrollments where id = ${run.id}`;
    });
    await foldChanges(accountId, NOW);
    expect(await rollups(accountId)).toEqual({ sends: [], runs: [], waiting: 0 });
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeContact, makeEnrollment, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { SEND_GRAINS } from "@/lib/core/metrics";
import { checkRollups } from "./check-rollups";
import { foldChanges, rebuildRollups } from "./rollups";

useTestDatabase();

const NOW = new Date("2026-11-21T12:00:00Z");

async function makeSend() {
  const accountId = await makeAccount();
  const sequence = await makeSequence(accountId);
  const contact = await makeContact(accountId);
  const run = await makeEnrollment(accountId, sequence, contact.id, { enrolledAt: NOW });
  await withAccountSql(
    accountId,
    (tx) => tx`
      insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, sent_at)
      values (${accountId}, ${run.id}, ${contact.id}, ${randomUUID()}, 0, 'sent', 'sms', ${NOW})`,
  );
  return { accountId, run };
}

describe("checking rollups", () => {
  it("finds them right before and after they were folded", async () => {
    const { accountId } = await makeSend();
    expect(await checkRollups(accountId)).toEqual([]);
    await foldChanges(accountId, NOW);
    expect(await checkRollups(accountId)).toEqual([]);
  });

  it("names each figure that is wrong, and none after counting anew", async () => {
    const { accountId } = await makeSend();
    await foldChanges(accountId, NOW);
    await withAccountSql(
      accountId,
      (tx) => tx`update send_rollups set sent = 7 where grain = 'hour' and account_id = ${accountId}`,
    );
    await withAccountSql(
      accountId,
      (tx) => tx`delete from run_rollups where grain = 'entry' and account_id = ${accountId}`,
    );
    expect(await checkRollups(accountId)).toMatchObject([
      {
        table: "send_rollups",
        measure: "sent",
        kept: 7,
        counted: 1,
        key: { grain: "hour", day: "2026-11-21", hour: 9 },
      },
      {
        table: "run_rollups",
        measure: "runs",
        kept: 0,
        counted: 1,
        key: { grain: "entry", entry: "manual" },
      },
    ]);
    await rebuildRollups(accountId, NOW);
    expect(await checkRollups(accountId)).toEqual([]);
  });

  it("says nothing of another account's rows", async () => {
    const { accountId } = await makeSend();
    const other = await makeSend();
    await foldChanges(other.accountId, NOW);
    await withAccountSql(other.accountId, (tx) => tx`update send_rollups set sent = 7`);
    expect(await checkRollups(accountId)).toEqual([]);
    expect(await checkRollups(other.accountId)).toHaveLength(SEND_GRAINS.length);
  });
});

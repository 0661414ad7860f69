import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeContact, makeEnrollment, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { SEND_GRAINS } from "@/lib/core/metrics";
import { reportOf } from "./data";
import { foldAll } from "./fold-all";
import { foldChanges, rebuildRollups } from "./rollups";

const database = useTestDatabase();
const NOW = new Date("2026-11-21T02:30:00Z");

async function makeWorld() {
  const accountId = await makeAccount();
  const sequence = await makeSequence(accountId);
  const run = await makeEnrollment(accountId, sequence, (await makeContact(accountId)).id, {
    enrolledAt: NOW,
  });
  const send = () =>
    withAccountSql(accountId, async (tx) => {
      const id = randomUUID();
      await tx`
        insert into messages (id, account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, sent_at)
        values (${id}, ${accountId}, ${run.id}, ${run.contactId}, ${randomUUID()}, 0, 'sent', 'sms', ${NOW})`;
      await tx`
        update messages set status = 'replied', replied_at = ${NOW} where enrollment_id = ${run.id} and id = ${id}`;
    });
  return { accountId, send };
}

const countsOf = async (accountId: AccountId) => {
  const { sent, replied } = (await reportOf(accountId, { days: "7" }, NOW)).totals.counts;
  return { sent, replied };
};
const folded = (accountId: AccountId) => database.sql`
  select grain, sum(sent)::int as sent, sum(replied)::int as replied from send_rollups
  where account_id = ${accountId} group by grain`;

/** Until somebody waits for a lock: a rebuild that is to forget a locked change has its view of the data by then. */
async function waiter(): Promise<void> {
  const waiting = () => database.sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await waiting()).length === 0);
}

describe("at the same time", () => {
  it("two folds, rebuilds and sends lose nothing and count nothing twice, and every report between is exact", async () => {
    const { accountId, send } = await makeWorld();
    const SENDS = 40;
    let sent = 0;
    const sending = (async () => {
      for (; sent < SENDS; sent++) await send();
    })();
    const isOver = () => sent >= SENDS;
    const again = async (act: () => Promise<unknown>) => {
      while (!isOver()) await act();
    };
    await Promise.all([
      sending,
      again(() => foldChanges(accountId, NOW)),
      again(() => foldChanges(accountId, NOW)),
      again(() => rebuildRollups(accountId, NOW)),
      again(async () => {
        const atLeast = sent;
        const counts = await countsOf(accountId);
        const atMost = sent + 1;
        expect(counts.replied).toBe(counts.sent);
        expect(counts.sent).toBeGreaterThanOrEqual(atLeast);
        expect(counts.sent).toBeLessThanOrEqual(atMost);
      }),
    ]);
    expect(await countsOf(accountId)).toEqual({ sent: SENDS, replied: SENDS });
    await Promise.all([foldChanges(accountId, NOW), foldChanges(accountId, NOW)]);
    expect(await countsOf(accountId)).toEqual({ sent: SENDS, replied: SENDS });
    const grains = await folded(accountId);
    expect(grains).toHaveLength(SEND_GRAINS.length);
    for (const grain of grains) expect(grain).toMatchObject({ sent: SENDS, replied: SENDS });
  });

  it("a send that is committed behind a rebuild's view is folded after it", async () => {
    const { accountId, send } = await makeWorld();
    await send();
    let rebuilt: Promise<void> | undefined;
    await database.sql.begin(async (tx) => {
      await tx`select from send_changes where account_id = ${accountId} for update`;
      rebuilt = rebuildRollups(accountId, NOW);
      await waiter();
      await send();
    });
    await rebuilt;
    expect(await countsOf(accountId)).toEqual({ sent: 2, replied: 2 });
    for (const grain of await folded(accountId)) expect(grain).toMatchObject({ sent: 1 });
    await foldChanges(accountId, NOW);
    expect(await countsOf(accountId)).toEqual({ sent: 2, replied: 2 });
    for (const grain of await folded(accountId)) expect(grain).toMatchObject({ sent: 2 });
  });
});

describe("the account's zone", () => {
  it("changes the days of its numbers with the next fold", async () => {
    const { accountId, send } = await makeWorld();
    await send();
    await foldAll(NOW);
    const lastDay = async () => {
      const { zone, series } = await reportOf(accountId, { from: "2026-11-20", to: "2026-11-21" }, NOW);
      return { zone, sent: series.map(({ sent }) => sent) };
    };
    expect(await lastDay()).toEqual({ zone: "America/Sao_Paulo", sent: [1, 0] });
    await database.sql`
      update module_settings set settings = settings || '{"timeZone": "Asia/Tokyo"}' where account_id = ${accountId}`;
    expect(await lastDay()).toEqual({ zone: "America/Sao_Paulo", sent: [1, 0] });
    await Promise.all([foldAll(NOW), foldAll(NOW)]);
    expect(await lastDay()).toEqual({ zone: "Asia/Tokyo", sent: [0, 1] });
    for (const grain of await folded(accountId)) expect(grain).toMatchObject({ sent: 1 });
  });

  it("keeps the hour that comes twice at midnight on its own day", async () => {
    const { accountId } = await makeWorld();
    await database.sql`
      update module_settings set settings = settings || '{"timeZone": "America/Havana"}' where account_id = ${accountId}`;
    // Clocks go back from 01:00 to 00:00 on 1 November 2026: 00:30 comes at 04:30 and at 05:30.
    const [run] = await database.sql<{ id: string; contact_id: string }[]>`
      select id, contact_id from enrollments where account_id = ${accountId}`;
    for (const at of ["2026-11-01T03:30:00Z", "2026-11-01T04:30:00Z", "2026-11-01T05:30:00Z"])
      await database.sql`
        insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, sent_at)
        values (${accountId}, ${run?.id ?? null}, ${run?.contact_id ?? null}, ${randomUUID()}, 0, 'sent', 'sms', ${at})`;
    const days = async () =>
      (await reportOf(accountId, { from: "2026-10-31", to: "2026-11-01" }, NOW)).series.map(
        ({ sent }) => sent,
      );
    const oneDay = async () =>
      (await reportOf(accountId, { from: "2026-11-01", to: "2026-11-01" }, NOW)).totals.counts.sent;
    expect([await days(), await oneDay()]).toEqual([[1, 2], 2]);
    await foldChanges(accountId, NOW);
    expect([await days(), await oneDay()]).toEqual([[1, 2], 2]);
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type SqlTx, withAccountSql } from "@/db/client";
import { makeAccount, makeContact, makeEnrollment, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { SEND_FACTS } from "@/lib/core/metrics";

useTestDatabase();

const DAY = new Date("2026-11-21T12:00:00Z");
const NEXT_DAY = new Date("2026-11-22T12:00:00Z");
const SENT = SEND_FACTS.sent + SEND_FACTS.attempted;

async function makeRun() {
  const accountId = await makeAccount();
  const sequence = await makeSequence(accountId);
  const run = await makeEnrollment(accountId, sequence, (await makeContact(accountId)).id);
  const insert = (tx: SqlTx, sentAt: (Date | null)[]) => tx`
    insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, claimed_at, sent_at)
    select ${accountId}, ${run.id}, ${run.contactId}, ${randomUUID()}, n, case when at is null then 'claimed' else 'sent' end
      ::message_status, 'sms', ${DAY}, at
    from json_array_elements_text(${JSON.stringify(sentAt)}::text::json) with ordinality s(value, n)
    cross join lateral (select value::timestamptz as at) sent order by n`;
  const inAccount = <T>(act: (tx: SqlTx) => Promise<T>) => withAccountSql(accountId, act);
  /** What was noted since it was last asked for. */
  const noted = () =>
    inAccount(async (tx) => {
      const rows = await tx<{ at: Date; gained: number; lost: number }[]>`
        delete from send_changes returning counted_at as at, gained, lost`;
      const lines = rows.map(
        ({ at, gained, lost }) => `${at.toISOString().slice(0, 10)} +${gained} -${lost}`,
      );
      return lines.sort();
    });
  return { accountId, run, insert, inAccount, noted };
}

describe("what a statement did to many sends", () => {
  it("is noted once for each that gained or lost something, and not for the others", async () => {
    const { insert, inAccount, noted, run } = await makeRun();
    await inAccount((tx) => insert(tx, [DAY, DAY, null]));
    expect(await noted()).toEqual([`2026-11-21 +${SENT} -0`, `2026-11-21 +${SENT} -0`]);
    await inAccount(
      (tx) => tx`
      update messages set attempts = 2, delivered_at = case when step_epoch = 1 then ${NEXT_DAY}::timestamptz end
      where enrollment_id = ${run.id}`,
    );
    expect(await noted()).toEqual([`2026-11-21 +${SEND_FACTS.delivered} -0`]);
    await inAccount((tx) => tx`update messages set attempts = 3 where enrollment_id = ${run.id}`);
    expect(await noted()).toEqual([]);
    await inAccount((tx) => tx`delete from messages where enrollment_id = ${run.id}`);
    expect(await noted()).toEqual([
      `2026-11-21 +0 -${SENT}`,
      `2026-11-21 +0 -${SENT + SEND_FACTS.delivered}`,
    ]);
  });

  it("moves a send that is counted elsewhere now, whole", async () => {
    const { insert, inAccount, noted, run } = await makeRun();
    await inAccount((tx) => insert(tx, [DAY, DAY]));
    await noted();
    await inAccount(
      (tx) => tx`
      update messages set sent_at = ${NEXT_DAY}, delivered_at = ${NEXT_DAY} where enrollment_id = ${run.id} and step_epoch = 2`,
    );
    expect(await noted()).toEqual([
      `2026-11-21 +0 -${SENT}`,
      `2026-11-22 +${SENT + SEND_FACTS.delivered} -0`,
    ]);
  });

  it("is noted for those that a repeated insertion finds there, too", async () => {
    const { accountId, inAccount, noted, run } = await makeRun();
    const stepId = randomUUID();
    const skip = (status: string, epochs: number[]) =>
      inAccount(
        (tx) => tx`
        insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, created_at)
        select ${accountId}, ${run.id}, ${run.contactId}, ${stepId}, epoch, ${status}, ${DAY} from unnest(${epochs}::smallint[]) epoch
        on conflict (enrollment_id, step_id, step_epoch) do update set status = excluded.status`,
      );
    await skip("scheduled", [1]);
    expect(await noted()).toEqual([]);
    await skip("skipped", [1, 2]);
    const skipped = `2026-11-21 +${SEND_FACTS.skipped} -0`;
    expect(await noted()).toEqual([skipped, skipped]);
  });
});

describe("a send's names", () => {
  it("are those of its run, whether the writer gives them or not", async () => {
    const { accountId, insert, inAccount, run } = await makeRun();
    await inAccount((tx) => insert(tx, [DAY]));
    await inAccount(
      (tx) => tx`
      insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, sequence_id, version_id, assignee_id, entry,
        enrolled_at)
      select ${accountId}, id, contact_id, ${randomUUID()}, 0, 'claimed', sequence_id, version_id, assignee_id, entry, enrolled_at
      from enrollments where id = ${run.id}`,
    );
    const [same] = await inAccount(
      (tx) => tx<{ sends: number }[]>`
      select count(*)::int as sends from messages m join enrollments e on e.id = m.enrollment_id
      where (m.sequence_id, m.version_id, m.assignee_id, m.entry, m.enrolled_at)
        is not distinct from (e.sequence_id, e.version_id, e.assignee_id, e.entry, e.enrolled_at)`,
    );
    expect(same?.sends).toBe(2);
  });
});

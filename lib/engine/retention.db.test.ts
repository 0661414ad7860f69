import { beforeAll, describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import {
  makeAccount,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { checkRollups } from "@/lib/reports/check-rollups";
import { foldChanges } from "@/lib/reports/rollups";
import { record } from "./ledger";
import { forgetOld } from "./retention";

const database = useTestDatabase();

const NOW = new Date();
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
/** The middle of the month that lies so many before this one. */
const monthsAgo = (months: number) =>
  new Date(Date.UTC(NOW.getUTCFullYear(), NOW.getUTCMonth() - months, 15));
const KEEPING = { ledgerMonths: 3, rawEventsDays: 90 };

beforeAll(async () => {
  await database.sql`select ensure_month_partitions(12, 6)`;
});

async function makeHistory() {
  const accountId = await makeAccount();
  const sequence = await makeSequence(accountId);
  const contact = await makeContact(accountId);
  const run = await makeEnrollment(accountId, sequence, contact.id, { enrolledAt: monthsAgo(5) });
  return { accountId, run };
}

const tell = (accountId: AccountId, enrollmentId: string, at: Date) =>
  withAccountSql(accountId, (tx) =>
    record(tx, accountId, [
      { at, kind: "paused", enrollmentId, because: { code: "paused_by_person", data: {} } },
    ]),
  );

const toldAt = (enrollmentId: string) =>
  database.sql`select at from ledger where enrollment_id = ${enrollmentId} order by at`.then((rows) =>
    rows.map((row) => row.at as Date),
  );

describe("the ledger", () => {
  it("loses whole months that are older than it is kept, and reports keep what they have counted", async () => {
    const { accountId, run } = await makeHistory();
    for (const months of [5, 4, 3, 1]) await tell(accountId, run.id, monthsAgo(months));
    await foldChanges(accountId, NOW);
    expect(await forgetOld(NOW, { ...KEEPING, ledgerMonths: null })).toMatchObject({ months: [] });
    expect(await toldAt(run.id)).toHaveLength(4);
    const { months } = await forgetOld(NOW, KEEPING);
    expect(months).toHaveLength(3);
    expect(months[0]).toMatch(/^ledger_\d{4}_\d{2}$/);
    expect(await toldAt(run.id)).toEqual([monthsAgo(3), monthsAgo(1)]);
    expect(await checkRollups(accountId)).toEqual([]);
    expect(await forgetOld(NOW, KEEPING)).toMatchObject({ months: [], rows: 0 });
  });

  it("loses old rows that lie in no month's partition, and keeps the others", async () => {
    const { accountId, run } = await makeHistory();
    await tell(accountId, run.id, monthsAgo(30));
    await tell(accountId, run.id, monthsAgo(2));
    expect(await database.sql`select from ledger_default`).toHaveLength(1);
    expect(await forgetOld(NOW, KEEPING)).toMatchObject({ rows: 1 });
    expect(await toldAt(run.id)).toEqual([monthsAgo(2)]);
  });
});

describe("what providers delivered", () => {
  it("goes once it was taken in and is old enough", async () => {
    const accountId = await makeAccount();
    const inbox = await makeInbox(accountId);
    const deliver = (key: string, at: Date, processedAt: Date | null) => database.sql`
      insert into inbound_events (id, account_id, inbox_id, provider, dedupe_key, body, received_at, received_last_at, processed_at)
      values (overlay(id_floor(${at})::text placing ${key} from 36)::uuid, ${accountId}, ${inbox.id}, 'sandbox', ${key}, '{}', ${at},
        ${at}, ${processedAt})`;
    await deliver("1", daysAgo(91), daysAgo(91));
    await deliver("2", daysAgo(91), null);
    await deliver("3", daysAgo(89), daysAgo(89));
    await forgetOld(NOW, KEEPING);
    const left = await database.sql`
      select dedupe_key from inbound_events where account_id = ${accountId} order by dedupe_key`;
    expect(left.map((row) => row.dedupe_key)).toEqual(["2", "3"]);
  });
});

describe("notifications", () => {
  it("go half a year after they were read, never unread", async () => {
    const accountId = await makeAccount();
    const userId = await makeMember(accountId);
    const notice = (key: string, at: Date, readAt: Date | null) => database.sql`
      insert into notifications (id, account_id, user_id, kind, dedupe_key, data, at, read_at)
      values (overlay(id_floor(${at})::text placing ${key} from 36)::uuid, ${accountId}, ${userId}, 'reply_waits', ${key}, '{}', ${at},
        ${readAt})`;
    await notice("1", daysAgo(200), daysAgo(181));
    await notice("2", daysAgo(200), daysAgo(170));
    await notice("3", daysAgo(200), null);
    await forgetOld(NOW, KEEPING);
    const left = await database.sql`
      select dedupe_key from notifications where account_id = ${accountId} order by dedupe_key`;
    expect(left.map((row) => row.dedupe_key)).toEqual(["2", "3"]);
  });
});

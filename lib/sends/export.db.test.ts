import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { makeAccount } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { exportSends } from "./export";
import { manySends } from "./fixtures/many-sends";
import type { SendFilter } from "./schema";

const database = useTestDatabase();

async function exported(account: AccountId, filter: SendFilter = {}) {
  const text = await new Response(await exportSends(account, filter)).text();
  return parse(text, { bom: true, columns: true }) as Record<string, string>[];
}

const openTransactions = async () => {
  const [row] = await database.sql<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`;
  return row?.n ?? 0;
};

describe("exportSends", () => {
  it("tells each send once, over all its turns, two readers at once, and none of another account", async () => {
    const { accountId } = await manySends(database, 4_001);
    for (const rows of await Promise.all([exported(accountId), exported(accountId, { fact: "sent" })])) {
      expect(rows).toHaveLength(4_001);
      expect(
        new Set(rows.map((row) => `${row.enrollment_id} ${row.sent_or_tried_at} ${row.step}`)).size,
      ).toBeGreaterThan(1_000);
    }
    expect(await exported(await makeAccount())).toEqual([]);
  });

  it("says what became of a send, and no cell is a formula", async () => {
    const { accountId, contact } = await manySends(database, 1);
    await database.sql`update contacts set name = '=1+1' where id = ${contact.id}`;
    await database.sql`
      insert into conversions (account_id, enrollment_id, sequence_id, version_id, contact_id, step_id, event_id, event,
        is_after_end, amount, currency, at, enrolled_at, entry, message_id, sent_at, channel, mode)
      select account_id, enrollment_id, sequence_id, version_id, contact_id, step_id, new_id(), 'charge.paid', false, 12050,
        'BRL', sent_at + interval '1 hour', enrolled_at, entry, id, sent_at, channel, mode from messages
      where account_id = ${accountId}`;
    const [row] = await exported(accountId);
    expect(row).toMatchObject({
      ...{
        contact: "'=1+1",
        sequence: "Unanswered conversation",
        version: "1",
        channel: "sms",
        mode: "static",
      },
      ...{
        status: "sent",
        sent_or_tried_at: "2026-03-11T02:30:00.000Z",
        converted_at: "2026-03-11T03:30:00.000Z",
      },
      ...{ goal: "charge.paid", amount: "120.50", currency: "BRL" },
    });
    expect(await exported(accountId, { fact: "converted" })).toMatchObject([
      { goal: "charge.paid", status: "" },
    ]);
  });

  it("reads no further and holds nothing open when its reader leaves in the middle", async () => {
    const { accountId } = await manySends(database, 9_000);
    const reader = (await exportSends(accountId, {})).getReader();
    await reader.read();
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value).trim().split("\n")).toHaveLength(2_000);
    expect(await openTransactions()).toBe(0);
    await reader.cancel();
    expect(await openTransactions()).toBe(0);
  });

  it("breaks off where it cannot go on, so that no part passes for the whole", async () => {
    const { accountId } = await manySends(database, 5_000);
    const [segment] = await database.sql<{ id: string }[]>`
      insert into segments (account_id, name, filter)
      values (${accountId}, 'All', ${database.sql.json({ match: "all", conditions: [] })}) returning id`;
    const reader = (await exportSends(accountId, { segment: segment?.id })).getReader();
    await reader.read();
    await reader.read();
    await database.sql`delete from segments where id = ${segment?.id ?? ""}`;
    const rest = async () => {
      for (;;) if ((await reader.read()).done) return;
    };
    await expect(rest()).rejects.toMatchObject({ message: "segment_not_found" });
  });

  it("begins not at all for a segment that is not there", async () => {
    await expect(exportSends(await makeAccount(), { segment: randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

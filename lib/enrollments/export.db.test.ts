import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeEnrollment, makeMember, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { exportEnrollments } from "./export";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T12:00:00Z");

const read = async (stream: ReadableStream<Uint8Array>) =>
  parse(await new Response(stream).text(), { columns: true, bom: true }) as Record<string, string>[];

/** So many runs of one contact that they take several readings. */
async function many(count: number) {
  const accountId = await makeAccount();
  const sequence = await makeSequence(accountId);
  const contact = await makeContact(accountId);
  await database.sql`
    insert into enrollments (account_id, sequence_id, version_id, contact_id, conversation_id, enrolled_at)
    select ${accountId}, ${sequence.sequenceId}, ${sequence.versionId}, ${contact.id}, new_id(),
      ${NOW}::timestamptz + n / 7 * interval '1 second' from generate_series(1, ${count}::int) n`;
  return accountId;
}

describe("the export of runs", () => {
  it("tells every column, harmless to spreadsheets", async () => {
    const accountId = await makeAccount();
    const userId = await makeMember(accountId);
    const sequence = await makeSequence(accountId);
    const name = '=HYPERLINK("x"), "Ana"';
    const contact = await makeContact(accountId, { name, email: "ana@example.com", tags: ["vip", "a,b"] });
    const { id } = await makeEnrollment(accountId, sequence, contact.id, {
      ...{ enrolledAt: NOW, assigneeId: userId, enrolledBy: userId, lastChannel: "sms", entry: "deal.won" },
      ...{ status: "ended", endReason: "replied", endedAt: NOW, nextActionAt: null },
    });
    const [row, ...others] = await read(await exportEnrollments(accountId, {}, {}));
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      ...{ enrollment_id: id, contact: `'${name}`, phone: contact.phone, email: "ana@example.com" },
      ...{
        contact_tags: "vip, a,b",
        sequence: "Unanswered conversation",
        version: "1",
        step: "1",
        steps: "2",
      },
      ...{ status: "ended", end_reason: "replied", holdout: "no", enrolled_at: "2026-03-10T12:00:00Z" },
      ...{ entry: "deal.won", enrolled_by: "Member administrator", assignee: "Member administrator" },
      ...{ last_channel: "sms", next_action_at: "", ended_at: "2026-03-10T12:00:00Z" },
    });
  });

  it("is complete, without doubles, and two at once both are", async () => {
    const accountId = await many(4_321);
    const [one, two] = await Promise.all(
      [{}, { order: "asc" as const }].map(async (place) =>
        read(await exportEnrollments(accountId, {}, place)),
      ),
    );
    const ids = one?.map((row) => row.enrollment_id) ?? [];
    expect(new Set(ids).size).toBe(4_321);
    expect(two?.map((row) => row.enrollment_id)).toEqual(ids.toReversed());
  });

  it("is a header alone where nothing matches", async () => {
    const accountId = await makeAccount();
    expect(await read(await exportEnrollments(accountId, { sequence: randomUUID() }, {}))).toEqual([]);
  });

  it("fails where the database does in the middle, so that the file is seen to be cut off", async () => {
    const accountId = await many(5_000);
    const reader = (await exportEnrollments(accountId, {}, {})).getReader();
    await reader.read();
    await database.sql`alter table sequence_versions rename to versions_gone`;
    try {
      await expect(
        (async () => {
          while (!(await reader.read()).done);
        })(),
      ).rejects.toThrow(/sequence_versions/);
    } finally {
      await database.sql`alter table versions_gone rename to sequence_versions`;
    }
  });

  it("reads no further when nobody reads it any more", async () => {
    const accountId = await many(9_000);
    const reader = (await exportEnrollments(accountId, {}, {})).getReader();
    await reader.read();
    await reader.cancel();
    const scans = async () => {
      const [row] = await database.sql<{ count: number }[]>`
        select pg_stat_force_next_flush(), idx_scan::int + seq_scan::int as count from pg_stat_user_tables
        where relname = 'enrollments'`;
      return row?.count ?? 0;
    };
    // What was read ahead comes to its end.
    const working = async () => {
      const [row] = await database.sql<{ count: number }[]>`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`;
      return row?.count;
    };
    for (let quiet = 0; quiet < 5; quiet++) if ((await working()) !== 0) quiet = -1;
    const before = await scans();
    await expect(reader.read()).resolves.toEqual({ done: true, value: undefined });
    expect(await scans()).toBe(before);
  });
});

import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeAccount, makeContact, makeEnrollment, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { divisionOf, divisionTimesOf } from "./data";
import { exportReport } from "./export";
import { REPORT_TABLES } from "./schema";

const database = useTestDatabase();
const NOW = new Date("2026-11-20T12:00:00Z");

const tableOf = async (...asked: Parameters<typeof exportReport>) =>
  parse(await exportReport(...asked), { columns: true, bom: true }) as Record<string, string>[];

describe("a report as CSV", () => {
  it("has the numbers of the screen, and no cell that a spreadsheet takes for a formula", async () => {
    const accountId = await makeAccount();
    const sequence = await makeSequence(accountId);
    await database.sql`update sequences set name = '=cmd()' where id = ${sequence.sequenceId}`;
    const run = await makeEnrollment(accountId, sequence, (await makeContact(accountId)).id, {
      enrolledAt: NOW,
    });
    await withAccountSql(
      accountId,
      (tx) => tx`
        insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, sent_at)
        values (${accountId}, ${run.id}, ${run.contactId}, ${run.stepId}, 0, 'sent', 'sms', ${NOW})`,
    );
    const [row] = (await divisionOf(accountId, {}, "sequence", NOW)).rows;
    const [line, ...others] = await tableOf(accountId, { by: "sequence" }, NOW);
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      ...{ sequence_id: sequence.sequenceId, sequence: "'=cmd()" },
      ...{ sent: String(row?.counts.sent), reply_rate: "0", read_rate: "", enough_data: "no" },
    });
    expect(await tableOf(accountId, { by: "day", days: "7" }, NOW)).toHaveLength(7);
    expect(await tableOf(accountId, { by: "hour" }, NOW)).toHaveLength(168);
  });

  it("has every row of a division, of which the screen shows the first and says so", async () => {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId);
    const run = await makeEnrollment(accountId, await makeSequence(accountId), contact.id, {
      enrolledAt: NOW,
    });
    await withAccountSql(
      accountId,
      (tx) => tx`
        insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, sent_at, replied_at)
        select ${accountId}, ${run.id}, ${contact.id}, gen_random_uuid(), 0, 'replied', 'sms', ${NOW},
          ${NOW}::timestamptz + interval '1 minute' from generate_series(1, 203)`,
    );
    const shown = await divisionOf(accountId, {}, "step", NOW);
    expect([shown.rows.length, shown.isCut]).toEqual([200, true]);
    const lines = await tableOf(accountId, { by: "step" }, NOW);
    expect(lines).toHaveLength(203);
    expect(new Set(lines.map(({ reply_seconds_median }) => reply_seconds_median))).toEqual(new Set(["60"]));
    const times = await divisionTimesOf(accountId, {}, "step", NOW);
    expect(Object.keys(times)).toHaveLength(203);
    expect(times[shown.rows[0]?.key ?? ""]).toMatchObject({
      toReply: { count: 1, median: 60 },
      toGoal: { count: 0 },
    });
  });

  it.each(REPORT_TABLES)("by %s has a header where there is nothing to tell", async (by) => {
    const text = await exportReport(await makeAccount(), { by }, NOW);
    const [header = [], ...lines] = parse(text, { bom: true }) as string[][];
    expect(header.length).toBeGreaterThan(5);
    expect(lines).toHaveLength({ day: 30, hour: 168 }[by as string] ?? 0);
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeEnrollment, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { listSequences } from "./data";
import { listSends } from "./sends";

const database = useTestDatabase();
// 23:30 of the 9th in the account's zone, America/Sao_Paulo.
const NOW = new Date("2026-03-10T02:30:00Z");
const CURRENT = { status: "current" as const, tag: null };

type Sequence = Awaited<ReturnType<typeof makeSequence>>;

async function sent(accountId: AccountId, sequence: Sequence, ...times: string[]) {
  const contact = await makeContact(accountId);
  const last = times.toSorted().at(-1) ?? "";
  const run = await makeEnrollment(accountId, sequence, contact.id, {
    lastSentAt: new Date(last),
    enrolledAt: NOW,
  });
  for (const at of times)
    await database.sql`
      insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, sent_at)
      values (${accountId}, ${run.id}, ${contact.id}, ${randomUUID()}, 0, 'sent', ${at})`;
  return run;
}

describe("the list of sequences", () => {
  it("tells what starts each, by the live version", async () => {
    const accountId = await makeAccount();
    const trigger = { event: "charge.overdue" as const, match: "all" as const, conditions: [] };
    await makeSequence(accountId, { target: "charge", triggers: [trigger] });
    expect(await listSequences(accountId, CURRENT)).toMatchObject([
      { target: "charge", triggers: [trigger] },
    ]);
  });

  it("counts the finished runs that reached the goal", async () => {
    const accountId = await makeAccount();
    const sequence = await makeSequence(accountId);
    const finish = async (endReason: "goal_reached" | "replied") => {
      const contact = await makeContact(accountId);
      return makeEnrollment(accountId, sequence, contact.id, { status: "ended", endReason, endedAt: NOW });
    };
    const [won, replied] = [await finish("goal_reached"), await finish("replied")];
    await finish("replied");
    for (const { id, contactId } of [won, replied])
      await database.sql`
        insert into conversions (account_id, enrollment_id, sequence_id, version_id, contact_id, event_id, event,
          is_after_end, at, enrolled_at, entry)
        values (${accountId}, ${id}, ${sequence.sequenceId}, ${sequence.versionId}, ${contactId}, ${randomUUID()},
          'charge.paid', false, ${NOW}, ${NOW}, 'manual')`;
    expect(await listSequences(accountId, CURRENT)).toMatchObject([
      { finished: 3, replied: 2, converted: 2 },
    ]);
  });

  it("counts what each sent on the last fourteen days of the account's calendar", async () => {
    const accountId = await makeAccount();
    const [one, other] = [await makeSequence(accountId), await makeSequence(accountId)];
    await sent(accountId, one, "2026-03-10T02:00:00Z", "2026-03-09T02:59:00Z", "2026-02-24T03:00:00Z");
    await sent(accountId, one, "2026-03-10T01:00:00Z", "2026-02-24T02:59:59Z");
    await sent(accountId, other, "2026-01-01T00:00:00Z");
    const sends = await listSends(accountId, NOW);
    expect(sends[one.sequenceId]).toEqual({
      days: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2],
      isPartial: false,
    });
    expect(sends[other.sequenceId]?.days).toEqual(Array(14).fill(0));
    expect(await listSends(await makeAccount(), NOW)).toEqual({});
  });
});

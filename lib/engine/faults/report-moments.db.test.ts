import { describe, expect, it } from "vitest";
import { makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { enroll } from "@/lib/enrollments/mutations";
import { advance } from "../advance";
import { clockAt, DAY, later, MINUTE, NOW, templateStep } from "../fixtures/arrange";
import { REPORTS, type Report } from "./fixtures/reports";
import { useSentRuns } from "./fixtures/sent-run";

const database = useTestDatabase();
const { server, startDue, startSent } = useSentRuns(database);

describe("reports of a message", () => {
  it.each(REPORTS)("that come 46 times, several at once, are one: %s", async (report) => {
    const [once, often] = [await startSent(), await startSent()];
    await once.deliver(report, later(60 * MINUTE));
    for (let n = 0; n < 46; n += 6) {
      const many = Array.from({ length: Math.min(6, 46 - n) }, () =>
        often.deliver(report, later(60 * MINUTE)),
      );
      await Promise.all(many);
    }
    expect(await often.state()).toEqual(await once.state());
    const told = (accountId: string) => database.sql`
      select kind, count(*)::int from ledger where account_id = ${accountId} group by kind order by kind`;
    expect(await told(often.accountId)).toEqual(await told(once.accountId));
    const stored = await database.sql`
      select received_count from inbound_events where account_id = ${often.accountId}`;
    expect(stored).toEqual([{ received_count: 46 }]);
  });

  it("that all come at once end as they would one by one", async () => {
    const single = await startSent();
    for (const report of REPORTS) await single.deliver(report, later(60 * MINUTE));
    const expected = await single.state();
    for (let n = 0; n < 20; n++) {
      const { deliver, state } = await startSent();
      // Another one first each time, so that other ones meet.
      const turned = [...REPORTS.slice(n % REPORTS.length), ...REPORTS.slice(0, n % REPORTS.length)];
      await Promise.all(turned.map((report) => deliver(report, later(60 * MINUTE))));
      expect(await state(), turned.join()).toEqual(expected);
    }
  });

  /** One report comes while the provider has the message and has not answered yet. */
  const hearEarly = async (report: Report) => {
    const early = await startDue();
    server().beforeAnswer((id, count) =>
      early.deliver(
        report,
        { messageId: id, providerId: `wamid.${count}`, phone: early.phone },
        later(MINUTE),
      ),
    );
    await advance(early.run, clockAt(NOW));
    server().beforeAnswer(async () => {});
    return early;
  };

  it.each<Report>(["sent", "delivered", "read", "failed"])(
    "that come before the answer to the send itself are not lost: %s",
    async (report) => {
      const early = await hearEarly(report);
      const late = await startSent();
      await late.deliver(report, later(MINUTE));
      expect(await early.state()).toEqual(await late.state());
    },
  );

  it("a reply that comes before the answer to the send itself ends the run", async () => {
    const { state } = await hearEarly("reply");
    expect(await state()).toMatchObject({ run: "ended", end_reason: "replied", heard: 1 });
  });

  it("that come a week late say the same", async () => {
    const [prompt, late] = [await startSent(), await startSent()];
    for (const report of REPORTS) await prompt.deliver(report, later(60 * MINUTE));
    for (const report of REPORTS) await late.deliver(report, later(7 * DAY));
    expect(await late.state()).toEqual(await prompt.state());
  });

  it("a reply that comes a week late ends the runs that it was written in, and none that began since", async () => {
    const { accountId, contact, deliver, enrollmentId } = await startSent();
    const enrollAt = async (now: Date) => {
      const wait = { amount: 20, unit: "days" as const };
      const { sequenceId } = await makeSequence(accountId, { steps: [{ ...templateStep(), wait }] });
      const { enrolled } = await enroll(accountId, {
        sequenceId,
        contactIds: [contact.id],
        actorId: null,
        now,
      });
      return enrolled[0]?.enrollmentId ?? "";
    };
    const before = await enrollAt(later(MINUTE));
    const after = await enrollAt(later(DAY));
    // It was written an hour after the message.
    await deliver("reply", later(7 * DAY), later(60 * MINUTE));
    const runs = await database.sql<{ id: string; status: string; end_reason: string | null }[]>`
      select id, status, end_reason from enrollments where account_id = ${accountId}`;
    const endOf = (id: string) => runs.find((run) => run.id === id);
    expect(endOf(enrollmentId)).toMatchObject({ status: "ended", end_reason: "replied" });
    expect(endOf(before)).toMatchObject({ status: "ended", end_reason: "replied" });
    expect(endOf(after)).toMatchObject({ status: "active", end_reason: null });
  });
});

import { describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeInbox, makeMember, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { stopEnrollments } from "@/lib/enrollments/control";
import { enroll } from "@/lib/enrollments/mutations";
import { advance } from "./advance";
import { receive } from "./receive";

const database = useTestDatabase();
const NOW = new Date("2026-03-10T15:00:00.123Z");
const clockAt = (at: Date) => () => at;
const later = (ms: number) => new Date(NOW.getTime() + ms);
const DAY = 86_400_000;

async function arrange(steps = [makeStep(), makeStep({ wait: { amount: 1, unit: "days" } })]) {
  const accountId = await makeAccount();
  const inbox = await makeInbox(accountId);
  const contact = await makeContact(accountId);
  const sequence = await makeSequence(accountId, { steps });
  const { enrolled } = await enroll(accountId, {
    sequenceId: sequence.sequenceId,
    contactIds: [contact.id],
    actorId: null,
    now: NOW,
  });
  const enrollmentId = enrolled[0]?.enrollmentId ?? "";
  const run = { accountId, enrollmentId, driver: 1 };
  return { accountId, inbox, contact, sequence, enrollmentId, run };
}

const sends = (enrollmentId: string) => database.sql`
  select step_id, status, content, provider_id from messages where enrollment_id = ${enrollmentId} order by created_at`;
const runOf = async (enrollmentId: string) =>
  (await database.sql`select * from enrollments where id = ${enrollmentId}`)[0];
const story = async (enrollmentId: string) =>
  (
    await database.sql`select kind, because from ledger where enrollment_id = ${enrollmentId} order by at, id`
  ).map((row) => `${row.kind}:${row.because.code}`);

describe("a turn of a run", () => {
  it("sends the due step, waits for the next and completes after the last", async () => {
    const { run, enrollmentId, sequence } = await arrange();
    const first = await advance(run, clockAt(NOW));
    expect(first).toEqual({ kind: "wait", until: later(DAY).toISOString() });
    expect(await sends(enrollmentId)).toMatchObject([
      { step_id: sequence.snapshot.steps[0]?.id, status: "sent", content: { type: "text", text: "Hi Ana" } },
    ]);
    expect(await advance(run, clockAt(later(1000)))).toEqual(first);
    expect(await advance(run, clockAt(later(DAY)))).toEqual({ kind: "end", reason: "completed" });
    expect(await sends(enrollmentId)).toHaveLength(2);
    expect(await runOf(enrollmentId)).toMatchObject({
      status: "ended",
      end_reason: "completed",
      step_id: null,
    });
    expect(await story(enrollmentId)).toEqual([
      "enrolled:enrolled",
      "sent:accepted",
      "waiting:not_due",
      "sent:accepted",
      "ended:no_step_left",
    ]);
  });

  it("sends once when the same run is asked many times at once", async () => {
    const { run, enrollmentId } = await arrange();
    await Promise.all(Array.from({ length: 25 }, () => advance(run, clockAt(NOW))));
    expect(await sends(enrollmentId)).toHaveLength(1);
  });

  it("sends nothing after a stop", async () => {
    const { run, enrollmentId, accountId } = await arrange();
    const actorId = await makeMember(accountId);
    await stopEnrollments(accountId, { ids: [enrollmentId], actorId, now: NOW });
    expect(await advance(run, clockAt(NOW))).toEqual({ kind: "end", reason: "stopped" });
    expect(await sends(enrollmentId)).toHaveLength(0);
  });

  it("leaves to the newer durable run", async () => {
    const { run, enrollmentId } = await arrange();
    expect(await advance({ ...run, driver: 7 }, clockAt(NOW))).toEqual({
      kind: "end",
      reason: "handed_over",
    });
    expect(await sends(enrollmentId)).toHaveLength(0);
  });

  it("ends with replied when the contact answers in any thread", async () => {
    const { run, enrollmentId, accountId, contact } = await arrange();
    await advance(run, clockAt(NOW));
    const email = await makeInbox(accountId, { name: "Second phone", channel: "sms" });
    await receive(accountId, {
      inboxId: email.id,
      now: later(5000),
      events: [
        {
          kind: "message",
          providerId: "in-1",
          from: [{ kind: "phone", value: contact.phone ?? "" }],
          fromName: null,
          at: later(4000),
          text: "Yes, tell me more",
          contentType: "text",
          inReplyTo: null,
          isAutomatic: false,
        },
      ],
    });
    expect(await runOf(enrollmentId)).toMatchObject({ status: "ended", end_reason: "replied" });
    expect(await advance(run, clockAt(later(DAY)))).toEqual({ kind: "end", reason: "replied" });
    expect(await sends(enrollmentId)).toMatchObject([{ status: "replied" }]);
  });
});

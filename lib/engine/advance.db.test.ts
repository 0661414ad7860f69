import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeInbox, makeMember, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { runSeed, variantOf } from "@/lib/core/split";
import { stopEnrollments } from "@/lib/enrollments/control";
import { enroll } from "@/lib/enrollments/mutations";
import { pauseSequence, resumeSequence } from "@/lib/sequences/mutations";
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

describe("what a message was made of", () => {
  const told = async (enrollmentId: string) =>
    (
      await database.sql`
        select because->'data' as data from ledger where enrollment_id = ${enrollmentId} and kind = 'sent'`
    ).map((row) => row.data);

  it("is the variant that the run's seed draws, on the send record and in the timeline", async () => {
    const other = randomUUID();
    const said = { type: "text" as const, text: "Hello" };
    const step = makeStep({ variants: [{ id: other, weight: 1, content: said }] });
    const { run, enrollmentId, sequence, contact } = await arrange([step]);
    const seed = runSeed({ sequenceId: sequence.sequenceId, contactId: contact.id });
    const { variantId } = variantOf(step, seed);
    await advance(run, clockAt(NOW));
    const [message] =
      await database.sql`select variant_id, content from messages where enrollment_id = ${enrollmentId}`;
    expect(message).toMatchObject({
      variant_id: variantId,
      content: { text: variantId === other ? "Hello" : "Hi Ana" },
    });
    expect(await told(enrollmentId)).toMatchObject([{ variantId }]);
  });

  it("is the step's own text where one by AI was wanted, and the timeline says so", async () => {
    const step = makeStep({ compose: { mode: "ai_full", instruction: "Be kind" } });
    const { run, enrollmentId } = await arrange([step]);
    await advance(run, clockAt(NOW));
    expect(await sends(enrollmentId)).toMatchObject([{ content: { text: "Hi Ana" } }]);
    expect(await told(enrollmentId)).toMatchObject([{ composeMode: "ai_full", fallback: "no_ai" }]);
  });
});

describe("a run that is held out", () => {
  it("passes its steps at their moments, sends none of them and completes", async () => {
    const { run, enrollmentId } = await arrange();
    await database.sql`update enrollments set is_holdout = true where id = ${enrollmentId}`;
    expect(await advance(run, clockAt(NOW))).toEqual({ kind: "wait", until: later(DAY).toISOString() });
    expect(await advance(run, clockAt(later(DAY)))).toEqual({ kind: "end", reason: "completed" });
    expect((await sends(enrollmentId)).map((one) => one.status)).toEqual(["skipped", "skipped"]);
  });
});

describe("a sequence that goes on after a pause", () => {
  it("keeps each step's wait from the one before, for all that fell due meanwhile", async () => {
    const day = { amount: 1, unit: "days" as const };
    const { run, enrollmentId, accountId, sequence } = await arrange([
      makeStep(),
      makeStep({ wait: day }),
      makeStep({ wait: day }),
    ]);
    const act = { sequenceId: sequence.sequenceId, actorId: await makeMember(accountId) };
    await advance(run, clockAt(NOW));
    await pauseSequence(accountId, { ...act, now: later(1_000) });
    expect(await advance(run, clockAt(later(2 * DAY)))).toMatchObject({ kind: "wait" });
    expect(await sends(enrollmentId)).toHaveLength(1);
    const resumedAt = later(5 * DAY);
    await resumeSequence(accountId, { ...act, now: resumedAt });
    const next = new Date(resumedAt.getTime() + DAY);
    expect(await advance(run, clockAt(resumedAt))).toEqual({ kind: "wait", until: next.toISOString() });
    expect(await sends(enrollmentId)).toHaveLength(2);
    expect(await advance(run, clockAt(new Date(next.getTime() - 1)))).toMatchObject({ kind: "wait" });
    expect(await advance(run, clockAt(next))).toEqual({ kind: "end", reason: "completed" });
    const times = await database.sql`
      select claimed_at from messages where enrollment_id = ${enrollmentId} order by claimed_at`;
    expect(times.map((row) => row.claimed_at)).toEqual([NOW, resumedAt, next]);
  });
});

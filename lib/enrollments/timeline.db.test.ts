import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeDraft, makeEnrollment, makeMember, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { startWhatsappStub, type WhatsappStub } from "@/e2e/stubs/whatsapp-server";
import { signatureOf, statusDelivery, textDelivery } from "@/e2e/stubs/whatsapp-webhooks";
import { advance } from "@/lib/engine/advance";
import {
  APP_SECRET,
  clockAt,
  DAY,
  later,
  MINUTE,
  makeWhatsapp,
  NOW,
  startRun,
  templateStep,
} from "@/lib/engine/fixtures/arrange";
import { acceptWebhook, processInbound } from "@/lib/engine/webhook";
import { readPlace } from "@/lib/list-place";
import { pauseEnrollments, stopEnrollments } from "./control";
import { olderEntries, runTimeline } from "./timeline";
import { rawDelivery } from "./timeline-delivery";

const database = useTestDatabase();
let provider: WhatsappStub;
beforeAll(async () => {
  provider = await startWhatsappStub();
});
afterAll(() => provider.close());

const start = (over: Parameters<typeof startRun>[0] = {}) =>
  startRun({
    inbox: (accountId) => makeWhatsapp(accountId, provider.url),
    steps: [
      templateStep(),
      { ...templateStep(), wait: makeStep({ wait: { amount: 1, unit: "days" } }).wait },
    ],
    ...over,
  });
type Started = Awaited<ReturnType<typeof startRun>>;
const timelineOf = ({ accountId, enrollmentId }: Started, now = later(MINUTE)) =>
  runTimeline(accountId, enrollmentId, now);
const answerOf = async (started: Started, now?: Date) => (await timelineOf(started, now)).answer;

/** As the provider calls us, signed. */
async function deliver({ accountId, inbox }: Started, body: unknown, now = later(MINUTE)): Promise<string> {
  const rawBody = JSON.stringify(body);
  const { inboundEventId } = await acceptWebhook(
    { provider: "whatsapp_cloud", accountId, inboxId: inbox.id },
    {
      headers: new Headers({ "x-hub-signature-256": signatureOf(rawBody, APP_SECRET) }),
      url: new URL("http://localhost/api/webhooks/whatsapp_cloud"),
      rawBody,
    },
    now,
  );
  await processInbound(accountId, inboundEventId, now);
  return inboundEventId;
}

/** The first step has gone out, and both the report of it and an answer have come in. */
async function answeredRun() {
  const started = await start();
  await advance(started.run, clockAt(NOW));
  const [sent] = await database.sql<{ provider_id: string }[]>`
    select provider_id from messages where enrollment_id = ${started.enrollmentId}`;
  const delivered = await deliver(
    started,
    statusDelivery("delivered", { providerId: sent?.provider_id ?? "" }),
  );
  const replied = await deliver(started, textDelivery(started.contact.phone?.slice(1) ?? "", "Yes, please"));
  return { ...started, delivered, replied };
}

describe("the provider's own events", () => {
  it("stand behind what was told by them, and by nothing else", async () => {
    const started = await answeredRun();
    const { entries } = await timelineOf(started);
    const told = entries.flatMap(({ kind, deliveryId }) => (deliveryId ? [[kind, deliveryId]] : []));
    expect(Object.fromEntries(told)).toEqual({ delivered: started.delivered, replied: started.replied });
    const { accountId, enrollmentId } = started;
    const raw = await rawDelivery(accountId, { enrollmentId, deliveryId: started.replied });
    expect(raw).toMatchObject({ provider: "whatsapp_cloud", receivedCount: 1, isCut: false });
    expect(raw.body).toContain('"body": "Yes, please"');
    expect(entries.find(({ kind }) => kind === "sent")?.message?.providerId).toMatch(/^wamid/);
  });

  it("are read by way of their own run and account only", async () => {
    const [one, other] = [await answeredRun(), await answeredRun()];
    const refused = { code: "not_found" };
    const { enrollmentId, replied: deliveryId } = one;
    await expect(
      rawDelivery(one.accountId, { enrollmentId, deliveryId: other.replied }),
    ).rejects.toMatchObject(refused);
    await expect(rawDelivery(other.accountId, { enrollmentId, deliveryId })).rejects.toMatchObject(refused);
    const contact = await makeContact(one.accountId);
    const beside = await makeEnrollment(one.accountId, one.sequence, contact.id);
    await expect(rawDelivery(one.accountId, { enrollmentId: beside.id, deliveryId })).rejects.toMatchObject(
      refused,
    );
    await database.sql`delete from inbound_events where id = ${deliveryId}`;
    await expect(rawDelivery(one.accountId, { enrollmentId, deliveryId })).rejects.toMatchObject(refused);
  });
});

describe("why nothing goes out is answered", () => {
  it("along the way of a run, from its wait to its end", async () => {
    const started = await start();
    await advance(started.run, clockAt(NOW));
    expect(await answerOf(started)).toMatchObject({
      kind: "waiting",
      until: later(DAY).toISOString(),
      told: { code: "not_due" },
    });
    const { accountId, enrollmentId } = started;
    const actorId = await makeMember(accountId);
    await pauseEnrollments(accountId, {
      ids: [enrollmentId],
      actorId,
      now: later(MINUTE),
      until: later(DAY),
    });
    expect(await answerOf(started)).toMatchObject({
      ...{ kind: "paused", told: { code: "paused_by_person" }, until: later(DAY).toISOString() },
      actorName: expect.any(String),
    });
    await stopEnrollments(accountId, { ids: [enrollmentId], actorId, now: later(2 * MINUTE) });
    expect(await answerOf(started)).toMatchObject({
      ...{ kind: "ended", told: { code: "stopped_by_person" }, unsent: [2], passed: null },
    });
  });

  it("by the reply that ended it, and by why a step was passed over", async () => {
    expect(await answerOf(await answeredRun())).toMatchObject({
      kind: "ended",
      told: { code: "replied" },
      unsent: [2],
    });
    const without = await start({ steps: [templateStep()] });
    await database.sql`delete from contact_identities where contact_id = ${without.contact.id}`;
    await advance(without.run, clockAt(NOW));
    expect(await answerOf(without)).toMatchObject({
      ...{ kind: "ended", unsent: [1], passed: { code: "no_channel" } },
    });
  });

  it("by a sequence that is paused, and by a run that nobody has looked at", async () => {
    const started = await start();
    await advance(started.run, clockAt(NOW));
    expect(await answerOf(started, later(DAY + 4 * MINUTE))).toMatchObject({ kind: "waiting" });
    expect(await answerOf(started, later(DAY + 6 * MINUTE))).toMatchObject({ kind: "overdue" });
    await database.sql`update sequences set status = 'paused' where id = ${started.sequence.sequenceId}`;
    expect(await answerOf(started)).toEqual({ kind: "sequence_paused" });
  });

  it("by an inbox that is paused, and by its queue", async () => {
    const started = await start();
    await database.sql`
      update inboxes set status = 'paused', paused_by = 'engine', paused_because = 'Token expired',
        probe_at = ${later(DAY)} where id = ${started.inbox.id}`;
    await advance(started.run, clockAt(NOW));
    expect(await answerOf(started)).toEqual({
      ...{ kind: "inbox_paused", inbox: "WhatsApp", by: "engine", because: "Token expired" },
      probeAt: later(DAY).toISOString(),
    });
    await database.sql`update inboxes set status = 'active' where id = ${started.inbox.id}`;
    expect(await answerOf(started)).toMatchObject({ kind: "queued", inbox: "WhatsApp", ahead: 0 });
  });

  it("by a draft that waits for somebody, with a way to it", async () => {
    const started = await start();
    const [run] = await database.sql<Parameters<typeof makeDraft>[1][]>`
      select id, contact_id as "contactId", sequence_id as "sequenceId", step_id as "stepId", step_epoch as "stepEpoch"
      from enrollments where id = ${started.enrollmentId}`;
    if (!run) throw new Error("no run");
    const assigneeId = await makeMember(started.accountId);
    const draft = await makeDraft(started.accountId, run, { assigneeId, inboxId: started.inbox.id });
    const { answer, run: shown } = await timelineOf(started);
    expect(answer).toMatchObject({ kind: "draft", approver: expect.any(String) });
    expect(shown.openDraftId).toBe(draft.id);
  });

  it("for a person who is kept back to compare", async () => {
    const started = await start();
    await database.sql`update enrollments set is_holdout = true where id = ${started.enrollmentId}`;
    expect(await answerOf(started)).toEqual({ kind: "held_back" });
  });
});

describe("a long timeline", () => {
  it("comes in pages that neither repeat nor leave out an entry, also of the same instant", async () => {
    const { accountId, enrollmentId } = await start();
    await database.sql`
      insert into ledger (account_id, at, enrollment_id, kind, because)
      select ${accountId}, ${NOW}::timestamptz + (n / 7) * interval '1 second', ${enrollmentId},
        case when n % 7 = 3 then 'ended' else 'waiting' end::ledger_kind, '{"code":"not_due","data":{}}'
      from generate_series(0, 524) n`;
    const expected = await database.sql<{ id: string }[]>`
      select id from ledger where enrollment_id = ${enrollmentId} order by at desc, kind = 'ended' desc, id desc`;
    let page: { entries: { id: string }[]; next: string | null } = await runTimeline(
      accountId,
      enrollmentId,
      NOW,
    );
    const read = [...page.entries];
    while (page.next) {
      const before = readPlace(page.next);
      if (!before) throw new Error(page.next);
      page = await olderEntries(accountId, { enrollmentId, before });
      read.push(...page.entries);
    }
    expect(read.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    const stranger = await makeAccount();
    await expect(runTimeline(stranger, enrollmentId, NOW)).rejects.toMatchObject({ code: "not_found" });
  });

  it("names the other runs of the contact, newest first", async () => {
    const started = await start();
    const over = { status: "ended" as const, endReason: "replied" as const, endedAt: NOW };
    const old = await makeEnrollment(started.accountId, started.sequence, started.contact.id, over);
    expect((await timelineOf(started)).otherRuns).toMatchObject([
      { id: old.id, status: "ended", endReason: "replied" },
    ]);
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccount } from "@/db/client";
import {
  makeAccount,
  makeContact,
  makeDraft,
  makeEnrollment,
  makeInbox,
  makeSequence,
  makeStep,
} from "@/db/factories";
import { aiSuggestions, conversions, type drafts, messages } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { NO_INBOX_LIMITS } from "@/lib/core/model-inboxes";
import { foldChanges } from "@/lib/reports/rollups";
import { countSends } from "@/lib/sends/data";
import type { SendFilter } from "@/lib/sends/schema";
import { overviewOf } from "./data";

useTestDatabase();

/** 23:30 of Friday, 20 November in São Paulo: the next day in UTC. */
const NOW = new Date("2026-11-21T02:30:00Z");
const ME = randomUUID();
const at = (text: string) => new Date(text);
const look = (accountId: AccountId) => overviewOf(accountId, NOW, ME);
type Sequence = Awaited<ReturnType<typeof makeSequence>>;

async function makeRun(
  accountId: AccountId,
  over: Parameters<typeof makeEnrollment>[3] = {},
  sequence?: Sequence,
) {
  const contact = await makeContact(accountId);
  return makeEnrollment(accountId, sequence ?? (await makeSequence(accountId)), contact.id, {
    nextActionAt: at("2027-02-01T00:00:00Z"),
    ...over,
  });
}

type Message = typeof messages.$inferInsert;
async function makeSend(
  accountId: AccountId,
  sentAt: string,
  { sequence, ...over }: Partial<Message> & { sequence?: Sequence } = {},
) {
  const { id: enrollmentId, contactId, sequenceId, versionId } = await makeRun(accountId, {}, sequence);
  const ids = { accountId, enrollmentId, contactId, stepId: randomUUID(), stepEpoch: 0 };
  const moment = at(sentAt);
  await withAccount(accountId, (tx) =>
    tx
      .insert(messages)
      .values({ ...ids, status: "sent", channel: "sms", sentAt: moment, createdAt: moment, ...over }),
  );
  return { enrollmentId, contactId, sequenceId, versionId, sentAt: moment };
}

async function makeConversion(accountId: AccountId, send: Awaited<ReturnType<typeof makeSend>>) {
  const said = { eventId: randomUUID(), event: "charge.paid", isAfterEnd: false, entry: "manual" };
  await withAccount(accountId, (tx) =>
    tx.insert(conversions).values({ accountId, ...send, ...said, at: send.sentAt, enrolledAt: send.sentAt }),
  );
}

async function makeWaiting(accountId: AccountId, over: Partial<typeof drafts.$inferInsert>) {
  const far = { expiresAt: at("2027-01-01T00:00:00Z") };
  await makeDraft(accountId, await makeRun(accountId), { inboxId: randomUUID(), ...far, ...over });
}

describe("the overview", () => {
  it("is calm for a new account", async () => {
    const overview = await look(await makeAccount());
    const none = { count: 0, isMore: false };
    expect(overview.needs).toEqual({ drafts: none, myDrafts: none, suggestions: none, replied: none });
    expect(overview.troubles).toEqual([]);
    const figure = { now: 0, before: 0, beforeByNow: 0 };
    expect(overview.today.figures).toEqual({ sent: figure, replied: figure, converted: figure });
    expect(overview.volume).toHaveLength(30);
    expect(overview.ahead).toMatchObject({ inboxes: [], nowhere: 0 });
    expect(overview.sequences).toMatchObject({ best: [], worst: [] });
  });

  it("counts what waits for a person, and of the drafts those that name me or nobody", async () => {
    const accountId = await makeAccount();
    await makeWaiting(accountId, { assigneeId: ME });
    await makeWaiting(accountId, { assigneeId: null });
    await makeWaiting(accountId, { assigneeId: randomUUID() });
    await makeWaiting(accountId, { snoozedUntil: at("2026-11-21T03:00:00Z") });
    await makeWaiting(accountId, { status: "approved" });
    await makeRun(accountId, { status: "paused", nextActionAt: null, nextBecause: "reply_waits" });
    await makeRun(accountId, { status: "paused", nextActionAt: null, nextBecause: "run_paused" });
    const verdict = { conversationId: randomUUID(), contactId: randomUUID(), sequenceId: randomUUID() };
    await withAccount(accountId, (tx) =>
      tx
        .insert(aiSuggestions)
        .values({ accountId, ...verdict, shouldEnroll: true, confidence: 90, reason: "", status: "open" }),
    );
    const { needs } = await look(accountId);
    expect(needs).toMatchObject({ drafts: { count: 3 }, myDrafts: { count: 2 } });
    expect(needs).toMatchObject({ suggestions: { count: 1 }, replied: { count: 1 } });
  });

  it("counts today in the account's zone, against the same weekday before up to the same hour", async () => {
    const accountId = await makeAccount();
    await makeSend(accountId, "2026-11-20T02:59:00Z");
    await makeSend(accountId, "2026-11-20T03:01:00Z");
    const replied = { status: "replied", repliedAt: NOW } as const;
    await makeConversion(accountId, await makeSend(accountId, "2026-11-21T02:00:00Z", replied));
    await makeSend(accountId, "2026-11-13T15:00:00Z");
    await makeSend(accountId, "2026-11-14T02:10:00Z");
    const { today } = await look(accountId);
    expect(today).toMatchObject({ day: "2026-11-20", weekBefore: "2026-11-13", untilHour: 23 });
    expect(today.figures).toEqual({
      sent: { now: 2, before: 2, beforeByNow: 1 },
      replied: { now: 1, before: 0, beforeByNow: 0 },
      converted: { now: 1, before: 0, beforeByNow: 0 },
    });
    expect(today.live).toEqual({ active: 5, paused: 0 });
  });

  it("says numbers that are those of the lists behind them, folded or not", async () => {
    const accountId = await makeAccount();
    const sequence = await makeSequence(accountId);
    await makeConversion(accountId, await makeSend(accountId, "2026-11-18T12:00:00Z", { sequence }));
    await makeSend(accountId, "2026-11-19T12:00:00Z", { sequence, status: "failed", sentAt: null });
    await foldChanges(accountId, NOW);
    await makeSend(accountId, "2026-11-20T12:00:00Z", { sequence, status: "unknown", sentAt: null });
    await makeSend(accountId, "2026-11-20T12:00:00Z", { sequence, status: "failed", sentAt: null });
    await makeSend(accountId, "2026-10-10T12:00:00Z", { sequence, status: "failed", sentAt: null });
    const { failed, volume, sequences } = await look(accountId);
    const listed = async (filter: SendFilter) => (await countSends(accountId, filter)).count;
    const { from, to } = failed;
    expect([failed.count, await listed({ fact: "failed", from, to })]).toEqual([2, 2]);
    const span = { from: volume[0]?.day ?? "", to: volume.at(-1)?.day ?? "" };
    const sent = volume.reduce((sum, day) => sum + day.sent, 0);
    expect([sent, await listed({ fact: "sent", ...span })]).toEqual([1, 1]);
    const [row] = sequences.worst;
    expect(row).toMatchObject({ id: sequence.sequenceId, failed: 2, unknown: 1 });
    expect(sequences.best).toMatchObject([{ id: sequence.sequenceId, converted: 1, sent: 1 }]);
    const of = { sequence: sequence.sequenceId, ...sequences.span };
    expect(await listed({ fact: "unknown", ...of })).toBe(1);
    expect(await listed({ fact: "converted", ...of })).toBe(1);
  });

  it("puts what is due on its day, and carries over what an inbox has no room for", async () => {
    const accountId = await makeAccount();
    const inbox = await makeInbox(accountId, { limits: { ...NO_INBOX_LIMITS, perDay: 2 } });
    const other = await makeInbox(accountId, { name: "Mail", channel: "email", position: 1 });
    const steps = [
      makeStep({ channel: "whatsapp" }),
      makeStep({ channel: "email", wait: { amount: 2, unit: "days" } }),
    ];
    const sequence = await makeSequence(accountId, { steps });
    for (const moment of [
      "2026-11-21T02:45:00Z",
      "2026-11-21T15:00:00Z",
      "2026-11-21T16:00:00Z",
      "2026-11-21T17:00:00Z",
    ])
      await makeRun(accountId, { nextActionAt: at(moment), nextBecause: "not_due" }, sequence);
    await makeRun(
      accountId,
      { nextActionAt: at("2026-11-22T12:00:00Z"), nextBecause: "step_blocked" },
      sequence,
    );
    await makeRun(accountId, { nextActionAt: at("2026-11-27T03:00:00Z"), nextBecause: "not_due" }, sequence);
    const { ahead } = await look(accountId);
    const sentBy = (id: string) =>
      ahead.days.map(({ sent }) => sent.find(({ inboxId }) => inboxId === id)?.count ?? 0);
    expect(ahead.days[0]?.day).toBe("2026-11-20");
    expect(sentBy(inbox.id)).toEqual([1, 2, 1, 0, 0, 0, 0]);
    expect(sentBy(other.id)).toEqual([0, 0, 1, 2, 1, 0, 0]);
  });

  it("says what a paused inbox holds back", async () => {
    const accountId = await makeAccount();
    const inbox = await makeInbox(accountId, { status: "paused" });
    await makeRun(accountId, { nextActionAt: at("2026-11-22T12:00:00Z"), nextBecause: "not_due" });
    const { ahead, inboxes } = await look(accountId);
    expect(ahead.inboxes).toEqual([{ id: inbox.id, name: inbox.name, left: 1 }]);
    expect(inboxes).toMatchObject([{ id: inbox.id, status: "paused", sentToday: 0 }]);
  });

  it("counts nothing of another account", async () => {
    const theirs = await makeAccount();
    await makeInbox(theirs);
    await makeSend(theirs, "2026-11-20T12:00:00Z");
    await makeRun(theirs, { nextActionAt: at("2026-11-21T12:00:00Z") });
    const mine = await look(await makeAccount());
    expect(mine.today).toMatchObject({ figures: { sent: { now: 0 } }, live: { active: 0 } });
    expect([mine.inboxes, mine.ahead.inboxes, mine.sequences.best]).toEqual([[], [], []]);
  });
});

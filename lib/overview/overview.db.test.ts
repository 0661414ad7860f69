import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccount } from "@/db/client";
import { makeAccount, makeContact, makeDraft, makeEnrollment, makeInbox, makeSequence } from "@/db/factories";
import { type drafts, messages } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import type { MessageStatus } from "@/lib/core/model";
import { overviewOf } from "./data";

useTestDatabase();

/** 23:30 of 20 November in São Paulo: the next day in UTC. */
const NOW = new Date("2026-11-21T02:30:00Z");
const ME = randomUUID();
const at = (text: string) => new Date(text);

async function makeRun(accountId: AccountId, over: Parameters<typeof makeEnrollment>[3] = {}) {
  const contact = await makeContact(accountId);
  return makeEnrollment(accountId, await makeSequence(accountId), contact.id, over);
}

async function makeMessage(
  accountId: AccountId,
  status: MessageStatus,
  over: Partial<typeof messages.$inferInsert>,
) {
  const run = await makeRun(accountId, { nextActionAt: null });
  const { id: enrollmentId, contactId } = run;
  const ids = { accountId, enrollmentId, contactId, stepId: randomUUID(), stepEpoch: 0 };
  await withAccount(accountId, (tx) => tx.insert(messages).values({ ...ids, status, ...over }));
}

async function makeWaiting(accountId: AccountId, over: Partial<typeof drafts.$inferInsert>) {
  await makeDraft(accountId, await makeRun(accountId), { inboxId: randomUUID(), ...over });
}

describe("the overview", () => {
  it("is calm for a new account", async () => {
    const overview = await overviewOf(await makeAccount(), NOW, ME);
    const none = { unknown: 0, refused: 0, blocked: 0, failed: 0, overdue: 0, replied: 0 };
    expect(overview.needs).toEqual({ pausedInboxes: [], ...none, drafts: 0, myDrafts: 0, suggestions: 0 });
    expect(overview.today).toEqual({ sent: 0, waiting: 0, replies: 0, ended: [] });
    expect(overview.next.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("names what needs a person", async () => {
    const accountId = await makeAccount();
    await makeInbox(accountId, { name: "Sales", status: "paused", pausedBecause: "The token expired." });
    await makeRun(accountId, { nextActionAt: at("2026-11-21T02:00:00Z") });
    await makeRun(accountId, { nextActionAt: at("2026-11-21T02:28:00Z") });
    await makeRun(accountId, { status: "paused", nextActionAt: null, nextBecause: "reply_waits" });
    await makeRun(accountId, { status: "paused", nextActionAt: null, nextBecause: "run_paused" });
    await makeMessage(accountId, "unknown", {});
    await makeMessage(accountId, "unknown", { settledAs: "left", settledAt: NOW });
    await makeMessage(accountId, "failed", { createdAt: at("2026-11-01T00:00:00Z"), askedAt: NOW });
    await makeMessage(accountId, "failed", { createdAt: at("2026-11-20T00:00:00Z") });
    await makeMessage(accountId, "failed", { createdAt: at("2026-11-01T00:00:00Z") });
    const { needs } = await overviewOf(accountId, NOW, ME);
    expect(needs).toMatchObject({ unknown: 1, refused: 1, blocked: 0, failed: 1, overdue: 1, replied: 1 });
    expect(needs.pausedInboxes).toMatchObject([{ name: "Sales", because: "The token expired." }]);
  });

  it("counts the drafts that wait, and of them those that name me or nobody", async () => {
    const accountId = await makeAccount();
    await makeWaiting(accountId, { assigneeId: ME });
    await makeWaiting(accountId, { assigneeId: null });
    await makeWaiting(accountId, { assigneeId: randomUUID() });
    await makeWaiting(accountId, { snoozedUntil: at("2026-11-21T03:00:00Z") });
    await makeWaiting(accountId, { status: "approved" });
    const { needs } = await overviewOf(accountId, NOW, ME);
    expect(needs).toMatchObject({ drafts: 3, myDrafts: 2 });
  });

  it("counts today from midnight in the account's zone", async () => {
    const accountId = await makeAccount();
    await makeMessage(accountId, "sent", { sentAt: at("2026-11-20T02:59:00Z") });
    await makeMessage(accountId, "sent", { sentAt: at("2026-11-20T03:01:00Z") });
    await makeMessage(accountId, "delivered", { sentAt: at("2026-11-21T02:00:00Z") });
    const ended = { status: "ended", nextActionAt: null } as const;
    await makeRun(accountId, { ...ended, endReason: "replied", endedAt: at("2026-11-20T12:00:00Z") });
    await makeRun(accountId, { ...ended, endReason: "replied", endedAt: at("2026-11-19T12:00:00Z") });
    const { today } = await overviewOf(accountId, NOW, ME);
    expect(today).toMatchObject({ sent: 2, waiting: 3, ended: [{ reason: "replied", count: 1 }] });
  });

  it("puts what is due on its day, without waits that end in another look", async () => {
    const accountId = await makeAccount();
    await makeRun(accountId, { nextActionAt: at("2026-11-21T02:45:00Z"), nextBecause: "not_due" });
    await makeRun(accountId, { nextActionAt: at("2026-11-21T03:00:00Z"), nextBecause: "quiet_hours" });
    await makeRun(accountId, { nextActionAt: at("2026-11-27T02:59:59Z"), nextBecause: "not_due" });
    await makeRun(accountId, { nextActionAt: at("2026-11-27T03:00:00Z"), nextBecause: "not_due" });
    await makeRun(accountId, { nextActionAt: at("2026-11-22T12:00:00Z"), nextBecause: "inbox_paused" });
    const { next } = await overviewOf(accountId, NOW, ME);
    expect(next.map(({ date, count }) => `${date} ${count}`)).toEqual([
      "2026-11-20 1",
      "2026-11-21 1",
      "2026-11-22 0",
      "2026-11-23 0",
      "2026-11-24 0",
      "2026-11-25 0",
      "2026-11-26 1",
    ]);
  });

  it("counts nothing of another account", async () => {
    const theirs = await makeAccount();
    await makeRun(theirs, { nextActionAt: at("2026-11-21T01:00:00Z") });
    await makeMessage(theirs, "unknown", {});
    const { needs, today } = await overviewOf(await makeAccount(), NOW, ME);
    expect({ ...needs, waiting: today.waiting }).toMatchObject({ unknown: 0, overdue: 0, waiting: 0 });
  });
});

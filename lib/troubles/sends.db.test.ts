import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccount } from "@/db/client";
import {
  makeAccount,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
} from "@/db/factories";
import { conversationMessages, conversations, messages } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { advance } from "@/lib/engine/advance";
import { clockAt, later, MINUTE, NOW, startRun } from "@/lib/engine/fixtures/arrange";
import { troublesOf } from "./data";
import { finishSends } from "./repair-sends";

const database = useTestDatabase();

const troubles = async (accountId: AccountId, now = NOW) =>
  (await troublesOf(accountId, now)).map(({ kind, count }) => `${kind} ${count}`);

const ledgerOf = async (enrollmentId: string) =>
  (
    await database.sql`
      select kind, because->>'code' as code from ledger
      where enrollment_id = ${enrollmentId} and kind in ('repaired', 'unknown') order by at, kind`
  ).map(({ kind, code }) => `${kind} ${code}`);

/** A run whose first step was claimed by a worker that died before the provider answered. */
async function claimedAndLost() {
  const started = await startRun();
  await advance(started.run, clockAt(NOW));
  const { enrollmentId, sequence } = started;
  await database.sql`
    update messages set status = 'claimed', sent_at = null, claimed_at = ${NOW} where enrollment_id = ${enrollmentId}`;
  await database.sql`
    update enrollments set step_id = ${sequence.snapshot.steps[0]?.id ?? null}, last_sent_at = null,
      next_action_at = ${NOW} where id = ${enrollmentId}`;
  return { ...started, actorId: await makeMember(started.accountId) };
}

const statusOf = async (enrollmentId: string) =>
  (await database.sql`select status from messages where enrollment_id = ${enrollmentId}`).map(
    (row) => row.status,
  );

describe("a send that was claimed and never finished", () => {
  it("is found after five minutes, and its run finds out that nobody knows; nothing is sent again", async () => {
    const { accountId, enrollmentId, run, actorId } = await claimedAndLost();
    expect(await troubles(accountId, later(4 * MINUTE))).toEqual([]);
    const now = later(6 * MINUTE);
    expect(await troubles(accountId, now)).toEqual(["runs_overdue 1", "sends_unfinished 1"]);
    expect(await finishSends(accountId, { actorId, now })).toEqual({ repaired: 1, isMore: false });
    expect(await ledgerOf(enrollmentId)).toEqual(["repaired unfinished"]);
    await advance({ ...run, driver: 2 }, clockAt(now));
    expect(await statusOf(enrollmentId)).toEqual(["unknown"]);
    expect(await troubles(accountId, now)).toEqual(["outcomes_unknown 1"]);
  });

  it("is repaired once, however often and by however many it is pressed", async () => {
    const { accountId, enrollmentId, actorId } = await claimedAndLost();
    const press = (ms: number) => finishSends(accountId, { actorId, now: later(6 * MINUTE + ms) });
    const pressed = await Promise.all([press(0), press(1), press(2)]);
    pressed.push(await press(500));
    expect(pressed.reduce((sum, { repaired }) => sum + repaired, 0)).toBe(1);
    expect(await ledgerOf(enrollmentId)).toEqual(["repaired unfinished"]);
  });

  it.each([
    ["is over", "update enrollments set status = 'ended', end_reason = 'stopped' where id = $1"],
    ["is paused", "update enrollments set status = 'paused', next_action_at = null where id = $1"],
    [
      "was moved",
      "update enrollments set step_epoch = step_epoch + 1, next_action_at = now() + interval '1 day' where id = $1",
    ],
  ])("is said to be unknown where its run %s", async (_, change) => {
    const { accountId, enrollmentId, actorId } = await claimedAndLost();
    await database.sql.unsafe(change, [enrollmentId]);
    const press = () => finishSends(accountId, { actorId, now: later(6 * MINUTE) });
    const pressed = await Promise.all([press(), press()]);
    expect(pressed.map(({ repaired }) => repaired).sort()).toEqual([0, 1]);
    expect(await statusOf(enrollmentId)).toEqual(["unknown"]);
    expect(await ledgerOf(enrollmentId)).toEqual(["unknown outcome_unknown", "repaired unfinished"]);
  });

  it("may be one that a person wrote", async () => {
    const accountId = await makeAccount();
    const actorId = await makeMember(accountId);
    await makeByHand(accountId, { status: "claimed", claimedAt: later(-6 * MINUTE) });
    expect(await troubles(accountId)).toEqual(["sends_unfinished 1"]);
    expect(await finishSends(accountId, { actorId, now: NOW })).toMatchObject({ repaired: 1 });
    expect(await troubles(accountId)).toEqual(["outcomes_unknown 1"]);
  });
});

describe("sends that nobody knows the outcome of, or that a person has to judge", () => {
  it("are counted until somebody has settled them", async () => {
    const accountId = await makeAccount();
    const claimedAt = later(-60 * MINUTE);
    await makeByHand(accountId, { status: "unknown", claimedAt });
    await makeSend(accountId, { status: "unknown", claimedAt });
    await makeSend(accountId, { status: "unknown", claimedAt, settledAs: "left", settledAt: NOW });
    await makeSend(accountId, { status: "failed", claimedAt, askedAt: NOW });
    await makeSend(accountId, { status: "failed", claimedAt });
    expect(await troubles(accountId)).toEqual(["outcomes_unknown 2", "sends_refused 1"]);
    expect(await troubles(await makeAccount())).toEqual([]);
  });
});

async function makeByHand(accountId: AccountId, over: Partial<typeof conversationMessages.$inferInsert>) {
  const [contact, inbox, conversationId] = [
    await makeContact(accountId),
    await makeInbox(accountId),
    randomUUID(),
  ];
  const about = { accountId, contactId: contact.id, inboxId: inbox.id };
  await withAccount(accountId, async (tx) => {
    await tx.insert(conversations).values({ id: conversationId, ...about });
    const said = { direction: "outbound" as const, text: "Hello" };
    await tx.insert(conversationMessages).values({ ...about, conversationId, ...said, ...over });
  });
}

async function makeSend(
  accountId: AccountId,
  over: Partial<typeof messages.$inferInsert> & Pick<typeof messages.$inferInsert, "status">,
) {
  const contact = await makeContact(accountId);
  const later = new Date(NOW.getTime() + MINUTE);
  const run = await makeEnrollment(accountId, await makeSequence(accountId), contact.id, {
    nextActionAt: later,
  });
  const ids = { accountId, enrollmentId: run.id, contactId: contact.id, stepId: randomUUID(), stepEpoch: 0 };
  await withAccount(accountId, (tx) => tx.insert(messages).values({ ...ids, ...over }));
}

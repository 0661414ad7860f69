import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { withAccount } from "@/db/client";
import {
  makeAccount,
  makeContact,
  makeDeal,
  makeEnrollment,
  makeInbox,
  makeSequence,
  makeStep,
} from "@/db/factories";
import { conversations } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { block } from "@/lib/contacts/mutations";
import type { SequenceSnapshot } from "@/lib/core/model";
import type { RuleAction } from "@/lib/core/model-rules";
import { type AskedOver, askedOf, NOW } from "./fixtures/acts";
import { foreseeActions, performAction } from "./perform";

const database = useTestDatabase();
let accountId: AccountId;
let contactId: string;
let inboxId: string;
beforeEach(async () => {
  accountId = await makeAccount();
  inboxId = (await makeInbox(accountId)).id;
  contactId = (await makeContact(accountId)).id;
});

const perform = (action: RuleAction, over: AskedOver = {}) =>
  performAction(action, askedOf({ accountId, contactId }, over));
const foresee = async (action: RuleAction, over: AskedOver = {}) =>
  (await foreseeActions([action], askedOf({ accountId, contactId }, over)))[0];
const sequenceFor = (over: Partial<SequenceSnapshot> = {}) =>
  makeSequence(accountId, { steps: [makeStep()], ...over });
const runs = () => database.sql`
  select status, end_reason, method, conversation_id, record_id, paused_until from enrollments
  where account_id = ${accountId} order by id`;

async function makeThread(over: Partial<typeof conversations.$inferInsert> = {}): Promise<string> {
  const id = randomUUID();
  const values = { id, accountId, inboxId, contactId, lastMessageAt: NOW, lastInboundAt: NOW, ...over };
  await withAccount(accountId, (tx) => tx.insert(conversations).values(values));
  return id;
}

describe("enroll", () => {
  it("starts a run as automation, and answers a second time that it is live", async () => {
    const { sequenceId } = await sequenceFor();
    expect(await foresee({ do: "enroll", sequenceId })).toMatchObject({
      outcome: "ready",
      data: { sequence: "Unanswered conversation" },
    });
    expect(await runs()).toHaveLength(0);
    expect(await perform({ do: "enroll", sequenceId })).toMatchObject({ outcome: "done", code: "enrolled" });
    expect(await perform({ do: "enroll", sequenceId })).toMatchObject({
      outcome: "nothing_to_do",
      code: "already_enrolled",
    });
    expect(await runs()).toMatchObject([{ status: "active", method: "automation" }]);
  });

  it("is about the event's thread or record where the sequence is", async () => {
    const conversationId = await makeThread();
    const deal = await makeDeal(accountId, contactId);
    await makeDeal(accountId, contactId);
    await perform(
      { do: "enroll", sequenceId: (await sequenceFor({ target: "conversation" })).sequenceId },
      { conversationId },
    );
    await perform(
      { do: "enroll", sequenceId: (await sequenceFor({ target: "deal" })).sequenceId },
      { recordId: deal.id },
    );
    expect(await runs()).toMatchObject([{ conversation_id: conversationId }, { record_id: deal.id }]);
  });

  it("says why somebody is not enrolled", async () => {
    const { sequenceId } = await sequenceFor();
    await block(accountId, { contactId, actorId: randomUUID(), now: NOW });
    expect(await perform({ do: "enroll", sequenceId })).toMatchObject({
      outcome: "nothing_to_do",
      code: "enroll_refused",
      data: { reason: "blocked" },
    });
  });

  it("fails for a sequence of another account as for one that does not exist", async () => {
    const foreign = await makeSequence(await makeAccount());
    expect(await perform({ do: "enroll", sequenceId: foreign.sequenceId })).toMatchObject({
      outcome: "failed",
      code: "sequence_gone",
    });
  });
});

describe("stop and pause", () => {
  it("end the runs of one sequence, or all; with none there is nothing to do", async () => {
    const [one, two] = [await sequenceFor(), await sequenceFor()];
    await makeEnrollment(accountId, one, contactId, { enrolledAt: NOW });
    await makeEnrollment(accountId, two, contactId, { enrolledAt: NOW });
    expect(await perform({ do: "stop", sequenceId: one.sequenceId })).toMatchObject({
      outcome: "done",
      data: { count: 1 },
    });
    expect(await runs()).toMatchObject([{ status: "ended", end_reason: "stopped" }, { status: "active" }]);
    expect(await perform({ do: "stop", sequenceId: null })).toMatchObject({
      outcome: "done",
      data: { count: 1 },
    });
    expect(await perform({ do: "stop", sequenceId: null })).toMatchObject({
      outcome: "nothing_to_do",
      code: "no_run",
    });
  });

  it("leave the runs about another record alone", async () => {
    const sequence = await sequenceFor({ target: "deal" });
    const [about, other] = [await makeDeal(accountId, contactId), await makeDeal(accountId, contactId)];
    for (const { id } of [about, other])
      await makeEnrollment(accountId, sequence, contactId, { recordId: id, enrolledAt: NOW });
    await perform({ do: "stop", sequenceId: null }, { recordId: about.id });
    expect(await runs()).toMatchObject([
      { record_id: about.id, status: "ended" },
      { record_id: other.id, status: "active" },
    ]);
  });

  it("hold runs for the hours, or until somebody lets them go on", async () => {
    const sequence = await sequenceFor();
    await makeEnrollment(accountId, sequence, contactId, { enrolledAt: NOW });
    expect(await perform({ do: "pause", sequenceId: null, hours: 24 })).toMatchObject({ outcome: "done" });
    expect(await runs()).toMatchObject([
      { status: "paused", paused_until: new Date("2026-11-19T15:00:00Z") },
    ]);
    expect(await perform({ do: "pause", sequenceId: null, hours: null })).toMatchObject({ code: "no_run" });
  });
});

describe("whom it is about", () => {
  it("a contact that is gone leaves nothing to do", async () => {
    await database.sql`update contacts set deleted_at = now() where id = ${contactId}`;
    expect(await perform({ do: "add_tag", tag: "x" })).toMatchObject({
      outcome: "nothing_to_do",
      code: "contact_gone",
    });
  });

  it("a contact that was merged into another means that one", async () => {
    const into = await makeContact(accountId);
    await database.sql`
      update contacts set merged_into_id = ${into.id}, deleted_at = now() where id = ${contactId}`;
    await perform({ do: "add_tag", tag: "x" });
    expect(await database.sql`select tags from contacts where id = ${into.id}`).toMatchObject([
      { tags: ["x"] },
    ]);
  });

  it("a thread or record of somebody else counts as none", async () => {
    const other = await makeContact(accountId);
    const deal = await makeDeal(accountId, other.id);
    expect(await perform({ do: "stop", sequenceId: null }, { recordId: deal.id })).toMatchObject({
      code: "no_run",
    });
    expect(await perform({ do: "resolve" }, { conversationId: randomUUID() })).toMatchObject({
      code: "no_thread",
    });
  });
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { withAccount } from "@/db/client";
import {
  makeAccount,
  makeContact,
  makeDeal,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
  makeStep,
} from "@/db/factories";
import { conversations } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { block, suppress } from "@/lib/contacts/mutations";
import type { SequenceSnapshot } from "@/lib/core/model";
import type { RuleAction } from "@/lib/core/model-rules";
import type { RunSubject } from "./about";
import { foreseeActions, performAction } from "./perform";

const database = useTestDatabase();
const NOW = new Date("2026-11-18T15:00:00Z");

let accountId: AccountId;
let contactId: string;
let inboxId: string;
beforeEach(async () => {
  accountId = await makeAccount();
  inboxId = (await makeInbox(accountId)).id;
  contactId = (await makeContact(accountId)).id;
});

async function makeThread(over: Partial<typeof conversations.$inferInsert> = {}): Promise<string> {
  const id = randomUUID();
  const values = { id, accountId, inboxId, contactId, lastMessageAt: NOW, lastInboundAt: NOW, ...over };
  await withAccount(accountId, (tx) => tx.insert(conversations).values(values));
  return id;
}

const asked = (
  over: Partial<RunSubject & { runId: string; index: number; actorId: string | null; now: Date }> = {},
) => {
  const {
    recordId = null,
    conversationId = null,
    runId = randomUUID(),
    index = 0,
    actorId = null,
    now = NOW,
  } = over;
  const subject = { contactId, recordId, conversationId };
  return {
    accountId,
    runId,
    index,
    subject,
    event: "signed_up",
    method: "automation" as const,
    actorId,
    at: NOW,
    now,
  };
};
const perform = (action: RuleAction, over: Parameters<typeof asked>[0] = {}) =>
  performAction(action, asked(over));
const foresee = async (action: RuleAction, over: Parameters<typeof asked>[0] = {}) =>
  (await foreseeActions([action], asked(over)))[0];

const sequenceFor = (over: Partial<SequenceSnapshot> = {}) =>
  makeSequence(accountId, { steps: [makeStep()], ...over });
const runs = () => database.sql`
  select status, end_reason, method, conversation_id, record_id, paused_until from enrollments
  where account_id = ${accountId} order by id`;
const said = () => database.sql<{ id: string; text: string; author_id: string | null }[]>`
  select id, text, author_id from conversation_messages where account_id = ${accountId}`;
const threads = () => database.sql`
  select status, assignee_id, snoozed_until from conversations where account_id = ${accountId}`;

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

describe("assign", () => {
  it("makes somebody responsible for the event's thread, else for the contact; twice changes nothing", async () => {
    const userId = await makeMember(accountId, "agent");
    const conversationId = await makeThread();
    expect(await perform({ do: "assign", userId }, { conversationId })).toMatchObject({
      data: { of: "conversation" },
    });
    expect(await threads()).toMatchObject([{ assignee_id: userId }]);
    expect(await perform({ do: "assign", userId })).toMatchObject({
      outcome: "done",
      data: { of: "contact" },
    });
    expect(await perform({ do: "assign", userId })).toMatchObject({ code: "assigned_already" });
    expect(await perform({ do: "assign", userId: null })).toMatchObject({ outcome: "done" });
  });

  it("fails for somebody who is no member", async () => {
    const stranger = await makeMember(await makeAccount(), "agent");
    expect(await perform({ do: "assign", userId: stranger })).toMatchObject({
      outcome: "failed",
      code: "member_gone",
    });
  });
});

describe("tags", () => {
  it("are given and taken, whatever their case", async () => {
    expect(await perform({ do: "add_tag", tag: "VIP" })).toMatchObject({ outcome: "done" });
    expect(await perform({ do: "add_tag", tag: "vip" })).toMatchObject({ code: "tagged_already" });
    expect(await perform({ do: "remove_tag", tag: "vip" })).toMatchObject({ outcome: "done" });
    expect(await perform({ do: "remove_tag", tag: "vip" })).toMatchObject({ code: "no_tag" });
  });
});

describe("send a message", () => {
  const hello: RuleAction = { do: "send_message", text: 'Hi {{ contact.first_name | default: "there" }}!' };

  it("goes out in the contact's last thread, as the rule's", async () => {
    await makeThread();
    expect(await perform(hello)).toMatchObject({ outcome: "done", code: "sent" });
    expect(await said()).toMatchObject([{ text: "Hi Ana!", author_id: null }]);
  });

  it("is sent once, however often the same action of the same run is tried", async () => {
    await makeThread();
    const runId = randomUUID();
    for (let time = 0; time < 3; time++)
      expect(await perform(hello, { runId, index: 1 })).toMatchObject({ code: "sent" });
    await perform(hello, { runId, index: 2 });
    expect(await said()).toHaveLength(2);
  });

  it("finds nothing to do without a thread, and never reaches who is blocked or opted out", async () => {
    expect(await perform(hello)).toMatchObject({ outcome: "nothing_to_do", code: "no_thread" });
    await makeThread();
    await suppress(accountId, { contactId, channel: null, actorId: randomUUID(), now: NOW });
    expect(await perform(hello)).toMatchObject({ outcome: "nothing_to_do", code: "opted_out" });
    await block(accountId, { contactId, actorId: randomUUID(), now: NOW });
    expect(await perform(hello)).toMatchObject({ outcome: "nothing_to_do", code: "blocked" });
    // Nor does a person's macro ask whether to write all the same.
    expect(await perform(hello, { actorId: randomUUID() })).toMatchObject({ code: "blocked" });
    expect(await said()).toHaveLength(0);
  });

  it("fails with the name of a value that is missing", async () => {
    await makeThread();
    expect(await perform({ do: "send_message", text: "Your plan: {{ contact.plan }}" })).toMatchObject({
      outcome: "failed",
      code: "missing_value",
      data: { variable: "contact.plan" },
    });
  });

  it("may name the event's record", async () => {
    await makeThread();
    const deal = await makeDeal(accountId, contactId);
    await perform({ do: "send_message", text: "About {{ deal.title }}" }, { recordId: deal.id });
    expect(await said()).toMatchObject([{ text: "About Solar roof" }]);
  });

  it("is only foreseen, with its text, by a test", async () => {
    await makeThread();
    expect(await foresee(hello)).toMatchObject({ outcome: "ready", data: { text: "Hi Ana!" } });
    expect(await said()).toHaveLength(0);
  });
});

describe("resolve and snooze", () => {
  it("change the thread once", async () => {
    expect(await perform({ do: "resolve" })).toMatchObject({ code: "no_thread" });
    await makeThread();
    expect(await perform({ do: "snooze", hours: 2 })).toMatchObject({ outcome: "done" });
    expect(await threads()).toMatchObject([
      { status: "snoozed", snoozed_until: new Date("2026-11-18T17:00:00Z") },
    ]);
    expect(await perform({ do: "resolve" })).toMatchObject({ outcome: "done" });
    expect(await perform({ do: "resolve" })).toMatchObject({ code: "resolved_already" });
  });
});

describe("move a deal", () => {
  async function addStage(): Promise<string> {
    const [stage] = await database.sql<{ id: string }[]>`
      insert into stages (account_id, pipeline_id, name, position)
      select account_id, id, 'Won over', 9 from pipelines where account_id = ${accountId} returning id`;
    return stage?.id ?? "";
  }

  it("moves the event's deal, or the only one that is open", async () => {
    const deal = await makeDeal(accountId, contactId);
    const stageId = await addStage();
    expect(await perform({ do: "move_deal", stageId })).toMatchObject({
      outcome: "done",
      data: { stage: "Won over" },
    });
    expect(await perform({ do: "move_deal", stageId }, { recordId: deal.id })).toMatchObject({
      code: "deal_there",
    });
    const second = await makeDeal(accountId, contactId);
    expect(await perform({ do: "move_deal", stageId })).toMatchObject({ code: "several_deals" });
    expect(await perform({ do: "move_deal", stageId }, { recordId: second.id })).toMatchObject({
      outcome: "done",
    });
  });

  it("finds nothing to do without a deal, and fails for a stage that is gone", async () => {
    expect(await perform({ do: "move_deal", stageId: randomUUID() })).toMatchObject({
      outcome: "failed",
      code: "stage_gone",
    });
    const other = await makeContact(accountId);
    await makeDeal(accountId, other.id);
    expect(await perform({ do: "move_deal", stageId: await addStage() })).toMatchObject({ code: "no_deal" });
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

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { withAccount } from "@/db/client";
import { makeAccount, makeContact, makeDeal, makeInbox, makeMember } from "@/db/factories";
import { conversations } from "@/db/schema/tables";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { block, suppress } from "@/lib/contacts/mutations";
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
const said = () => database.sql<{ id: string; text: string; author_id: string | null }[]>`
  select id, text, author_id from conversation_messages where account_id = ${accountId}`;
const threads = () => database.sql`
  select status, assignee_id, snoozed_until from conversations where account_id = ${accountId}`;

async function makeThread(over: Partial<typeof conversations.$inferInsert> = {}): Promise<string> {
  const id = randomUUID();
  const values = { id, accountId, inboxId, contactId, lastMessageAt: NOW, lastInboundAt: NOW, ...over };
  await withAccount(accountId, (tx) => tx.insert(conversations).values(values));
  return id;
}

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

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeAccount, makeEnrollment, makeInbox, makeMember, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { DAY, later, MINUTE, makeWhatsapp, NOW } from "@/lib/engine/fixtures/arrange";
import { readPlace } from "@/lib/list-place";
import { listConversations } from "./data";
import { conversationThread, olderMessages } from "./detail";
import { threadsIn } from "./fixtures/threads";
import { assign, see, snooze } from "./mutations";
import { templateContent } from "./ready-content";
import { type ConversationFilter, conversationFilterSchema } from "./schema";
import { conversationSide } from "./side";

const database = useTestDatabase();

const { makeThread, say } = threadsIn(database);

const list = async (accountId: AccountId, over: Partial<ConversationFilter> = {}, userId = randomUUID()) =>
  (await listConversations(accountId, { filter: conversationFilterSchema.parse(over), userId })).rows;

describe("the list of threads", () => {
  it("puts the liveliest first, with what was said last and whether anybody has looked", async () => {
    const accountId = await makeAccount();
    const old = await makeThread(accountId, { name: "Old", at: later(-DAY), lastInboundAt: later(-DAY) });
    const fresh = await makeThread(accountId, { name: "Fresh", lastInboundAt: NOW });
    await say(accountId, old, { text: "Hello?", at: later(-DAY) });
    await say(accountId, fresh, { text: "First", at: later(-MINUTE) });
    await say(accountId, fresh, { text: "Second", direction: "outbound" });
    await see(accountId, { conversationId: old.id, now: later(-MINUTE) });
    expect(await list(accountId)).toMatchObject([
      { id: fresh.id, lastText: "Second", lastDirection: "outbound", isUnread: true, hasLiveRun: false },
      { id: old.id, lastText: "Hello?", lastDirection: "inbound", isUnread: false },
    ]);
  });

  it("goes on behind its last row, also among threads of the same moment, without losing one", async () => {
    const accountId = await makeAccount();
    const { id: inboxId } = await makeInbox(accountId);
    for (let n = 0; n < 45; n++) {
      await makeThread(accountId, { inboxId, at: new Date(NOW.getTime() - Math.floor(n / 3)) });
    }
    const filter = conversationFilterSchema.parse({});
    const userId = randomUUID();
    const first = await listConversations(accountId, { filter, userId });
    const second = await listConversations(accountId, { filter, userId, after: readPlace(first.next) });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([40, 5, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(45);
    expect(readPlace("yesterday|7")).toBeNull();
  });

  it("is narrowed by state, person, inbox and contact", async () => {
    const accountId = await makeAccount();
    const userId = await makeMember(accountId);
    const mine = await makeThread(accountId, { name: "Bruno Lima" });
    const other = await makeThread(accountId, { name: "Carla" });
    const act = { actorId: userId, now: NOW };
    await assign(accountId, { ...act, conversationId: mine.id, userId });
    await snooze(accountId, { ...act, conversationId: other.id, until: later(DAY) });
    const ids = async (over: Partial<ConversationFilter>) =>
      (await list(accountId, over, userId)).map(({ id }) => id);
    expect(await ids({})).toEqual([mine.id]);
    expect(await ids({ status: "snoozed" })).toEqual([other.id]);
    expect((await ids({ status: "all" })).sort()).toEqual([mine.id, other.id].sort());
    expect(await ids({ status: "all", whose: "mine" })).toEqual([mine.id]);
    expect(await ids({ status: "all", whose: "unassigned" })).toEqual([other.id]);
    expect(await ids({ status: "all", inbox: other.inboxId })).toEqual([other.id]);
    expect(await ids({ status: "all", search: "bruno" })).toEqual([mine.id]);
  });

  it("knows no thread of another account or of a deleted contact, and none in which nothing was said", async () => {
    const accountId = await makeAccount();
    await makeThread(await makeAccount());
    const gone = await makeThread(accountId);
    await database.sql`update contacts set deleted_at = ${NOW} where id = ${gone.contactId}`;
    const silent = await makeThread(accountId);
    await database.sql`update conversations set last_message_at = null where id = ${silent.id}`;
    expect(await list(accountId, { status: "all" })).toEqual([]);
  });
});

describe("a thread", () => {
  it("shows its newest messages, and the older ones page by page", async () => {
    const accountId = await makeAccount();
    const thread = await makeThread(accountId);
    for (let n = 0; n < 120; n++) {
      await say(accountId, thread, { text: `No. ${n}`, at: later(Math.floor(n / 2) * 1_000) });
    }
    const newest = await conversationThread(accountId, thread.id, NOW);
    const middle = await olderMessages(accountId, thread.id, readPlace(newest.older));
    const oldest = await olderMessages(accountId, thread.id, readPlace(middle.older));
    expect(oldest.older).toBeNull();
    const all = [...oldest.messages, ...middle.messages, ...newest.messages];
    expect(all).toHaveLength(120);
    expect(new Set(all.map(({ text }) => text)).size).toBe(120);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort());
  });

  it("holds the steps of sequences and what the team and the contact wrote, each with its sender", async () => {
    const accountId = await makeAccount();
    const authorId = await makeMember(accountId);
    const thread = await makeThread(accountId);
    const sequence = await makeSequence(accountId);
    const run = await makeEnrollment(accountId, sequence, thread.contactId);
    await database.sql`
      insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, inbox_id,
        conversation_id, content, sent_at)
      values (${accountId}, ${run.id}, ${thread.contactId}, ${sequence.snapshot.steps[0]?.id ?? ""}, 0, 'delivered',
        'whatsapp', ${thread.inboxId}, ${thread.id}, '{"type":"text","text":"Step","subject":null}', ${NOW})`;
    await say(accountId, thread, { text: "Answer", at: later(1_000) });
    await database.sql`
      insert into conversation_messages (account_id, conversation_id, contact_id, inbox_id, direction, text, status,
        author_id, error_code, error_detail, at)
      values (${accountId}, ${thread.id}, ${thread.contactId}, ${thread.inboxId}, 'outbound', 'By hand', 'failed',
        ${authorId}, '131026', 'Undeliverable', ${later(2_000)})`;
    const { messages } = await conversationThread(accountId, thread.id, NOW);
    expect(messages).toMatchObject([
      ...[
        { text: "Step", status: "delivered", enrollmentId: run.id, sequenceName: "Unanswered conversation" },
      ],
      ...[{ text: "Answer", direction: "inbound", status: null, authorName: null }],
      ...[
        { text: "By hand", status: "failed", failure: "Undeliverable", authorName: "Member administrator" },
      ],
    ]);
  });

  it("says whether free text may be written, and what stands in the way", async () => {
    const accountId = await makeAccount();
    const number = await makeWhatsapp(accountId, "https://graph.example");
    const inWindow = later(-60 * MINUTE);
    const open = await makeThread(accountId, { inboxId: number.id, lastInboundAt: inWindow });
    const read = async () => (await conversationThread(accountId, open.id, NOW)).conversation;
    expect(await read()).toMatchObject({
      window: { state: "open", closesAt: new Date(inWindow.getTime() + 1_430 * MINUTE).toISOString() },
      ...{ hasTemplates: true, obstacle: null, isOptedOut: false },
    });
    await database.sql`update conversations set window_closed_at = ${NOW} where id = ${open.id}`;
    expect(await read()).toMatchObject({ window: { state: "closed", closesAt: null } });
    await database.sql`update contacts set blocked_at = ${NOW} where id = ${open.contactId}`;
    expect(await read()).toMatchObject({ obstacle: "reply.contact_blocked" });
    await database.sql`update inboxes set status = 'paused' where id = ${number.id}`;
    expect(await read()).toMatchObject({ obstacle: "reply.inbox_paused" });
  });

  it("of another account does not exist", async () => {
    const thread = await makeThread(await makeAccount());
    const stranger = await makeAccount();
    const notFound = { code: "not_found" };
    await expect(conversationThread(stranger, thread.id, NOW)).rejects.toMatchObject(notFound);
    await expect(olderMessages(stranger, thread.id, null)).rejects.toMatchObject(notFound);
    await expect(conversationSide(stranger, thread.id)).rejects.toMatchObject(notFound);
    const choice = { name: "hello", language: "en", parameters: [] };
    await expect(templateContent(stranger, thread.id, choice)).rejects.toMatchObject(notFound);
  });
});

it("beside a thread stand its contact and the runs, the live ones first", async () => {
  const accountId = await makeAccount();
  const thread = await makeThread(accountId);
  const sequence = await makeSequence(accountId);
  const live = await makeEnrollment(accountId, sequence, thread.contactId, { nextBecause: "quiet_hours" });
  const over = { status: "ended" as const, endReason: "replied" as const, endedAt: NOW };
  const ended = await makeEnrollment(accountId, sequence, thread.contactId, over);
  const side = await conversationSide(accountId, thread.id);
  expect(side.contact).toMatchObject({ name: "Ana Souza", tags: [], ownerName: null, isBlocked: false });
  expect(side.runs).toMatchObject([
    { id: live.id, status: "active", stepNumber: 1, stepCount: 2, nextBecause: "quiet_hours" },
    { id: ended.id, status: "ended", endReason: "replied", endedAt: NOW.toISOString() },
  ]);
});

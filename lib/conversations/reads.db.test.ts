import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  makeAccount,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { DAY, later, MINUTE, makeWhatsapp, NOW } from "@/lib/engine/fixtures/arrange";
import { listConversations, readPlace } from "./data";
import { conversationThread, olderMessages } from "./detail";
import { fillTemplate } from "./fill-template";
import { assign, see, snooze } from "./mutations";
import { failedContent, templateContent } from "./ready-content";
import { type ConversationFilter, conversationFilterSchema } from "./schema";
import { conversationSide } from "./side";

const database = useTestDatabase();

async function makeThread(
  accountId: AccountId,
  over: { name?: string; inboxId?: string; at?: Date; lastInboundAt?: Date | null } = {},
) {
  const inboxId = over.inboxId ?? (await makeInbox(accountId)).id;
  const contact = await makeContact(accountId, { name: over.name ?? "Ana Souza" });
  const at = over.at ?? NOW;
  const [thread] = await database.sql`
    insert into conversations (account_id, inbox_id, contact_id, last_message_at, last_inbound_at)
    values (${accountId}, ${inboxId}, ${contact.id}, ${at}, ${over.lastInboundAt ?? null}) returning id`;
  return { id: String(thread?.id), contactId: contact.id, inboxId };
}

const say = (
  accountId: AccountId,
  thread: { id: string; contactId: string; inboxId: string },
  { text, at = NOW, direction = "inbound" }: { text: string; at?: Date; direction?: string },
) => database.sql`
  insert into conversation_messages (account_id, conversation_id, contact_id, inbox_id, direction, text, at)
  values (${accountId}, ${thread.id}, ${thread.contactId}, ${thread.inboxId}, ${direction}, ${text}, ${at})`;

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

describe("a text of the library", () => {
  const wish = { locale: "en" as const, agent: { name: "Sofia", email: "sofia@example.com" }, now: NOW };
  async function arrange(text: string) {
    const accountId = await makeAccount();
    const thread = await makeThread(accountId);
    const template = randomUUID();
    await database.sql`
      insert into templates (id, account_id, name, category, texts)
      values (${template}, ${accountId}, 'Greeting', 'greeting', ${database.sql.json({ en: { text, subject: "About {{ account.name }}" } })})`;
    return { accountId, wish: { ...wish, conversationId: thread.id, template } };
  }

  it("is filled with the contact's values and the person's name", async () => {
    const { accountId, wish } = await arrange("Hi {{ contact.first_name }}, {{ agent.name }} here");
    expect(await fillTemplate(accountId, wish)).toEqual({
      text: "Hi Ana, Sofia here",
      subject: "About Test account",
    });
    await expect(fillTemplate(accountId, { ...wish, locale: "es" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("says which value is missing instead of leaving a hole", async () => {
    const { accountId, wish } = await arrange("Your plan is {{ contact.plan }}");
    await expect(fillTemplate(accountId, wish)).rejects.toMatchObject({
      message: "reply.value_missing",
      data: { variable: "contact.plan" },
    });
  });
});

describe("an HSM template by hand", () => {
  type Over = { status?: string; body?: string; missingAt?: Date | null; parts?: object[] };
  async function arrange(over: Over = {}) {
    const accountId = await makeAccount();
    const inbox = await makeWhatsapp(accountId, "https://graph.example");
    const thread = await makeThread(accountId, { inboxId: inbox.id });
    const components = [{ type: "BODY", text: over.body ?? "Hi {{1}}, {{2}} is due" }, ...(over.parts ?? [])];
    await database.sql`
      insert into hsm_templates (account_id, inbox_id, name, language, status, category, parameter_format, components,
        synced_at, missing_at)
      values (${accountId}, ${inbox.id}, 'reminder', 'en', ${over.status ?? "APPROVED"}, 'UTILITY', 'positional',
        ${JSON.stringify(components)}::text::jsonb, ${NOW}, ${over.missingAt ?? null})`;
    const choose = (...parameters: string[]) =>
      templateContent(accountId, thread.id, { name: "reminder", language: "en", parameters });
    const fill = (extras: object) =>
      templateContent(accountId, thread.id, {
        name: "reminder",
        language: "en",
        parameters: ["a", "b"],
        ...extras,
      });
    return { choose, fill };
  }

  it("is given its file and the end of its button's address, or is not sent", async () => {
    const url = { type: "URL", text: "Pay", url: "https://pay.example/{{1}}" };
    const parts = [
      { type: "HEADER", format: "DOCUMENT" },
      { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Later" }, url] },
      { type: "FOOTER", text: "Loja Azul" },
    ];
    const { choose, fill } = await arrange({ parts });
    const header = "https://files.example/7.pdf";
    const buttons = [{ index: 1, value: "abc" }];
    expect(await fill({ header, fileName: "7.pdf", buttons })).toMatchObject({
      header: { type: "document", value: header, fileName: "7.pdf" },
      buttons: [{ index: 1, type: "url", value: "abc" }],
      frame: { footer: "Loja Azul" },
      text: "Hi a, b is due\n\n_Loja Azul_",
    });
    await expect(fill({ header: "{{ x }}", buttons })).rejects.toMatchObject({
      fields: { header: "publish.header_file" },
    });
    await expect(fill({ header: " ", buttons })).rejects.toMatchObject({ fields: { header: "required" } });
    await expect(choose("a", "b")).rejects.toMatchObject({ code: "conflict" });
    await expect(fill({ header })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is what the contact will read, on one line for each value", async () => {
    const { choose } = await arrange();
    expect(await choose(" Ana ", "R$ 10\n today")).toEqual({
      ...{ type: "template", name: "reminder", language: "en" },
      ...{ parameters: ["Ana", "R$ 10 today"], text: "Hi Ana, R$ 10 today is due" },
    });
  });

  it("is refused with a value missing, too many of them, or when Meta would not send it", async () => {
    const { choose } = await arrange();
    await expect(choose("Ana", " ")).rejects.toMatchObject({ fields: { "parameters.1": "required" } });
    await expect(choose("Ana")).rejects.toMatchObject({ code: "conflict" });
    const unusable = { message: "reply.template_unusable" };
    await expect((await arrange({ status: "PAUSED" })).choose("a", "b")).rejects.toMatchObject(unusable);
    await expect((await arrange({ missingAt: NOW })).choose("a", "b")).rejects.toMatchObject(unusable);
  });
});

it("a message that failed is said again as it was, and no other", async () => {
  const accountId = await makeAccount();
  const thread = await makeThread(accountId);
  const content = { type: "text", text: "Once more", subject: "Offer" };
  const add = async (status: string) => {
    const [row] = await database.sql`
      insert into conversation_messages (account_id, conversation_id, contact_id, inbox_id, direction, text, status, content)
      values (${accountId}, ${thread.id}, ${thread.contactId}, ${thread.inboxId}, 'outbound', 'Once more', ${status},
        ${database.sql.json(content)}) returning id`;
    return String(row?.id);
  };
  const [failed, sent] = [await add("failed"), await add("sent")];
  expect(await failedContent(accountId, thread.id, failed)).toEqual(content);
  const notFound = { code: "not_found" };
  await expect(failedContent(accountId, thread.id, sent)).rejects.toMatchObject(notFound);
  await expect(failedContent(accountId, (await makeThread(accountId)).id, failed)).rejects.toMatchObject(
    notFound,
  );
  await expect(failedContent(await makeAccount(), thread.id, failed)).rejects.toMatchObject(notFound);
});

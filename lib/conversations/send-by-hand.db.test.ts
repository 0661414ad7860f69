import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import {
  makeAccount,
  makeContact,
  makeEnrollment,
  makeInbox,
  makeMember,
  makeSequence,
} from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { startWhatsappStub } from "@/e2e/stubs/whatsapp-server";
import type { AccountId } from "@/lib/accounts/account-id";
import type { OutboundContent } from "@/lib/core/facts";
import {
  DAY,
  later,
  MINUTE,
  makeMailbox,
  makeWhatsapp,
  messageFrom,
  NOW,
  statusOf,
} from "@/lib/engine/fixtures/arrange";
import { receive } from "@/lib/engine/receive";
import { sweep } from "@/lib/engine/sweep";
import { claimByHand } from "./by-hand";
import { sendByHand } from "./mutations";

const database = useTestDatabase();
type Inbox = Awaited<ReturnType<typeof makeInbox>>;

async function arrange(
  over: {
    inbox?: (accountId: AccountId) => Promise<Inbox>;
    contact?: Parameters<typeof makeContact>[1];
    lastInboundAt?: Date | null;
  } = {},
) {
  const accountId = await makeAccount();
  const inbox = await (over.inbox ?? makeInbox)(accountId);
  const contact = await makeContact(accountId, over.contact);
  const authorId = await makeMember(accountId, "agent");
  const { lastInboundAt = null } = over;
  const [thread] = await database.sql`
    insert into conversations (account_id, inbox_id, contact_id, last_inbound_at)
    values (${accountId}, ${inbox.id}, ${contact.id}, ${lastInboundAt}) returning id`;
  const conversationId = String(thread?.id);
  const wish = { conversationId, text: " Hello Ana ", authorId, id: randomUUID(), now: NOW };
  return { accountId, inbox, contact, authorId, conversationId, wish };
}

const messageOf = async (id: string) =>
  (await database.sql`select * from conversation_messages where id = ${id}`)[0];
const countOf = async (conversationId: string) =>
  (await database.sql`select 1 from conversation_messages where conversation_id = ${conversationId}`).length;

describe("a message written by hand", () => {
  it("goes out once however often it is asked for, at the same moment too", async () => {
    const { accountId, conversationId, contact, authorId, wish } = await arrange();
    const all = await Promise.all(Array.from({ length: 5 }, () => sendByHand(accountId, wish)));
    expect(all.filter(({ isRepeated }) => !isRepeated)).toMatchObject([{ id: wish.id, status: "sent" }]);
    expect(await sendByHand(accountId, { ...wish, text: "Another text" })).toMatchObject({
      isRepeated: true,
      status: "sent",
    });
    expect(await countOf(conversationId)).toBe(1);
    expect(await messageOf(wish.id)).toMatchObject({
      ...{ direction: "outbound", text: "Hello Ana", status: "sent", author_id: authorId },
      ...{ provider_id: `sandbox-${wish.id}`, sent_at: NOW, contact_id: contact.id },
    });
    const [thread] = await database.sql`
      select last_message_at, last_outbound_at, seen_at from conversations where id = ${conversationId}`;
    expect(thread).toEqual({ last_message_at: NOW, last_outbound_at: NOW, seen_at: NOW });
  });

  it("holds the contact's runs when a person wrote it, and not when a rule did", async () => {
    const { accountId, contact, wish } = await arrange();
    const sequence = await makeSequence(accountId);
    const run = await makeEnrollment(accountId, sequence, contact.id, { enrolledAt: later(-DAY) });
    const statusOfRun = async () =>
      (await database.sql`select status, paused_until from enrollments where id = ${run.id}`)[0];
    await sendByHand(accountId, { ...wish, id: randomUUID(), authorId: null });
    expect(await statusOfRun()).toEqual({ status: "active", paused_until: null });
    await sendByHand(accountId, wish);
    expect(await statusOfRun()).toEqual({ status: "paused", paused_until: later(DAY) });
  });

  it("tells triggers, and keeps the contact's deals from being stalled", async () => {
    const { accountId, inbox, contact, conversationId, wish } = await arrange();
    const sequence = await makeSequence(accountId);
    await database.sql`
      insert into triggers (account_id, sequence_id, event, name, trigger)
      values (${accountId}, ${sequence.sequenceId}, 'message.sent', '', '{}')`;
    const stageId = randomUUID();
    const [pipeline] = await database.sql`
      insert into pipelines (account_id, name) values (${accountId}, 'Sales') returning id`;
    await database.sql`
      insert into stages (id, account_id, pipeline_id, name)
      values (${stageId}, ${accountId}, ${pipeline?.id}, 'New')`;
    const old = later(-9 * DAY);
    await database.sql`
      insert into deals (account_id, contact_id, title, stage_id, last_activity_at, stalled_at)
      values (${accountId}, ${contact.id}, 'Roof', ${stageId}, ${old}, ${later(-DAY)})`;
    await sendByHand(accountId, wish);
    const [deal] = await database.sql`
      select last_activity_at, stalled_at from deals where contact_id = ${contact.id}`;
    expect(deal).toEqual({ last_activity_at: NOW, stalled_at: null });
    const events = [messageFrom(contact.phone, { at: later(5_000) })];
    await receive(accountId, { inboxId: inbox.id, events, now: later(6_000) });
    const [heard] = await database.sql`select last_activity_at from deals where contact_id = ${contact.id}`;
    expect(heard).toEqual({ last_activity_at: later(5_000) });
    const told = await database.sql`
      select data from outbox where name = 'trigger/happened' and data->>'accountId' = ${accountId}`;
    expect(told).toMatchObject([
      { data: { event: "message.sent", subjects: [{ contactId: contact.id, conversationId }] } },
    ]);
  });

  it.each([
    ["to a blocked contact", "reply.contact_blocked", { contact: { blockedAt: NOW } }],
    ["to a deleted contact", "reply.contact_deleted", { contact: { deletedAt: NOW } }],
    ["without an address", "reply.no_address", { contact: { phone: null, email: "ana@example.com" } }],
    [
      "by a paused inbox",
      "reply.inbox_paused",
      { inbox: (id: AccountId) => makeInbox(id, { status: "paused" }) },
    ],
    [
      "by a removed inbox",
      "reply.inbox_gone",
      { inbox: (id: AccountId) => makeInbox(id, { archivedAt: NOW }) },
    ],
  ])("%s is refused, and nothing is left behind", async (_what, message, over) => {
    const { accountId, conversationId, wish } = await arrange(over);
    await expect(sendByHand(accountId, wish)).rejects.toMatchObject({ code: "conflict", message });
    expect(await countOf(conversationId)).toBe(0);
  });

  it("without words or with too many is refused", async () => {
    const { accountId, wish } = await arrange();
    await expect(sendByHand(accountId, { ...wish, text: " \n " })).rejects.toMatchObject({
      message: "required",
    });
    await expect(sendByHand(accountId, { ...wish, text: "x".repeat(4_097) })).rejects.toMatchObject({
      message: "text_too_long",
      data: { max: 4_096 },
    });
  });

  it("to somebody who opted out here asks a person, and is refused to a rule", async () => {
    const { accountId, contact, conversationId, wish } = await arrange();
    const events = [
      {
        ...{ kind: "preference" as const, providerId: "p", at: NOW, detail: null, value: "stop" as const },
        from: [{ kind: "phone" as const, value: contact.phone ?? "" }],
      },
    ];
    const [inbox] = await database.sql`select inbox_id as id from conversations where id = ${conversationId}`;
    await receive(accountId, { inboxId: String(inbox?.id), events, now: NOW });
    await expect(sendByHand(accountId, wish)).rejects.toMatchObject({
      message: "reply.confirm_opted_out",
      data: { confirm: "opted_out" },
    });
    await expect(sendByHand(accountId, { ...wish, authorId: null, isConfirmed: true })).rejects.toMatchObject(
      { message: "reply.opted_out" },
    );
    expect(await sendByHand(accountId, { ...wish, isConfirmed: true })).toMatchObject({ status: "sent" });
  });

  it("in another account, or under the id of another thread's message, does not exist", async () => {
    const [ours, theirs] = [await arrange(), await arrange()];
    await sendByHand(theirs.accountId, theirs.wish);
    const stolen = { ...ours.wish, conversationId: theirs.conversationId };
    await expect(sendByHand(ours.accountId, stolen)).rejects.toMatchObject({ code: "not_found" });
    const sameId = { ...ours.wish, id: theirs.wish.id };
    await expect(sendByHand(ours.accountId, sameId)).rejects.toMatchObject({ code: "conflict" });
    expect(await countOf(ours.conversationId)).toBe(0);
    expect(await messageOf(theirs.wish.id)).toMatchObject({ account_id: theirs.accountId });
  });
});

describe("the 24-hour window of WhatsApp", () => {
  const template: OutboundContent = {
    ...{ type: "template", name: "hello", language: "en", parameters: ["Ana"], text: "Hello Ana" },
  };

  it("lets free text through while it is open, and a template always", async () => {
    const stub = await startWhatsappStub();
    try {
      const inbox = (id: AccountId) => makeWhatsapp(id, stub.url);
      const open = await arrange({ inbox, lastInboundAt: later(-60 * MINUTE) });
      expect(await sendByHand(open.accountId, open.wish)).toMatchObject({ status: "sent" });
      for (const lastInboundAt of [null, later(-DAY)]) {
        const closed = await arrange({ inbox, lastInboundAt });
        await expect(sendByHand(closed.accountId, closed.wish)).rejects.toMatchObject({
          message: "reply.window_closed",
        });
        const sent = await sendByHand(closed.accountId, { ...closed.wish, content: template });
        expect(sent).toMatchObject({ status: "sent" });
      }
    } finally {
      await stub.close();
    }
  });

  it("does not let a template through where the inbox has none", async () => {
    const { accountId, wish } = await arrange({
      inbox: (id) => makeMailbox(id, 1),
      contact: { email: "ana@example.com" },
    });
    await expect(sendByHand(accountId, { ...wish, content: template })).rejects.toMatchObject({
      message: "hsm_no_templates",
    });
  });
});

describe("what becomes of it", () => {
  it("is a failure with its reason where nothing listens, and trying again is another message", async () => {
    const { accountId, conversationId, wish } = await arrange({
      inbox: (id) => makeMailbox(id, 1),
      contact: { email: "ana@example.com" },
    });
    const failed = await sendByHand(accountId, wish);
    expect(failed).toMatchObject({ status: "failed", isRepeated: false });
    expect(failed.errorCode).not.toBeNull();
    expect(await sendByHand(accountId, wish)).toMatchObject({ status: "failed", isRepeated: true });
    await sendByHand(accountId, { ...wish, id: randomUUID() });
    expect(await countOf(conversationId)).toBe(2);
    const [thread] =
      await database.sql`select last_outbound_at from conversations where id = ${conversationId}`;
    expect(thread).toEqual({ last_outbound_at: null });
  });

  it("is unknown when the process died before the answer: five minutes later, and never sent again", async () => {
    const { accountId, wish } = await arrange();
    await withAccountSql(accountId, (tx) => claimByHand(tx, accountId, wish));
    expect(await sendByHand(accountId, wish)).toMatchObject({ status: "claimed", isRepeated: true });
    await sweep(later(4 * MINUTE));
    expect(await messageOf(wish.id)).toMatchObject({ status: "claimed" });
    await sweep(later(6 * MINUTE));
    expect(await messageOf(wish.id)).toMatchObject({ status: "unknown", error_code: "outcome_unknown" });
    expect(await sendByHand(accountId, wish)).toMatchObject({ status: "unknown", isRepeated: true });
  });

  it("is settled by the provider's own report, by our id or the provider's", async () => {
    const { accountId, inbox, conversationId, wish } = await arrange();
    await withAccountSql(accountId, (tx) => claimByHand(tx, accountId, wish));
    await sweep(later(6 * MINUTE));
    const hear = (...events: Parameters<typeof receive>[1]["events"]) =>
      receive(accountId, { inboxId: inbox.id, events, now: later(7 * MINUTE) });
    await hear(statusOf({ messageId: wish.id, providerId: "wamid.1" }, "delivered"));
    expect(await messageOf(wish.id)).toMatchObject({
      ...{ status: "delivered", provider_id: "wamid.1", error_code: null },
      ...{ sent_at: later(2_000), delivered_at: later(2_000) },
    });
    const [thread] =
      await database.sql`select last_outbound_at from conversations where id = ${conversationId}`;
    expect(thread).toEqual({ last_outbound_at: later(2_000) });
    await hear(statusOf({ providerId: "wamid.1" }, "read"));
    await hear(statusOf({ providerId: "wamid.1" }, "failed"), statusOf({ providerId: "wamid.1" }, "sent"));
    expect(await messageOf(wish.id)).toMatchObject({ status: "read", error_code: null });
  });

  it("does not concern a report that names no message of this inbox", async () => {
    const { accountId, wish } = await arrange();
    await sendByHand(accountId, wish);
    const other = await makeInbox(accountId, { name: "Second" });
    const events = [
      statusOf({ messageId: wish.id, providerId: "x" }, "failed"),
      statusOf({ messageId: "not-an-id", providerId: "y" }, "failed"),
    ];
    await receive(accountId, { inboxId: other.id, events, now: NOW });
    expect(await messageOf(wish.id)).toMatchObject({ status: "sent" });
  });

  it("is a failure that the provider reported later, and the channel is closed where it says so", async () => {
    const { accountId, inbox, conversationId, wish } = await arrange();
    await sendByHand(accountId, wish);
    const events = [
      statusOf({ messageId: wish.id, providerId: `sandbox-${wish.id}` }, "failed", {
        reaction: "switch_channel",
      }),
    ];
    await receive(accountId, { inboxId: inbox.id, events, now: later(3_000) });
    expect(await messageOf(wish.id)).toMatchObject({ status: "failed", error_code: "131026" });
    const [thread] = await database.sql`select failed_at from conversations where id = ${conversationId}`;
    expect(thread).toEqual({ failed_at: later(3_000) });
  });
});

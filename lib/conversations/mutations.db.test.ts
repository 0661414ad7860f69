import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeEnrollment, makeMember, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { later, messageFrom, NOW } from "@/lib/engine/fixtures/arrange";
import { receive } from "@/lib/engine/receive";
import { assign, reopen, resolve, see, setPending, snooze, wakeSnoozed } from "./mutations";

const database = useTestDatabase();

async function arrange() {
  const accountId = await makeAccount();
  const contact = await makeContact(accountId);
  const actorId = await makeMember(accountId);
  const conversationId = await makeThread(accountId, contact.id);
  return { accountId, contact, contactId: contact.id, actorId, conversationId };
}

async function makeThread(accountId: string, contactId: string): Promise<string> {
  const [inbox] = await database.sql`
    insert into inboxes (account_id, name, channel, provider) values (${accountId}, 'Phone', 'whatsapp', 'sandbox')
    returning id`;
  const [thread] = await database.sql`
    insert into conversations (account_id, inbox_id, contact_id) values (${accountId}, ${inbox?.id}, ${contactId})
    returning id`;
  return String(thread?.id);
}

const threadOf = async (id: string) =>
  (
    await database.sql`
    select status, snoozed_until, resolved_at, assignee_id, seen_at from conversations where id = ${id}`
  )[0];
const eventsOf = async (id: string) =>
  (await database.sql`select name from contact_events where conversation_id = ${id} order by id`).map(
    (row) => row.name,
  );

describe("the state of a thread", () => {
  it("changes with an event each time, and a second time does nothing", async () => {
    const { accountId, actorId, conversationId } = await arrange();
    const act = { conversationId, actorId, now: NOW };
    const until = later(3_600_000);
    expect(await snooze(accountId, { ...act, until })).toMatchObject({ isChanged: true });
    expect(await threadOf(conversationId)).toMatchObject({ status: "snoozed", snoozed_until: until });
    expect(await snooze(accountId, { ...act, until })).toMatchObject({ isChanged: false });
    expect(await resolve(accountId, act)).toMatchObject({ isChanged: true });
    expect(await threadOf(conversationId)).toMatchObject({
      status: "resolved",
      snoozed_until: null,
      resolved_at: NOW,
    });
    expect(await resolve(accountId, act)).toMatchObject({ isChanged: false });
    expect(await reopen(accountId, act)).toMatchObject({ isChanged: true });
    expect(await threadOf(conversationId)).toMatchObject({ status: "open", resolved_at: null });
    expect(await setPending(accountId, act)).toMatchObject({ isChanged: true });
    expect(await resolve(accountId, act)).toMatchObject({ isChanged: true });
    const [snoozed, resolved, opened] = [
      "conversation.snoozed",
      "conversation.resolved",
      "conversation.opened",
    ];
    expect(await eventsOf(conversationId)).toEqual([snoozed, resolved, opened, resolved]);
  });

  it("is resolved once by two people at the same moment, and the run about it ends", async () => {
    const { accountId, actorId, contactId, conversationId } = await arrange();
    const sequence = await makeSequence(accountId, { target: "conversation" });
    const run = await makeEnrollment(accountId, sequence, contactId, { conversationId, enrolledAt: NOW });
    const act = { conversationId, actorId, now: later(1_000) };
    const both = await Promise.all([resolve(accountId, act), resolve(accountId, act)]);
    expect(both.filter(({ isChanged }) => isChanged)).toHaveLength(1);
    expect(both.flatMap(({ ended }) => ended)).toEqual([run.id]);
    const [ended] = await database.sql`select status, end_reason from enrollments where id = ${run.id}`;
    expect(ended).toEqual({ status: "ended", end_reason: "resolved" });
    expect(await eventsOf(conversationId)).toEqual(["conversation.resolved"]);
  });

  it("is not snoozed until a moment that has passed", async () => {
    const { accountId, actorId, conversationId } = await arrange();
    const act = { conversationId, actorId, now: NOW };
    await expect(snooze(accountId, { ...act, until: NOW })).rejects.toMatchObject({ message: "snooze_past" });
    expect(await threadOf(conversationId)).toMatchObject({ status: "open" });
  });

  it("opens again at its moment and not before, once, by two clocks at once", async () => {
    const { accountId, actorId, conversationId } = await arrange();
    await snooze(accountId, { conversationId, actorId, until: later(60_000), now: NOW });
    expect(await wakeSnoozed(accountId, later(59_000))).toEqual({ opened: 0 });
    const woken = await Promise.all([
      wakeSnoozed(accountId, later(60_000)),
      wakeSnoozed(accountId, later(60_000)),
    ]);
    expect(woken.reduce((sum, { opened }) => sum + opened, 0)).toBe(1);
    expect(await threadOf(conversationId)).toMatchObject({ status: "open", snoozed_until: null });
    expect(await eventsOf(conversationId)).toEqual(["conversation.snoozed", "conversation.opened"]);
  });

  it("is not opened by the clock when somebody has put it off meanwhile", async () => {
    const { accountId, actorId, conversationId } = await arrange();
    const act = { conversationId, actorId, now: NOW };
    await snooze(accountId, { ...act, until: later(60_000) });
    await snooze(accountId, { ...act, until: later(600_000) });
    expect(await wakeSnoozed(accountId, later(60_000))).toEqual({ opened: 0 });
    await resolve(accountId, act);
    expect(await wakeSnoozed(accountId, later(600_000))).toEqual({ opened: 0 });
    expect(await threadOf(conversationId)).toMatchObject({ status: "resolved" });
  });

  it("is open again when the contact writes, with an event, once for the same message", async () => {
    const { accountId, actorId, contact, conversationId } = await arrange();
    const [thread] = await database.sql`select inbox_id from conversations where id = ${conversationId}`;
    const hear = (over: Parameters<typeof messageFrom>[1]) =>
      receive(accountId, {
        inboxId: String(thread?.inbox_id),
        events: [messageFrom(contact.phone, over)],
        now: later(9_000),
      });
    await snooze(accountId, { conversationId, actorId, until: later(3_600_000), now: NOW });
    await hear({ providerId: "auto", isAutomatic: true });
    expect(await threadOf(conversationId)).toMatchObject({ status: "snoozed" });
    await hear({ providerId: "reply" });
    await hear({ providerId: "reply" });
    await hear({ providerId: "second" });
    expect(await threadOf(conversationId)).toMatchObject({ status: "open", snoozed_until: null });
    expect(await eventsOf(conversationId)).toEqual(["conversation.snoozed", "conversation.opened"]);
  });

  it("does not concern another account, and no thread of a deleted contact", async () => {
    const { accountId, contactId, conversationId } = await arrange();
    const other = await makeAccount();
    const act = { conversationId, actorId: null, now: NOW };
    const notFound = { code: "not_found" };
    await expect(resolve(other, act)).rejects.toMatchObject(notFound);
    await expect(reopen(other, act)).rejects.toMatchObject(notFound);
    await expect(setPending(other, act)).rejects.toMatchObject(notFound);
    await expect(snooze(other, { ...act, until: later(1) })).rejects.toMatchObject(notFound);
    await expect(assign(other, { ...act, userId: null })).rejects.toMatchObject(notFound);
    await expect(see(other, act)).rejects.toMatchObject(notFound);
    await expect(resolve(accountId, { ...act, conversationId: randomUUID() })).rejects.toMatchObject(
      notFound,
    );
    await database.sql`update contacts set deleted_at = ${NOW} where id = ${contactId}`;
    await expect(resolve(accountId, act)).rejects.toMatchObject(notFound);
    expect(await threadOf(conversationId)).toMatchObject({ status: "open", seen_at: null });
  });
});

describe("who is responsible", () => {
  it("is a member of the account, or nobody", async () => {
    const { accountId, actorId, conversationId } = await arrange();
    const act = { conversationId, actorId, now: NOW };
    expect(await assign(accountId, { ...act, userId: actorId })).toEqual({ isChanged: true });
    expect(await assign(accountId, { ...act, userId: actorId })).toEqual({ isChanged: false });
    const stranger = await makeMember(await makeAccount());
    for (const userId of [stranger, randomUUID()]) {
      await expect(assign(accountId, { ...act, userId })).rejects.toMatchObject({
        message: "member_unknown",
      });
    }
    expect(await threadOf(conversationId)).toMatchObject({ assignee_id: actorId });
    expect(await assign(accountId, { ...act, userId: null })).toEqual({ isChanged: true });
  });
});

it("looking at a thread never makes it less seen", async () => {
  const { accountId, conversationId } = await arrange();
  await see(accountId, { conversationId, now: later(1_000) });
  await see(accountId, { conversationId, now: NOW });
  expect(await threadOf(conversationId)).toMatchObject({ seen_at: later(1_000) });
});

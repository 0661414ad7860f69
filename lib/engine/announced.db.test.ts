import { describe, expect, it } from "vitest";
import { makeInbox, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { TriggerEvent } from "@/lib/core/model-rules";
import { advance } from "./advance";
import { clockAt, later, messageFrom, NOW, startRun } from "./fixtures/arrange";
import { receive } from "./receive";

const database = useTestDatabase();
type Started = Awaited<ReturnType<typeof startRun>>;

async function listen({ accountId }: Started, event: TriggerEvent) {
  const { sequenceId } = await makeSequence(accountId);
  await database.sql`
    insert into triggers (account_id, sequence_id, event, trigger)
    values (${accountId}, ${sequenceId}, ${event}, ${database.sql.json({ event, match: "all", conditions: [] })})`;
}

type Subject = { contactId: string; conversationId?: string; eventId?: string };
async function told({ accountId }: Started, event: TriggerEvent): Promise<Subject[]> {
  const rows = await database.sql<{ subjects: Subject[] }[]>`
    select data->'subjects' as subjects from outbox
    where name = 'trigger/happened' and data->>'accountId' = ${accountId} and data->>'event' = ${event}`;
  return rows.flatMap(({ subjects }) => subjects);
}

const hear = (started: Started, ...phones: string[]) =>
  receive(started.accountId, {
    inboxId: started.inbox.id,
    events: phones.map((phone) => messageFrom(phone)),
    now: later(6_000),
  });

describe("a stranger who writes", () => {
  it("is told as a new contact and a new conversation, once", async () => {
    const started = await startRun();
    await listen(started, "contact.created");
    await listen(started, "conversation.created");
    await listen(started, "message.received");
    await hear(started, "+5511900000091", "+5511900000091");
    const [contact, ...others] = await told(started, "contact.created");
    expect(others).toEqual([]);
    expect(await told(started, "conversation.created")).toMatchObject([{ contactId: contact?.contactId }]);
    expect(await told(started, "message.received")).toHaveLength(2);
  });

  it("by a known address is no new contact", async () => {
    const started = await startRun();
    await listen(started, "contact.created");
    await hear(started, started.contact.phone ?? "");
    expect(await told(started, "contact.created")).toEqual([]);
  });
});

describe("a step that is sent", () => {
  it("is told with its thread, and the thread with it where there was none", async () => {
    const started = await startRun();
    await listen(started, "message.sent");
    await listen(started, "conversation.created");
    await advance(started.run, clockAt(NOW));
    const [message] = await database.sql<{ id: string; conversation_id: string }[]>`
      select id, conversation_id from messages where enrollment_id = ${started.enrollmentId}`;
    const { id: contactId } = started.contact;
    const conversationId = message?.conversation_id;
    expect(await told(started, "message.sent")).toEqual([
      { contactId, conversationId, eventId: message?.id },
    ]);
    expect(await told(started, "conversation.created")).toEqual([{ contactId, conversationId }]);
  });

  it("is the team's last word in its thread", async () => {
    const started = await startRun();
    await advance(started.run, clockAt(NOW));
    const [thread] = await database.sql`
      select last_outbound_at, last_message_at from conversations where contact_id = ${started.contact.id}`;
    expect(thread).toEqual({ last_outbound_at: NOW, last_message_at: NOW });
  });

  it("opens no second conversation where one exists", async () => {
    const started = await startRun();
    await listen(started, "conversation.created");
    await hear(started, started.contact.phone ?? "");
    await hear(started, started.contact.phone ?? "");
    await makeInbox(started.accountId);
    expect(await told(started, "conversation.created")).toHaveLength(1);
  });
});

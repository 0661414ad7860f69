import { describe, expect, it } from "vitest";
import { makeContact, makeEnrollment, makeInbox, makeSequence, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { ProviderEvent } from "@/lib/channels/driver";
import { advance } from "./advance";
import { clockAt, later, messageFrom, NOW, startRun } from "./fixtures/arrange";
import { receive } from "./receive";

const database = useTestDatabase();
const runOf = async (id: string) => (await database.sql`select * from enrollments where id = ${id}`)[0];
const isLive = async (id: string) => (await runOf(id))?.status !== "ended";

type Started = Awaited<ReturnType<typeof startRun>>;
const hear = ({ accountId, inbox }: Started, ...events: ProviderEvent[]) =>
  receive(accountId, { inboxId: inbox.id, events, now: later(6_000) });

describe("a reply", () => {
  it.each([
    ["phone", (phone: string) => ({ kind: "phone" as const, value: phone })],
    ["whatsapp", (phone: string) => ({ kind: "whatsapp" as const, value: phone.slice(1) })],
    ["email", () => ({ kind: "email" as const, value: "ana@example.com" })],
  ])("ends the run whichever identity it comes from: %s", async (kind, identity) => {
    const started = await startRun({ contact: { email: kind === "email" ? "ana@example.com" : null } });
    const from = [identity(started.contact.phone ?? "")];
    await hear(started, messageFrom(null, { from }));
    expect(await runOf(started.enrollmentId)).toMatchObject({ status: "ended", end_reason: "replied" });
  });

  it("ends the run whichever channel it comes by", async () => {
    for (const channel of ["whatsapp", "sms", "email"] as const) {
      const started = await startRun();
      const other = await makeInbox(started.accountId, { name: channel, channel });
      const message = messageFrom(started.contact.phone);
      await receive(started.accountId, { inboxId: other.id, events: [message], now: later(6_000) });
      expect(await runOf(started.enrollmentId)).toMatchObject({ end_reason: "replied" });
    }
  });

  it("is recorded once when the provider delivers it again, even at the same moment", async () => {
    const started = await startRun();
    const message = messageFrom(started.contact.phone);
    await Promise.all(Array.from({ length: 8 }, () => hear(started, message)));
    await hear(started, message);
    const [counts] = await database.sql`
      select (select count(*)::int from conversation_messages where provider_id = ${message.providerId}) as stored,
        (select count(*)::int from ledger where enrollment_id = ${started.enrollmentId} and kind = 'replied') as told,
        (select count(*)::int from ledger where enrollment_id = ${started.enrollmentId} and kind = 'ended') as ended`;
    expect(counts).toEqual({ stored: 1, told: 1, ended: 1 });
  });

  it("in the same second as the enrollment ends the run, for providers give whole seconds", async () => {
    const started = await startRun();
    await hear(started, messageFrom(started.contact.phone, { at: new Date("2026-03-10T15:00:00Z") }));
    expect(await runOf(started.enrollmentId)).toMatchObject({ end_reason: "replied" });
  });

  it("from before the enrollment does not end the run that it may have caused", async () => {
    const started = await startRun();
    await hear(started, messageFrom(started.contact.phone, { at: later(-60_000) }));
    expect(await isLive(started.enrollmentId)).toBe(true);
  });

  it("dated in the future by its provider does not end runs that begin later", async () => {
    const started = await startRun();
    await hear(started, messageFrom(started.contact.phone, { at: new Date("2031-01-01T00:00:00Z") }));
    expect(await runOf(started.enrollmentId)).toMatchObject({ end_reason: "replied" });
    const again = await makeEnrollment(started.accountId, started.sequence, started.contact.id, {
      enrolledAt: later(3_600_000),
    });
    const run = { accountId: started.accountId, enrollmentId: again.id, driver: 1 };
    await advance(run, clockAt(later(3_600_000)));
    expect(await isLive(again.id)).toBe(true);
  });

  it.each([
    ["a pair of surrogates at the bound of what the timeline shows", `${"a".repeat(299)}😀 yes`],
    ["the NUL character", "yes\0please"],
    ["half a surrogate pair", "yes \ud83d"],
    ["the longest text", "ã".repeat(60_000)],
    ["no text", ""],
  ])("ends the run when its text has %s", async (_, text) => {
    const started = await startRun();
    await hear(started, messageFrom(started.contact.phone, { text }));
    expect(await runOf(started.enrollmentId)).toMatchObject({ end_reason: "replied" });
  });

  it("is taken in although an event before it in the same delivery cannot be", async () => {
    const started = await startRun();
    const broken = messageFrom(started.contact.phone, { providerId: "in-\0" });
    await expect(hear(started, broken, messageFrom(started.contact.phone))).rejects.toThrow();
    expect(await runOf(started.enrollmentId)).toMatchObject({ end_reason: "replied" });
  });

  it("elsewhere leaves a run that ends only on replies in its own conversation", async () => {
    const started = await startRun({
      exitRules: { onReply: "same_conversation", replyDoes: "end", onResolution: true },
      steps: [makeStep({ wait: { amount: 1, unit: "days" } })],
    });
    const { accountId, inbox, contact, enrollmentId } = started;
    const elsewhere = await makeInbox(accountId, { name: "Second phone" });
    const [thread] = await database.sql`
      insert into conversations (account_id, inbox_id, contact_id) values (${accountId}, ${inbox.id}, ${contact.id})
      returning id`;
    await database.sql`update enrollments set conversation_id = ${thread?.id} where id = ${enrollmentId}`;
    const other = messageFrom(contact.phone);
    await receive(accountId, { inboxId: elsewhere.id, events: [other], now: later(6_000) });
    expect(await isLive(enrollmentId)).toBe(true);
    await hear(started, messageFrom(contact.phone, { at: later(4_000) }));
    expect(await runOf(enrollmentId)).toMatchObject({ end_reason: "replied" });
  });

  it("marks the last message that the contact had received", async () => {
    const started = await startRun({ steps: [makeStep(), makeStep()] });
    await advance(started.run, clockAt(NOW));
    const sent = () => database.sql`
      select status from messages where enrollment_id = ${started.enrollmentId} order by sent_at, created_at`;
    await hear(started, messageFrom(started.contact.phone));
    expect(await sent()).toMatchObject([{ status: "replied" }]);
  });
});

describe("what is no reply", () => {
  it.each([
    ["an automatic answer", { isAutomatic: true, text: "I am out of office until Monday" }],
    ["an automatic answer that is a word for opting out", { isAutomatic: true, text: "Cancel" }],
    ["a reaction", { contentType: "reaction" as const, text: "👍" }],
  ])("leaves the run alive and is on its timeline: %s", async (_, over) => {
    const started = await startRun();
    await hear(started, messageFrom(started.contact.phone, over));
    expect(await isLive(started.enrollmentId)).toBe(true);
    const told = await database.sql`
      select kind from ledger where enrollment_id = ${started.enrollmentId} and kind = 'automatic_reply'`;
    expect(told).toHaveLength(1);
    const kept = await database.sql`select 1 from suppressions where account_id = ${started.accountId}`;
    expect(kept).toHaveLength(0);
  });
});

describe("a stranger", () => {
  it("becomes a contact with the name and identities that the provider gives", async () => {
    const started = await startRun();
    const from = [
      { kind: "whatsapp" as const, value: "5511900000001" },
      { kind: "phone" as const, value: "+5511900000001" },
    ];
    await hear(started, messageFrom(null, { from, fromName: "João Lima" }));
    const found = await database.sql`
      select c.name, c.first_name, i.kind, i.value from contacts c join contact_identities i on i.contact_id = c.id
      where c.account_id = ${started.accountId} and c.id <> ${started.contact.id} order by i.kind`;
    expect(found).toMatchObject([
      { name: "João Lima", first_name: "João", kind: "phone", value: "+5511900000001" },
      { name: "João Lima", kind: "whatsapp", value: "5511900000001" },
    ]);
  });

  it("who writes several messages at the same moment becomes one contact", async () => {
    const started = await startRun();
    const from = [
      { kind: "whatsapp" as const, value: "5511900000002" },
      { kind: "phone" as const, value: "+5511900000002" },
    ];
    const messages = Array.from({ length: 8 }, (_, i) =>
      messageFrom(null, { from: i % 2 ? from : from.toReversed(), providerId: `burst-${i}` }),
    );
    await Promise.all(messages.map((message) => hear(started, message)));
    const [counts] = await database.sql`
      select (select count(*)::int from contacts where account_id = ${started.accountId}) as contacts,
        (select count(distinct contact_id)::int from conversation_messages where account_id = ${started.accountId})
          as senders,
        (select count(*)::int from conversation_messages where account_id = ${started.accountId}) as messages`;
    expect(counts).toEqual({ contacts: 2, senders: 1, messages: 8 });
  });

  it("of one account is no contact of another with the same number", async () => {
    const [one, two] = [await startRun(), await startRun()];
    await makeContact(one.accountId, { phone: "+5511900000003" });
    await hear(two, messageFrom("+5511900000003"));
    const rows = await database.sql`
      select account_id from contact_identities where value = '+5511900000003' order by account_id`;
    expect(rows.map((row) => row.account_id).sort()).toEqual([one.accountId, two.accountId].sort());
    expect(await isLive(one.enrollmentId)).toBe(true);
  });
});

describe("an inbox of another account", () => {
  it("is not found, and nothing is stored", async () => {
    const [one, two] = [await startRun(), await startRun()];
    const wish = { inboxId: two.inbox.id, events: [messageFrom(one.contact.phone)], now: later(6_000) };
    await expect(receive(one.accountId, wish)).rejects.toMatchObject({ code: "not_found" });
    expect(await isLive(one.enrollmentId)).toBe(true);
  });
});

it("a run of another sequence of the same contact ends with it", async () => {
  const started = await startRun();
  const second = await makeSequence(started.accountId);
  const other = await makeEnrollment(started.accountId, second, started.contact.id, { enrolledAt: NOW });
  await hear(started, messageFrom(started.contact.phone));
  expect(await runOf(other.id)).toMatchObject({ end_reason: "replied" });
});

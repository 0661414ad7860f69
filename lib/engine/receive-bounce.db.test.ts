import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeInbox, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type SmtpStub, startSmtpStub } from "@/e2e/stubs/smtp-server";
import type { ProviderEvent } from "@/lib/channels/driver";
import { closeDrivers } from "@/lib/channels/registry";
import { advance } from "./advance";
import { clockAt, DAY, later, makeMailbox, NOW, startRun } from "./fixtures/arrange";
import { receive } from "./receive";

const database = useTestDatabase();
let smtp: SmtpStub;
let count = 0;

beforeAll(async () => {
  smtp = await startSmtpStub();
});
afterAll(async () => {
  closeDrivers();
  await smtp.close();
});

/** Somebody who got the first mail of a run with a second step a day later. */
async function written() {
  const email = `ana-${++count}@example.com`;
  const started = await startRun({
    inbox: (accountId) => makeMailbox(accountId, smtp.port),
    contact: { email },
    steps: [makeStep(), makeStep({ wait: { amount: 1, unit: "days" } })],
  });
  await advance(started.run, clockAt(NOW));
  const [message] = await database.sql<{ id: string; provider_id: string }[]>`
    select id, provider_id from messages where enrollment_id = ${started.enrollmentId}`;
  if (!message) throw new Error("Nothing was sent.");
  return { ...started, email, message };
}
type Written = Awaited<ReturnType<typeof written>>;
type Bounce = Extract<ProviderEvent, { kind: "bounce" }>;

const bounceOf = ({ message, email }: Written, over: Partial<Bounce> = {}): Bounce => ({
  ...{ kind: "bounce", messageId: message.id, providerId: null, isPermanent: true, at: later(60_000) },
  address: { kind: "email", value: email },
  ...{ code: "5.1.1", detail: "550 no such user" },
  ...over,
});
const take = ({ accountId, inbox }: Written, event: ProviderEvent, now = later(120_000)) =>
  receive(accountId, { inboxId: inbox.id, events: [event], now });
const messageOf = async ({ message }: Written) =>
  (await database.sql`select status, error_code from messages where id = ${message.id}`)[0];
const runOf = async ({ enrollmentId }: Written) =>
  (await database.sql`select status, end_reason from enrollments where id = ${enrollmentId}`)[0];
const suppressedOf = ({ accountId }: Written) =>
  database.sql`select reason, channel from suppressions where account_id = ${accountId} and lifted_at is null`;
const consentsOf = ({ accountId }: Written) =>
  database.sql`select action, source from consents where account_id = ${accountId}`;
const ledgerOf = ({ enrollmentId }: Written, code: string) =>
  database.sql`select kind from ledger where enrollment_id = ${enrollmentId} and because->>'code' = ${code}`;

describe("a mail that came back for good", () => {
  it("failed, and its address is suppressed without a word of the person; the run that has no other ends", async () => {
    const one = await written();
    await take(one, bounceOf(one));
    expect(await messageOf(one)).toEqual({ status: "failed", error_code: "5.1.1" });
    expect(await suppressedOf(one)).toEqual([{ reason: "bounced", channel: "email" }]);
    expect(await consentsOf(one)).toEqual([]);
    expect(await ledgerOf(one, "bounced")).toEqual([{ kind: "failed" }]);
    await advance(one.run, clockAt(later(DAY)));
    expect(await runOf(one)).toMatchObject({ status: "ended" });
    expect(smtp.mails.filter(({ to }) => to.includes(one.email))).toHaveLength(1);
  });

  it("counts once, however often it is told", async () => {
    const one = await written();
    await Promise.all([1, 2, 3].map(() => take(one, bounceOf(one))));
    await take(one, bounceOf(one, { at: later(7 * DAY) }), later(7 * DAY));
    expect(await ledgerOf(one, "bounced")).toHaveLength(1);
  });

  it("leaves the contact's other addresses alone, also one that came since", async () => {
    const one = await written();
    await database.sql`
      update contact_identities set value = ${`new-${one.email}`} where contact_id = ${one.contact.id} and kind = 'email'`;
    await take(one, bounceOf(one));
    expect(await suppressedOf(one)).toHaveLength(1);
    await advance(one.run, clockAt(later(DAY)));
    expect(smtp.mails.some(({ to }) => to.includes(`new-${one.email}`))).toBe(true);
  });

  it("is found by the id that the provider gave it, and by its address where nothing else is named", async () => {
    const [byId, byAddress] = [await written(), await written()];
    await take(
      byId,
      bounceOf(byId, { messageId: null, providerId: null, references: ["x@y", byId.message.provider_id] }),
    );
    await take(byAddress, bounceOf(byAddress, { messageId: null }));
    for (const one of [byId, byAddress]) expect(await messageOf(one)).toMatchObject({ status: "failed" });
  });

  it("changes nothing about mails that nobody sent, of another account, or of weeks ago", async () => {
    const [one, other] = [await written(), await written()];
    for (const event of [
      bounceOf(one, { messageId: randomUUID(), address: null }),
      bounceOf(one, { messageId: other.message.id, providerId: other.message.provider_id, address: null }),
      bounceOf(one, { messageId: null, address: { kind: "email", value: other.email } }),
      bounceOf(one, { messageId: null, at: later(15 * DAY) }),
      bounceOf(one, { messageId: null, address: null }),
    ]) {
      await take(one, event, later(15 * DAY));
    }
    for (const each of [one, other]) {
      expect(await messageOf(each)).toMatchObject({ status: "sent" });
      expect(await suppressedOf(each)).toEqual([]);
    }
  });

  it("comes too late for somebody who has answered from there", async () => {
    const one = await written();
    await database.sql`update messages set status = 'replied' where id = ${one.message.id}`;
    await take(one, bounceOf(one));
    expect(await messageOf(one)).toMatchObject({ status: "replied" });
    expect(await suppressedOf(one)).toEqual([]);
  });

  it("is told of what was written by hand, too", async () => {
    const one = await written();
    const id = randomUUID();
    await database.sql`
      insert into conversation_messages (id, account_id, conversation_id, contact_id, inbox_id, direction, text, status, provider_id)
      select ${id}, account_id, id, contact_id, inbox_id, 'outbound', 'Hi', 'sent', ${`${id}@shop.example`}
      from conversations where contact_id = ${one.contact.id}`;
    await take(one, bounceOf(one, { messageId: id }));
    const [row] = await database.sql`select status from conversation_messages where id = ${id}`;
    expect(row).toEqual({ status: "failed" });
    expect(await suppressedOf(one)).toEqual([{ reason: "bounced", channel: "email" }]);
  });
});

describe("a mail that came back for another reason", () => {
  it("failed, and its address is written to again", async () => {
    const one = await written();
    await take(one, bounceOf(one, { isPermanent: false, isFinal: true, code: "5.7.1" }));
    expect(await messageOf(one)).toEqual({ status: "failed", error_code: "5.7.1" });
    expect(await suppressedOf(one)).toEqual([]);
    expect(await runOf(one)).toMatchObject({ status: "active" });
  });

  it("is only noted when it is late or the mailbox is full", async () => {
    const one = await written();
    const late = bounceOf(one, { isPermanent: false, isFinal: false, code: "5.2.2" });
    await take(one, late);
    await take(one, late);
    expect(await messageOf(one)).toEqual({ status: "sent", error_code: "5.2.2" });
    expect(await suppressedOf(one)).toEqual([]);
    expect(await ledgerOf(one, "delivery_delayed")).toHaveLength(1);
  });
});

describe("a complaint", () => {
  const complaint = (one: Written, over: Partial<Bounce> = {}) =>
    bounceOf(one, { isComplaint: true, isFinal: false, code: "abuse", ...over });

  it("suppresses as the person's own word does, and ends the run; the mail did arrive", async () => {
    const one = await written();
    await take(one, complaint(one));
    await take(one, complaint(one));
    expect(await messageOf(one)).toMatchObject({ status: "sent" });
    expect(await suppressedOf(one)).toEqual([{ reason: "opted_out", channel: "email" }]);
    expect(await consentsOf(one)).toEqual([{ action: "opt_out", source: "provider" }]);
    expect(await runOf(one)).toEqual({ status: "ended", end_reason: "opted_out" });
  });
});

const answer = (
  one: Written,
  over: Partial<Extract<ProviderEvent, { kind: "message" }>> = {},
): ProviderEvent => ({
  ...{ kind: "message", providerId: `in-${++count}@example.com`, fromName: "Ana", at: later(60_000) },
  from: [{ kind: "email", value: one.email }],
  ...{ text: "Yes", subject: "Re: Your quote", contentType: "text", isAutomatic: false },
  ...{ inReplyTo: null, references: [], answersMessageId: null },
  ...over,
});

describe("a mail that answers one of ours", () => {
  const threadsOf = ({ contact }: Written) => database.sql`
    select text, subject, meaning from conversation_messages where contact_id = ${contact.id} and direction = 'inbound'`;

  it.each<[string, (one: Written) => Parameters<typeof answer>[1]]>([
    ["by the id at the provider", ({ message }) => ({ inReplyTo: message.provider_id })],
    [
      "by an earlier mail of the thread",
      ({ message }) => ({ references: ["else@x.y", message.provider_id] }),
    ],
    ["by our own id", ({ message }) => ({ answersMessageId: message.id })],
  ])("ends the run, also from another address, which stays nobody's: %s", async (_name, named) => {
    const one = await written();
    const colleague = `colleague-${count}@example.com`;
    await take(one, answer(one, { from: [{ kind: "email", value: colleague }], ...named(one) }));
    expect(await runOf(one)).toEqual({ status: "ended", end_reason: "replied" });
    expect(await threadsOf(one)).toEqual([{ text: "Yes", subject: "Re: Your quote", meaning: "reply" }]);
    const known = await database.sql`select from contact_identities where value = ${colleague}`;
    expect(known).toEqual([]);
  });

  it("is found when it came into another inbox of the account, and stands in the thread it belongs to", async () => {
    const one = await written();
    const second = await makeInbox(one.accountId, { channel: "email", provider: "smtp", name: "Second" });
    const events = [answer(one, { inReplyTo: one.message.provider_id })];
    await receive(one.accountId, { inboxId: second.id, events, now: later(120_000) });
    expect(await runOf(one)).toEqual({ status: "ended", end_reason: "replied" });
    const threads =
      await database.sql`select inbox_id from conversations where contact_id = ${one.contact.id}`;
    expect(threads).toEqual([{ inbox_id: one.inbox.id }]);
    await take(one, events[0] as ProviderEvent);
    expect(await threadsOf(one)).toHaveLength(1);
  });

  it("belongs to its sender when what it names is not ours, another account's, or an erased contact's", async () => {
    const [one, other] = [await written(), await written()];
    await take(one, answer(one, { inReplyTo: "x@y.z", answersMessageId: other.message.id }));
    expect(await runOf(one)).toEqual({ status: "ended", end_reason: "replied" });
    expect(await runOf(other)).toMatchObject({ status: "active" });
    await database.sql`update contacts set deleted_at = now() where id = ${one.contact.id}`;
    const stranger = { from: [{ kind: "email" as const, value: `new-${count}@example.com` }] };
    await take(one, answer(one, { ...stranger, inReplyTo: one.message.provider_id }));
    expect(
      await database.sql`select from contact_identities where value = ${stranger.from[0]?.value ?? ""}`,
    ).toHaveLength(1);
  });

  it("settles a mail whose outcome nobody knew", async () => {
    const one = await written();
    await database.sql`update messages set status = 'unknown', sent_at = null, provider_id = null where id = ${one.message.id}`;
    await take(one, answer(one, { answersMessageId: one.message.id }));
    expect(await messageOf(one)).toMatchObject({ status: "replied" });
  });

  it("unsubscribes where a mail program writes the wish as the subject of an empty mail", async () => {
    const one = await written();
    await take(one, answer(one, { text: "", subject: "unsubscribe" }));
    expect(await runOf(one)).toEqual({ status: "ended", end_reason: "opted_out" });
    const another = await written();
    await take(another, answer(another, { text: "", subject: "Re: unsubscribe" }));
    expect(await runOf(another)).toEqual({ status: "ended", end_reason: "replied" });
  });
});

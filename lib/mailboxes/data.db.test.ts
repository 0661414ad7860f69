import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAccount, makeInbox, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type SmtpStub, startSmtpStub } from "@/e2e/stubs/smtp-server";
import { closeDrivers } from "@/lib/channels/registry";
import { advance } from "@/lib/engine/advance";
import { clockAt, DAY, later, makeMailbox, NOW, startRun } from "@/lib/engine/fixtures/arrange";
import { receive } from "@/lib/engine/receive";
import { changeInbox } from "@/lib/inboxes/mutations";
import { mailboxStanding } from "./data";
import { leaseMailboxes } from "./lease";
import { alertKey } from "./place";

const database = useTestDatabase();
let smtp: SmtpStub;

beforeAll(async () => {
  smtp = await startSmtpStub();
});
afterAll(async () => {
  closeDrivers();
  await smtp.close();
});

const CONFIG = {
  ...{ host: "127.0.0.1", port: "25", security: "none", fromAddress: "hello@shop.example" },
  ...{ imapHost: "127.0.0.1", imapPort: "1", imapSecurity: "none", imapUser: "hello" },
};
const reader = (over: Partial<Parameters<typeof leaseMailboxes>[1]> = {}) => ({
  ...{ readerId: randomUUID(), leaseMs: 60_000, now: NOW },
  ...over,
});
const mailbox = async () => {
  const accountId = await makeAccount();
  const inbox = await makeInbox(accountId, { channel: "email", provider: "smtp", config: CONFIG });
  return { accountId, id: inbox.id };
};

describe("the lease on a mailbox", () => {
  it("is given to one of those who ask at once, renewed by it, and free when it ends", async () => {
    const { accountId, id } = await mailbox();
    const rivals = [reader(), reader(), reader(), reader()];
    const got = await Promise.all(rivals.map((each) => leaseMailboxes(accountId, each, 10)));
    expect(got.flat().map((row) => row.id)).toEqual([id]);
    const winner = rivals[got.findIndex((rows) => rows.length === 1)] ?? reader();
    const soon = new Date(NOW.getTime() + 50_000);
    expect(
      await leaseMailboxes(accountId, { ...winner, now: soon }, 0),
      "its own counts for no new one",
    ).toHaveLength(1);
    const other = reader({ now: new Date(NOW.getTime() + 100_000) });
    expect(await leaseMailboxes(accountId, other, 10)).toEqual([]);
    const late = reader({ now: new Date(NOW.getTime() + 111_000) });
    expect(await leaseMailboxes(accountId, late, 10)).toHaveLength(1);
  });

  it("is asked for no more mailboxes than a process can read, and for none that is put away or only sends", async () => {
    const { accountId } = await mailbox();
    await makeInbox(accountId, { channel: "email", provider: "smtp", config: CONFIG });
    await makeInbox(accountId, { channel: "email", provider: "smtp", config: { ...CONFIG, imapHost: "" } });
    await makeInbox(accountId, { channel: "email", provider: "smtp", config: CONFIG, archivedAt: NOW });
    expect(await leaseMailboxes(accountId, reader(), 1)).toHaveLength(1);
    expect(await leaseMailboxes(accountId, reader(), 10)).toHaveLength(1);
    expect(await leaseMailboxes(accountId, reader(), 10)).toEqual([]);
  });
});

describe("what is shown of a mailbox", () => {
  it("says whether somebody reads it, since when, and why not", async () => {
    const { accountId, id } = await mailbox();
    const shown = (ms = 0) => mailboxStanding(accountId, { id, now: new Date(NOW.getTime() + ms) });
    expect(await shown()).toEqual({ seenAt: null, error: null, isRead: false });
    await leaseMailboxes(accountId, reader(), 10);
    await database.sql`update mailboxes set seen_at = ${NOW}, error = 'down' where inbox_id = ${id}`;
    expect(await shown()).toEqual({ seenAt: NOW.toISOString(), error: "down", isRead: true });
    expect(await shown(60_001)).toMatchObject({ isRead: false });
    expect(await mailboxStanding(await makeAccount(), { id, now: NOW }), "to another account").toBeNull();
  });

  it("is forgotten when another mailbox is read instead, and kept when only its name changes", async () => {
    const { accountId, id } = await mailbox();
    await leaseMailboxes(accountId, reader(), 10);
    const change = (config: Record<string, string>) =>
      changeInbox(accountId, { id, name: "New", config: { ...CONFIG, ...config }, secrets: {} });
    const rows = () => database.sql`select from mailboxes where inbox_id = ${id}`;
    await change({ fromName: "Shop" });
    expect(await rows()).toHaveLength(1);
    await database.sql`
      insert into alerts (account_id, kind, dedupe_key, data)
      values (${accountId}, 'inbox_disconnected', ${alertKey(id)}, '{}')`;
    await change({ imapFolder: "Replies" });
    expect(await rows()).toHaveLength(0);
    const open =
      await database.sql`select from alerts where account_id = ${accountId} and resolved_at is null`;
    expect(open, "what was wrong with the old one is over").toEqual([]);
  });
});

describe("the mails of a run", () => {
  it("hang below what the contact answered in between", async () => {
    const email = `ana-${randomUUID()}@example.com`;
    const { run, accountId, inbox } = await startRun({
      inbox: (id) => makeMailbox(id, smtp.port),
      contact: { email },
      steps: [makeStep(), makeStep({ wait: { amount: 1, unit: "days" } })],
      exitRules: { onReply: "off", replyDoes: "end", onResolution: true },
    });
    await advance(run, clockAt(NOW));
    const answer = {
      ...{ kind: "message" as const, providerId: "answer@example.com", fromName: "Ana", at: later(60_000) },
      ...{ from: [{ kind: "email" as const, value: email }], text: "When?", subject: "Re: Hi" },
      ...{ contentType: "text" as const, isAutomatic: false, inReplyTo: null },
    };
    await receive(accountId, { inboxId: inbox.id, events: [answer], now: later(120_000) });
    await advance(run, clockAt(later(DAY)));
    const [first, second] = smtp.mails.filter(({ to }) => to.includes(email));
    expect(second?.headers).toMatchObject({
      "in-reply-to": "<answer@example.com>",
      references: `${first?.headers["message-id"]} <answer@example.com>`,
    });
  });
});

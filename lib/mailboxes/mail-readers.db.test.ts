import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { makeInbox, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type ImapStub, startImapStub } from "@/e2e/stubs/imap-server";
import { type SmtpStub, startSmtpStub } from "@/e2e/stubs/smtp-server";
import type { AccountId } from "@/lib/accounts/account-id";
import { bytesOfText } from "@/lib/channels/mail/mail-bytes";
import { closeDrivers, driverOf } from "@/lib/channels/registry";
import { advance } from "@/lib/engine/advance";
import { clockAt, startRun } from "@/lib/engine/fixtures/arrange";
import { driverInbox, type InboxRow } from "@/lib/engine/inbox";
import { seal, secretContext } from "@/lib/secret-box";
import { leaseMailboxes } from "./lease";
import { startMailReaders } from "./mail-readers";

const database = useTestDatabase();
let smtp: SmtpStub;
let imap: ImapStub;
let readers: ReturnType<typeof startMailReaders>[] = [];
let count = 0;

beforeAll(async () => {
  smtp = await startSmtpStub();
});
beforeEach(async () => {
  imap = await startImapStub();
});
afterEach(async () => {
  await Promise.all(readers.map((each) => each.stop()));
  readers = [];
  await imap.close();
  await database.sql`update inboxes set archived_at = now()`;
});
afterAll(async () => {
  closeDrivers();
  await smtp.close();
});

/** A lease that ends only with its process, however slow the machine is. */
const QUICK = { leaseMs: 3_600_000, lookEveryMs: 50, firstPauseMs: 20 };
const startReader = (over: Parameters<typeof startMailReaders>[0] = {}) => {
  const reader = startMailReaders({ ...QUICK, ...over });
  readers.push(reader);
  return reader;
};

const mailbox = (accountId: AccountId, over: object = {}, password = "secret") =>
  makeInbox(accountId, {
    ...{ name: "Mail", channel: "email", provider: "smtp" },
    config: {
      ...{ host: "127.0.0.1", port: smtp.port, security: "none", fromAddress: "hello@shop.example" },
      ...{ imapHost: "127.0.0.1", imapPort: imap.port, imapSecurity: "none", imapUser: "hello" },
      ...over,
    },
    secrets: seal(JSON.stringify({ password }), { context: secretContext(accountId, "inboxes", "secrets") }),
  });

/** Somebody who got the first mail of a run, in a mailbox that is read. */
async function written(over: object = {}, password?: string) {
  const email = `ana-${++count}@example.com`;
  const started = await startRun({
    inbox: (accountId) => mailbox(accountId, over, password),
    contact: { email },
    steps: [makeStep(), makeStep({ wait: { amount: 1, unit: "days" } })],
  });
  const at = new Date();
  await database.sql`update enrollments set enrolled_at = ${new Date(at.getTime() - 60_000)} where id = ${started.enrollmentId}`;
  await advance(started.run, clockAt(at));
  const sent = smtp.mails.find(({ to }) => to.includes(email));
  return { ...started, email, sentId: sent?.headers["message-id"] ?? "" };
}
type Written = Awaited<ReturnType<typeof written>>;

const mailFrom = (from: string, over: { id?: string; headers?: string; body?: string } = {}) =>
  `From: Ana <${from}>\nTo: hello@shop.example\nSubject: Re: Hi\nMessage-ID: <${over.id ?? randomUUID()}@example.com>\n${over.headers ?? ""}\n${over.body ?? "Yes"}\n`;

const WITHIN = { timeout: 50_000, interval: 20 };
const stored = ({ inbox }: Pick<Written, "inbox">) => database.sql<
  { body: string; processed_at: Date | null }[]
>`
  select body, processed_at, error from inbound_events where inbox_id = ${inbox.id} order by received_last_at, id`;
const textsOf = async ({ inbox }: Pick<Written, "inbox">) => {
  const rows = await database.sql<{ text: string }[]>`
    select text from conversation_messages where inbox_id = ${inbox.id} and direction = 'inbound' order by text`;
  return rows.map(({ text }) => text);
};
const placeOf = async ({ inbox }: Pick<Written, "inbox">) =>
  (await database.sql`select * from mailboxes where inbox_id = ${inbox.id}`)[0];
const opened = (one: Pick<Written, "inbox">) =>
  vi.waitFor(async () => expect((await placeOf(one))?.uid_validity).not.toBeFalsy(), WITHIN);
const hasTexts = (one: Pick<Written, "inbox">, texts: string[]) =>
  vi.waitFor(async () => expect(await textsOf(one)).toEqual(texts), WITHIN);

describe("a mailbox that is read", () => {
  it("ends the run of whoever answers, and is not read back into the past", async () => {
    const one = await written();
    imap.deliver(mailFrom(one.email, { body: "long ago" }));
    startReader();
    await opened(one);
    imap.deliver(mailFrom("colleague@example.com", { headers: `In-Reply-To: ${one.sentId}\n` }));
    await hasTexts(one, ["Yes"]);
    const [run] =
      await database.sql`select status, end_reason from enrollments where id = ${one.enrollmentId}`;
    expect(run).toEqual({ status: "ended", end_reason: "replied" });
    expect(await placeOf(one)).toMatchObject({ last_uid: "2", error: null, seen_at: expect.any(Date) });
    expect(
      imap.commands.some((command) => /STORE|EXPUNGE|SELECT/i.test(command)),
      "nothing is changed in it",
    ).toBe(false);
  });

  it("goes on where it stopped: what came meanwhile is taken in, once", async () => {
    const one = await written();
    const first = startReader();
    await opened(one);
    imap.deliver(mailFrom(one.email, { body: "one" }));
    await hasTexts(one, ["one"]);
    await first.stop();
    for (const body of ["three", "two"]) imap.deliver(mailFrom(one.email, { body }));
    startReader();
    await hasTexts(one, ["one", "three", "two"]);
    expect(await stored(one)).toHaveLength(3);
  });

  it("is read by one process at a time, and by another when that one has died", async () => {
    const one = await written();
    const dead = { readerId: randomUUID(), leaseMs: 1_000, now: new Date() };
    expect(await leaseMailboxes(one.accountId, dead, 10)).toHaveLength(1);
    startReader();
    startReader();
    await vi.waitFor(() => expect(imap.readers().now).toBe(1), WITHIN);
    expect(Date.now() - dead.now.getTime()).toBeGreaterThanOrEqual(1_000);
    await opened(one);
    for (let i = 0; i < 5; i++) imap.deliver(mailFrom(one.email, { body: `mail ${i}` }));
    await hasTexts(
      one,
      [0, 1, 2, 3, 4].map((i) => `mail ${i}`),
    );
    expect(imap.readers().most).toBe(1);
    expect(await stored(one)).toHaveLength(5);
  });

  it("is left alone by a process whose lease was taken over", async () => {
    const one = await written();
    startReader();
    await opened(one);
    await database.sql`
      update mailboxes set reader_id = ${randomUUID()}, leased_until = now() + interval '1 hour' where inbox_id = ${one.inbox.id}`;
    imap.deliver(mailFrom(one.email, { body: "for the other" }));
    await vi.waitFor(() => expect(imap.readers().now).toBe(0), WITHIN);
    expect(await stored(one)).toEqual([]);
    expect(await placeOf(one)).toMatchObject({ last_uid: "0" });
  });

  it("loses nothing and takes nothing in twice when its folder is built anew", async () => {
    const one = await written();
    startReader();
    await opened(one);
    imap.deliver(mailFrom(one.email, { body: "before", id: "same" }));
    await hasTexts(one, ["before"]);
    imap.rebuild();
    imap.deliver(mailFrom(one.email, { body: "after" }));
    await hasTexts(one, ["after", "before"]);
    expect(await stored(one)).toHaveLength(2);
    expect(await placeOf(one)).toMatchObject({ uid_validity: "1001", last_uid: "2" });
  });

  it("is connected to again whenever the connection is lost", async () => {
    const one = await written();
    startReader();
    await opened(one);
    for (const body of ["1", "2", "3"]) {
      imap.cut();
      imap.deliver(mailFrom(one.email, { body }));
    }
    await hasTexts(one, ["1", "2", "3"]);
    expect(await placeOf(one)).toMatchObject({ error: null });
  });

  it("is read with its new settings when they change, and no more when it is put away", async () => {
    const one = await written();
    startReader();
    await opened(one);
    const second = await startImapStub();
    await database.sql`
      update inboxes set config = jsonb_set(config, '{imapPort}', to_jsonb(${second.port}::int)) where id = ${one.inbox.id}`;
    await vi.waitFor(() => expect([imap.readers().now, second.readers().now]).toEqual([0, 1]), WITHIN);
    await database.sql`update inboxes set archived_at = now() where id = ${one.inbox.id}`;
    await vi.waitFor(() => expect(second.readers().now).toBe(0), WITHIN);
    await second.close();
  });
});

describe("a mailbox that cannot be read", () => {
  it("says why, tells a person when it lasts, and forgets it when it is over", async () => {
    const one = await written();
    imap.refuse(true);
    let now = Date.now();
    startReader({ clock: () => new Date(now) });
    await vi.waitFor(
      async () => expect((await placeOf(one))?.error).toBe(`127.0.0.1:${imap.port}: Wrong user or password`),
      WITHIN,
    );
    const alerts = () => database.sql`
      select kind, data, resolved_at from alerts where account_id = ${one.accountId}`;
    expect(await alerts()).toEqual([]);
    now += 16 * 60_000;
    await vi.waitFor(
      async () => expect(await alerts()).toMatchObject([{ kind: "inbox_disconnected" }]),
      WITHIN,
    );
    imap.refuse(false);
    await vi.waitFor(async () => expect((await alerts())[0]?.resolved_at).toBeTruthy(), WITHIN);
    expect(await placeOf(one)).toMatchObject({ error: null });
  });

  it("is found out before it is saved", async () => {
    const check = async (one: Written) => {
      const [row] = await database.sql<InboxRow[]>`select * from inboxes where id = ${one.inbox.id}`;
      return row && driverOf("smtp").checkConnection?.(driverInbox(row));
    };
    expect(await check(await written())).toEqual({
      ...{ ok: true, label: `127.0.0.1:${smtp.port}, 127.0.0.1:${imap.port}` },
    });
    expect(await check(await written({}, "wrong"))).toMatchObject({ ok: false });
    expect(await check(await written({ imapFolder: "Nowhere" }))).toMatchObject({
      ...{ ok: false, detail: expect.stringContaining("No such folder") },
    });
  });
});

it("a mailbox stays with its reader while the reader writes down how far it is", async () => {
  const one = await written();
  const readerId = randomUUID();
  const lease = () => leaseMailboxes(one.accountId, { readerId, leaseMs: 60_000, now: new Date() }, 5);
  expect(await lease()).toHaveLength(1);
  await database.sql.begin(async (tx) => {
    await tx`select from mailboxes where inbox_id = ${one.inbox.id} for update`;
    expect(await lease()).toHaveLength(1);
  });
});

describe("mails that are hard to take", () => {
  it("are stored byte for byte, whatever bytes they are of", async () => {
    const one = await written();
    startReader();
    await opened(one);
    const raw = Buffer.concat([
      Buffer.from(
        `From: ${one.email}\r\nMessage-ID: <b@example.com>\r\nContent-Type: text/plain; charset=latin1\r\n\r\n`,
      ),
      Buffer.from([0x53, 0xed, 0x00, 0xff, 0x0d, 0x0a]),
    ]);
    imap.deliver(raw);
    await vi.waitFor(async () => expect(await stored(one)).toHaveLength(1), WITHIN);
    expect(bytesOfText((await stored(one))[0]?.body ?? "").equals(raw)).toBe(true);
    await vi.waitFor(async () => expect((await textsOf(one))[0]).toMatch(/^Sí/), WITHIN);
  });

  it("do not keep the next one from being read: too large, broken, a bomb, or none that can be fetched", async () => {
    const one = await written();
    startReader();
    await opened(one);
    const large = `Content-Type: multipart/mixed; boundary=b\n\n--b\n\nlarge\n--b\nContent-Type: application/x\n\n${"x".repeat(6_000_000)}\n--b--`;
    imap.deliver(mailFrom(one.email).replace(/\n\nYes\n/, `\n${large}`));
    const bomb = Array.from(
      { length: 20_000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    );
    imap.deliver(mailFrom(one.email, { headers: bomb.join(""), body: "x" }));
    imap.deliver("no mail at all");
    imap.deliver("");
    imap.deliver(mailFrom(one.email, { body: "last" }));
    await vi.waitFor(async () => expect(await textsOf(one)).toEqual(["", "large", "last"]), WITHIN);
    const bodies = await stored(one);
    expect(Math.max(...bodies.map(({ body }) => body.length))).toBeLessThan(2_000_000);

    imap.cutFetches(6);
    imap.deliver(mailFrom(one.email, { body: "never fetched" }));
    imap.deliver(mailFrom(one.email, { body: "past it" }));
    await vi.waitFor(async () => expect(await textsOf(one)).toContain("past it"), WITHIN);
    expect(await textsOf(one)).not.toContain("never fetched");
  }, 120_000);
});

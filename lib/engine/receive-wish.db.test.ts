import { describe, expect, it } from "vitest";
import { withAccountSql } from "@/db/client";
import { makeEnrollment, makeInbox, makeSequence } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { enroll } from "@/lib/enrollments/mutations";
import { advance } from "./advance";
import { clockAt, later, messageFrom, NOW, startRun } from "./fixtures/arrange";
import { receive } from "./receive";
import { suppress } from "./suppress";

const database = useTestDatabase();
type Started = Awaited<ReturnType<typeof startRun>>;

const runOf = async (id: string) =>
  (await database.sql`select status, end_reason from enrollments where id = ${id}`)[0];
const inForce = (accountId: string) => database.sql`
  select channel, reason from suppressions where account_id = ${accountId} and lifted_at is null`;
const consents = (accountId: string) => database.sql`
  select distinct action, source, text, at from consents where account_id = ${accountId} order by at, action`;

const say = (started: Started, text: string, seconds: number, receivedSeconds = seconds + 1) =>
  receive(started.accountId, {
    inboxId: started.inbox.id,
    events: [messageFrom(started.contact.phone, { text, at: later(seconds * 1000) })],
    now: later(receivedSeconds * 1000),
  });
const prefer = (started: Started, value: "stop" | "resume", seconds: number, receivedSeconds = seconds + 1) =>
  receive(started.accountId, {
    inboxId: started.inbox.id,
    events: [
      {
        kind: "preference",
        providerId: `${value}-${seconds}`,
        from: [{ kind: "phone", value: started.contact.phone ?? "" }],
        value,
        at: later(seconds * 1000),
        detail: "marketing",
      },
    ],
    now: later(receivedSeconds * 1000),
  });

describe("a word for opting out", () => {
  it.each(["STOP", "  Parar!! ", "sair, por favor", "Não quero mais receber mensagens.", "baja"])(
    "ends the run with opted_out, suppresses the channel and is in the consent log: %s",
    async (text) => {
      const started = await startRun();
      await say(started, text, 5);
      expect(await runOf(started.enrollmentId)).toEqual({ status: "ended", end_reason: "opted_out" });
      const kept = await inForce(started.accountId);
      expect(kept).toEqual([
        { channel: "whatsapp", reason: "opted_out" },
        { channel: "whatsapp", reason: "opted_out" },
      ]);
      expect(await consents(started.accountId)).toMatchObject([
        { action: "opt_out", source: "message", text },
      ]);
    },
  );

  it("ends every live run of the contact and refuses the next enrollment", async () => {
    const started = await startRun();
    const { accountId, contact } = started;
    const second = await makeSequence(accountId);
    const other = await makeEnrollment(accountId, second, contact.id, { enrolledAt: NOW });
    await say(started, "STOP", 5);
    expect(await runOf(other.id)).toMatchObject({ end_reason: "opted_out" });
    const wish = {
      sequenceId: second.sequenceId,
      contactIds: [contact.id],
      actorId: null,
      now: later(60_000),
    };
    expect(await enroll(accountId, wish)).toMatchObject({ refused: [{ code: "suppressed" }] });
  });

  it("is lifted by a word for opting in, and both are in the consent log", async () => {
    const started = await startRun({ reenrollment: { rule: "after_end", days: 1 } });
    await say(started, "STOP", 5);
    await say(started, "START", 10);
    expect(await inForce(started.accountId)).toEqual([]);
    expect(await consents(started.accountId)).toMatchObject([{ action: "opt_out" }, { action: "opt_in" }]);
    const { accountId, sequence, contact } = started;
    const wish = {
      sequenceId: sequence.sequenceId,
      contactIds: [contact.id],
      actorId: null,
      now: later(60_000),
    };
    expect((await enroll(accountId, wish)).enrolled).toHaveLength(1);
  });

  it("stands when an older word for opting in arrives late", async () => {
    const started = await startRun();
    await say(started, "STOP", 20);
    await say(started, "START", 10, 60);
    expect(await inForce(started.accountId)).toHaveLength(2);
  });

  it("counts on an address that had bounced before", async () => {
    const started = await startRun({ contact: { email: "ana@example.com" } });
    const { accountId, contact, enrollmentId } = started;
    const mail = await makeInbox(accountId, { name: "Mail", channel: "email" });
    await withAccountSql(accountId, (tx) =>
      suppress(tx, {
        ...{ accountId, contactId: contact.id, channel: "email", reason: "bounced" },
        ...{ source: "provider", text: "5.1.1", actorId: null, now: NOW },
      }),
    );
    const message = messageFrom(null, {
      from: [{ kind: "email", value: "ana@example.com" }],
      text: "unsubscribe",
    });
    await receive(accountId, { inboxId: mail.id, events: [message], now: later(6_000) });
    expect(await runOf(enrollmentId)).toMatchObject({ end_reason: "opted_out" });
    expect(await inForce(accountId)).toEqual([{ channel: "email", reason: "opted_out" }]);
  });
});

describe("a preference that the contact told the provider", () => {
  it("stops and resumes like a word does", async () => {
    const started = await startRun();
    await prefer(started, "stop", 5);
    expect(await runOf(started.enrollmentId)).toMatchObject({ end_reason: "opted_out" });
    expect(await inForce(started.accountId)).toHaveLength(2);
    await prefer(started, "resume", 10);
    expect(await inForce(started.accountId)).toEqual([]);
  });

  it("delivered again changes nothing", async () => {
    const started = await startRun();
    // In whole seconds, as providers say it, and taken in within that second the first time.
    const second = 5 - 0.123;
    await prefer(started, "stop", second, second + 0.2);
    await prefer(started, "stop", second, 30);
    expect(await consents(started.accountId)).toHaveLength(1);
    await prefer(started, "resume", 10, 31);
    await prefer(started, "stop", second, 32);
    expect(await inForce(started.accountId)).toEqual([]);
  });

  it("to resume that arrives after a later stop does not lift it", async () => {
    const started = await startRun();
    await prefer(started, "stop", 20);
    await prefer(started, "resume", 10, 60);
    expect(await inForce(started.accountId)).toHaveLength(2);
    const worded = await startRun();
    await say(worded, "STOP", 20);
    await prefer(worded, "resume", 10, 60);
    expect(await inForce(worded.accountId)).toHaveLength(2);
  });

  it("of a stranger is ignored", async () => {
    const started = await startRun();
    await prefer({ ...started, contact: { ...started.contact, phone: "+5511900000009" } }, "stop", 5);
    expect(await inForce(started.accountId)).toEqual([]);
  });
});

describe("an address that bounced", () => {
  it("closes the channel and leaves the run to the other channels", async () => {
    const started = await startRun({ contact: { email: "ana@example.com" } });
    const { accountId, contact, enrollmentId } = started;
    await makeInbox(accountId, { name: "Mail", channel: "email", position: -1 });
    await withAccountSql(accountId, (tx) =>
      suppress(tx, {
        ...{ accountId, contactId: contact.id, channel: "email", reason: "bounced" },
        ...{ source: "provider", text: "5.1.1", actorId: null, now: later(1) },
      }),
    );
    await advance(started.run, clockAt(later(1000)));
    expect(
      await database.sql`select status, channel from messages where enrollment_id = ${enrollmentId}`,
    ).toEqual([{ status: "sent", channel: "whatsapp" }]);
    expect(await consents(accountId)).toEqual([]);
  });
});

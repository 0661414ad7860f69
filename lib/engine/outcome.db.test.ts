import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeInbox, makeStep } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type SmtpFault, type SmtpStub, startSmtpStub } from "@/e2e/stubs/smtp-server";
import { startWhatsappStub, type WhatsappFault, type WhatsappStub } from "@/e2e/stubs/whatsapp-server";
import { closeDrivers } from "@/lib/channels/registry";
import { advance } from "./advance";
import {
  clockAt,
  DAY,
  later,
  makeMailbox,
  makeWhatsapp,
  NOW,
  startRun,
  templateStep,
} from "./fixtures/arrange";

const database = useTestDatabase();
let whatsapp: WhatsappStub;
let silent: WhatsappStub;
let smtp: SmtpStub;
/** The driver's patience is 15 s of real time, so this one begins first and is looked at last. */
let hanging: { started: Awaited<ReturnType<typeof startRun>>; turn: Promise<unknown> };

beforeAll(async () => {
  whatsapp = await startWhatsappStub();
  silent = await startWhatsappStub();
  smtp = await startSmtpStub();
  silent.failNext({ kind: "hang" });
  const started = await startRun({
    inbox: (accountId) => makeWhatsapp(accountId, silent.url),
    steps: [templateStep()],
  });
  hanging = { started, turn: advance(started.run, clockAt(NOW)) };
});
afterAll(async () => {
  closeDrivers();
  await Promise.all([whatsapp.close(), silent.close(), smtp.close()]);
});

const overWhatsapp = (over: Parameters<typeof startRun>[0] = {}) =>
  startRun({
    inbox: (accountId) => makeWhatsapp(accountId, whatsapp.url),
    steps: [templateStep(), { ...templateStep(), wait: { amount: 1, unit: "days" } }],
    ...over,
  });
const sendsOf = (enrollmentId: string) => database.sql`
  select id, status, channel, attempts, retry_at, error_code, error_detail, provider_id from messages
  where enrollment_id = ${enrollmentId} order by created_at, id`;
const rowOf = async (table: string, id: string) =>
  (await database.sql`select * from ${database.sql(table)} where id = ${id}`)[0];
const takenOf = (id: string) =>
  whatsapp.requests.filter(({ body, messageId }) => messageId && body.biz_opaque_callback_data === id).length;
const error = (code: number, message = "said"): WhatsappFault => ({
  kind: "error",
  error: { code, message },
});

describe("WhatsApp does not answer as it should", () => {
  it.each<[string, WhatsappFault, number, string, attempts: number]>([
    ["500 and no explanation", { kind: "status", status: 500, body: "<html>" }, 30, "http_500", 2],
    [
      "429 with Retry-After",
      { kind: "status", status: 429, headers: { "retry-after": "900" } },
      900,
      "http_429",
      1,
    ],
    [
      "its own rate limit",
      { ...error(130429), headers: { "retry-after": "45" } } as WhatsappFault,
      45,
      "130429",
      1,
    ],
    ["trouble at Meta", error(131016), 30, "131016", 2],
    ["an error text with half an emoji", error(131016, "sorry \ud83d"), 30, "131016", 2],
  ])(
    "%s: surely not taken, so the step is repeated later and arrives once",
    async (_, fault, after, code, attempts) => {
      const { run, enrollmentId } = await overWhatsapp();
      whatsapp.failNext(fault);
      const retryAt = later(after * 1000);
      expect(await advance(run, clockAt(NOW))).toEqual({ kind: "wait", until: retryAt.toISOString() });
      const [failed] = await sendsOf(enrollmentId);
      expect(failed).toMatchObject({ status: "scheduled", retry_at: retryAt, error_code: code });
      expect(failed?.error_detail).toBeTruthy();
      expect(await advance(run, clockAt(later(after * 1000 - 1)))).toMatchObject({
        until: retryAt.toISOString(),
      });
      await advance(run, clockAt(retryAt));
      const sent = await sendsOf(enrollmentId);
      expect(sent).toMatchObject([{ id: failed?.id, status: "sent", attempts, error_code: null }]);
      expect(takenOf(failed?.id)).toBe(1);
    },
  );

  it.each<[string, WhatsappFault, string]>([
    ["200 with nonsense", { kind: "nonsense" }, "nonsense"],
    ["an answer that stops in its middle", { kind: "cut_off" }, "econnreset"],
    ["a connection reset after the request", { kind: "reset", when: "after" }, "econnreset"],
    ["502 of a gateway that lost sight of the server", { kind: "status", status: 502 }, "http_502"],
  ])(
    "%s: it may have been taken, so it is unknown, never sent again, and the run goes on",
    async (_, fault, code) => {
      const { run, enrollmentId } = await overWhatsapp();
      whatsapp.failNext(fault);
      expect(await advance(run, clockAt(NOW))).toEqual({ kind: "wait", until: later(DAY).toISOString() });
      const [unknown] = await sendsOf(enrollmentId);
      expect(unknown).toMatchObject({ status: "unknown", error_code: code, retry_at: null });
      expect(await advance(run, clockAt(later(DAY)))).toEqual({ kind: "end", reason: "completed" });
      const requests = whatsapp.requests.filter(({ body }) => body.biz_opaque_callback_data === unknown?.id);
      expect(requests.length).toBeLessThanOrEqual(1);
      expect((await sendsOf(enrollmentId)).map((one) => one.status)).toEqual(["unknown", "sent"]);
    },
  );

  it("refuses for ever: the step fails with the reason and the run goes on", async () => {
    const { run, enrollmentId } = await overWhatsapp();
    whatsapp.failNext(error(131021, "Recipient is the sender"));
    expect(await advance(run, clockAt(NOW))).toEqual({ kind: "wait", until: later(DAY).toISOString() });
    expect(await sendsOf(enrollmentId)).toMatchObject([
      { status: "failed", error_code: "131021", error_detail: "Recipient is the sender" },
    ]);
  });

  it("never accepts: the step is given up after seven attempts and the run ends undeliverable", async () => {
    const { run, enrollmentId } = await overWhatsapp({ steps: [templateStep()] });
    whatsapp.failNext(...Array.from({ length: 7 }, () => error(131000)));
    let turn = await advance(run, clockAt(NOW));
    for (let i = 0; turn.kind === "wait" && i < 20; i++)
      turn = await advance(run, clockAt(new Date(turn.until)));
    expect(turn).toEqual({ kind: "end", reason: "undeliverable" });
    expect(await sendsOf(enrollmentId)).toMatchObject([{ status: "failed", attempts: 7 }]);
  });
});

describe("WhatsApp's refusal changes what is tried next", () => {
  it("a number without WhatsApp: the same step goes out by the next channel", async () => {
    const { accountId, run, enrollmentId } = await overWhatsapp({
      steps: [makeStep({ windowClosed: { do: "other_channel" }, content: templateStep().content })],
    });
    await makeInbox(accountId, { name: "Texts", channel: "sms", position: 2 });
    whatsapp.failNext(error(131026));
    expect(await advance(run, clockAt(NOW))).toEqual({ kind: "wait", until: NOW.toISOString() });
    expect(await advance(run, clockAt(NOW))).toEqual({ kind: "end", reason: "completed" });
    expect(await sendsOf(enrollmentId)).toMatchObject([{ status: "sent", channel: "sms", attempts: 2 }]);
  });

  it("a token that expired: the inbox is paused with the reason and the step waits for it", async () => {
    const { inbox, run, enrollmentId } = await overWhatsapp();
    whatsapp.failNext(error(190, "Error validating access token"));
    await advance(run, clockAt(NOW));
    expect(await rowOf("inboxes", inbox.id)).toMatchObject({
      status: "paused",
      paused_because: "190: Error validating access token",
    });
    expect(await advance(run, clockAt(later(1000)))).toMatchObject({ kind: "wait" });
    await database.sql`update inboxes set status = 'active' where id = ${inbox.id}`;
    await advance(run, clockAt(later(3_600_000)));
    const [sent] = await sendsOf(enrollmentId);
    expect(sent).toMatchObject({ status: "sent" });
    expect(takenOf(sent?.id)).toBe(1);
  });

  it("a person who stopped marketing messages: the run ends with opted_out", async () => {
    const { run, enrollmentId, contact } = await overWhatsapp();
    whatsapp.failNext(error(131050));
    expect(await advance(run, clockAt(NOW))).toEqual({ kind: "end", reason: "opted_out" });
    const consents = await database.sql`
      select distinct action, source from consents where contact_id = ${contact.id}`;
    expect(consents).toEqual([{ action: "opt_out", source: "provider" }]);
    expect((await rowOf("enrollments", enrollmentId))?.end_reason).toBe("opted_out");
  });

  it("a window that is closed although our clock says it is open: the step does what it says for that", async () => {
    const { run, enrollmentId, accountId, inbox, contact } = await overWhatsapp({
      steps: [makeStep({ windowClosed: { do: "skip" } }), templateStep()],
    });
    await database.sql`
      insert into conversations (account_id, inbox_id, contact_id, last_inbound_at)
      values (${accountId}, ${inbox.id}, ${contact.id}, ${later(-60_000)})`;
    whatsapp.failNext(error(131047));
    await advance(run, clockAt(NOW));
    await advance(run, clockAt(NOW));
    expect((await sendsOf(enrollmentId)).map((one) => one.status)).toEqual(["skipped", "sent"]);
  });

  it("a contact with enough marketing messages: it is tried again a day later", async () => {
    const { run } = await overWhatsapp();
    whatsapp.failNext(error(131049));
    expect(await advance(run, clockAt(NOW))).toEqual({ kind: "wait", until: later(DAY).toISOString() });
  });

  it("settings that cannot be read any more: the inbox is paused, nothing is sent and nothing breaks", async () => {
    const { inbox, run, enrollmentId } = await overWhatsapp();
    await database.sql`update inboxes set secrets = 'v1.of.another.secret' where id = ${inbox.id}`;
    await advance(run, clockAt(NOW));
    expect(await rowOf("inboxes", inbox.id)).toMatchObject({ status: "paused" });
    expect(await sendsOf(enrollmentId)).toMatchObject([
      { status: "scheduled", error_code: "inbox_settings" },
    ]);
  });
});

describe("a mail server", () => {
  const overMail = () =>
    startRun({
      inbox: (accountId) => makeMailbox(accountId, smtp.port),
      contact: { email: `ana-${Math.random().toString(36).slice(2)}@example.com` },
      steps: [makeStep({ content: { type: "text", text: "Hi", subject: "Your quote" } })],
    });
  const mailsTo = (email: string | null) => smtp.mails.filter(({ to }) => to.includes(email ?? "")).length;

  it.each<[string, SmtpFault, string, number, boolean]>([
    [
      "defers: repeated later, arrives once",
      { at: "rcpt", reply: 451, message: "4.7.1 Greylisted" },
      "sent",
      1,
      true,
    ],
    ["hangs up before the body: repeated, arrives once", { at: "rcpt", drop: true }, "sent", 1, true],
    ["hangs up after the body: unknown, never repeated", { at: "data", drop: true }, "unknown", 1, false],
    ["refuses the text: failed", { at: "data", reply: 554, message: "5.6.0 No" }, "failed", 0, false],
  ])("%s", async (_, fault, status, arrived, isRepeated) => {
    const { run, contact, enrollmentId } = await overMail();
    smtp.failNext(fault);
    const turn = await advance(run, clockAt(NOW));
    expect(turn.kind).toBe(isRepeated ? "wait" : "end");
    if (turn.kind === "wait") await advance(run, clockAt(new Date(turn.until)));
    await advance(run, clockAt(later(DAY)));
    expect(await sendsOf(enrollmentId)).toMatchObject([{ status }]);
    expect(mailsTo(contact.email)).toBe(arrived);
  });

  it("says that the mailbox does not exist: the address is bounced and the run ends undeliverable", async () => {
    const { run, accountId } = await overMail();
    smtp.failNext({ at: "rcpt", reply: 550, message: "5.1.1 No such user" });
    await advance(run, clockAt(NOW));
    expect(await advance(run, clockAt(NOW))).toEqual({ kind: "end", reason: "undeliverable" });
    const kept = await database.sql`select channel, reason from suppressions where account_id = ${accountId}`;
    expect(kept).toEqual([{ channel: "email", reason: "bounced" }]);
  });
});

describe("a provider that hangs", () => {
  it("is given up after its time: unknown, and one request in all", async () => {
    expect(await hanging.turn).toEqual({ kind: "end", reason: "completed" });
    const [message] = await sendsOf(hanging.started.enrollmentId);
    expect(message).toMatchObject({ status: "unknown", error_code: "timeout" });
    expect(silent.requests).toHaveLength(1);
  });
});

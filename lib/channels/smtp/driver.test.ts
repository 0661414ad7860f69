import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type SmtpFault, type SmtpStub, startSmtpStub } from "@/e2e/stubs/smtp-server";
import { createSmtpDriver } from "./driver";
import { inboxAt, MAIL_ID, mailMessage } from "./fixtures";

const driver = createSmtpDriver({ connectMs: 5_000, silenceMs: 5_000, totalMs: 10_000 });
const impatient = createSmtpDriver({ connectMs: 150, silenceMs: 150, totalMs: 5_000 });
const hurried = createSmtpDriver({ connectMs: 5_000, silenceMs: 5_000, totalMs: 150 });
let stub: SmtpStub;

beforeAll(async () => {
  stub = await startSmtpStub();
});
afterEach(() => void stub.mails.splice(0));
afterAll(async () => {
  for (const each of [driver, impatient, hurried]) each.close?.();
  await stub.close();
});

const send = (message = mailMessage()) => driver.send(inboxAt(stub.port), message);

describe("sending over SMTP", () => {
  it("sends text and HTML under a Message-ID of our own", async () => {
    expect(await send()).toEqual({ kind: "accepted", providerId: `${MAIL_ID}@shop.example` });
    expect(stub.mails).toHaveLength(1);
    expect(stub.mails[0]).toMatchObject({
      from: "hello@shop.example",
      to: ["ana@example.com"],
      headers: {
        "message-id": `<${MAIL_ID}@shop.example>`,
        from: "Demo Shop <hello@shop.example>",
        to: "Ana Souza <ana@example.com>",
        subject: "Seu orçamento",
      },
      text: "Oi Ana,\n\ntudo bem?".replaceAll("\n", "\r\n"),
      html: expect.stringContaining("<p>tudo bem?</p>"),
    });
    expect(stub.mails[0]?.headers).not.toHaveProperty("in-reply-to");
  });

  it("continues a thread and says where to answer", async () => {
    const inbox = inboxAt(stub.port, { replyTo: "team@shop.example" });
    const references = ["first@shop.example", "<answer@example.com>"];
    expect(await driver.send(inbox, mailMessage({ references }))).toMatchObject({ kind: "accepted" });
    expect(stub.mails[0]?.headers).toMatchObject({
      "in-reply-to": "<answer@example.com>",
      references: "<first@shop.example> <answer@example.com>",
      "reply-to": "team@shop.example",
      subject: "Seu orçamento",
    });
  });

  it("keeps the first and the latest ids of a long thread", async () => {
    const references = Array.from({ length: 60 }, (_, n) => `m${n}@shop.example`);
    await send(mailMessage({ references }));
    const ids = stub.mails[0]?.headers.references?.split(" ");
    expect(ids).toHaveLength(20);
    expect([ids?.[0], ids?.[1], ids?.at(-1)]).toEqual([
      "<m0@shop.example>",
      "<m41@shop.example>",
      "<m59@shop.example>",
    ]);
  });

  it("takes the first line where no subject was written", async () => {
    await send(mailMessage({ content: { type: "text", text: "\nOi Ana\nmais", subject: null } }));
    expect(stub.mails[0]?.headers.subject).toBe("Oi Ana");
  });

  it("lets no text bring in a header line", async () => {
    const inbox = inboxAt(stub.port, { fromName: "Shop\r\nBcc: a@example.com" });
    const message = mailMessage({
      toName: "Ana\r\nBcc: b@example.com",
      references: ["x@example.com\r\nBcc: c@example.com"],
      content: { type: "text", text: "Hi", subject: "Hello\r\nBcc: d@example.com\n\nbody" },
    });
    expect(await driver.send(inbox, message)).toMatchObject({ kind: "accepted" });
    expect(stub.mails[0]?.to).toEqual(["ana@example.com"]);
    expect(stub.mails[0]?.headers).not.toHaveProperty("bcc");
    expect(stub.mails[0]?.headers.subject).toBe("Hello Bcc: d@example.com body");
  });

  it.each([
    "",
    "ana",
    "ana@example.com, eve@example.com",
    "ana@example.com\r\nRCPT TO:<eve@example.com>",
    "<a@b.c>",
  ])("sends nothing to %j", async (to) => {
    expect(await send(mailMessage({ to }))).toMatchObject({ kind: "refused", code: "bad_address" });
    expect(stub.mails).toEqual([]);
  });
});

describe("what becomes of a mail that goes wrong", () => {
  const cases: [name: string, fault: SmtpFault, expected: object][] = [
    [
      "no service at the greeting",
      { at: "connect", reply: 421, message: "4.3.2 closing" },
      { kind: "retry", code: "4.3.2" },
    ],
    [
      "a blocked address at the greeting",
      { at: "connect", reply: 554, message: "5.7.1 blocked" },
      { kind: "refused", reaction: "pause_inbox" },
    ],
    [
      "a sender refused for now",
      { at: "mail", reply: 451, message: "4.3.0 later" },
      { kind: "retry", code: "4.3.0" },
    ],
    [
      "a sender refused",
      { at: "mail", reply: 553, message: "5.1.8 sender" },
      { kind: "refused", reaction: "fail", code: "5.1.8" },
    ],
    [
      "a sender against the policy",
      { at: "mail", reply: 550, message: "5.7.26 SPF" },
      { kind: "refused", reaction: "pause_inbox", code: "5.7.26" },
    ],
    [
      "a sign-in that is missing",
      { at: "mail", reply: 530, message: "sign in" },
      { kind: "refused", reaction: "pause_inbox", code: "530" },
    ],
    [
      "greylisting",
      { at: "rcpt", reply: 450, message: "4.2.0 greylisted" },
      { kind: "retry", code: "4.2.0" },
    ],
    [
      "an unknown mailbox",
      { at: "rcpt", reply: 550, message: "5.1.1 no such user" },
      { kind: "refused", reaction: "suppress", code: "5.1.1" },
    ],
    [
      "an unknown mailbox in words",
      { at: "rcpt", reply: 550, message: "User unknown" },
      { kind: "refused", reaction: "suppress", code: "550" },
    ],
    [
      "a full mailbox",
      { at: "rcpt", reply: 552, message: "5.2.2 full" },
      { kind: "refused", reaction: "fail", code: "5.2.2" },
    ],
    [
      "a recipient against the policy",
      { at: "rcpt", reply: 554, message: "5.7.1 relaying denied" },
      { kind: "refused", reaction: "pause_inbox" },
    ],
    [
      "a recipient refused without a reason",
      { at: "rcpt", reply: 550, message: "no" },
      { kind: "refused", reaction: "fail" },
    ],
    [
      "a message refused for now",
      { at: "data", reply: 452, message: "4.3.1 disk full" },
      { kind: "retry", code: "4.3.1" },
    ],
    [
      "a message refused",
      { at: "data", reply: 554, message: "5.6.0 content" },
      { kind: "refused", reaction: "fail" },
    ],
    [
      "a message taken for spam",
      { at: "data", reply: 554, message: "5.7.1 spam" },
      { kind: "refused", reaction: "pause_inbox" },
    ],
    ["a connection lost at MAIL", { at: "mail", drop: true }, { kind: "retry" }],
    ["a connection lost at RCPT", { at: "rcpt", drop: true }, { kind: "retry" }],
    ["a connection lost after the final dot", { at: "data", drop: true }, { kind: "unknown" }],
  ];

  it.each(cases)("%s", async (_name, fault, expected) => {
    driver.close?.();
    stub.failNext(fault);
    expect(await send()).toMatchObject({ ...expected, detail: expect.any(String) });
    expect(stub.mails).toHaveLength("drop" in fault && fault.at === "data" ? 1 : 0);
    expect(await send(), "the next mail goes through").toMatchObject({ kind: "accepted" });
  });

  it("never sends a mail twice whose reply was lost on a connection in use", async () => {
    driver.close?.();
    await send();
    stub.failNext({ at: "data", drop: true });
    expect(await send()).toMatchObject({ kind: "unknown" });
    expect(stub.mails).toHaveLength(2);
  });

  it("may repeat a mail whose connection was refused or host does not resolve", async () => {
    expect(await driver.send(inboxAt(await closedPort()), mailMessage())).toMatchObject({
      kind: "retry",
      code: "econnrefused",
    });
    const nowhere = inboxAt(25, { host: "mail.invalid" });
    expect(await driver.send(nowhere, mailMessage())).toMatchObject({ kind: "retry" });
  });

  it("may repeat a mail when the server falls silent before the body", async () => {
    stub.failNext({ at: "rcpt", hang: true });
    const outcome = await impatient.send(inboxAt(stub.port), mailMessage());
    expect(outcome).toMatchObject({ kind: "retry", code: "timeout" });
  });

  it.each([
    ["falls silent", impatient],
    ["takes too long altogether", hurried],
  ])("does not know the outcome when the server %s after the body", async (_name, each) => {
    stub.failNext({ at: "data", hang: true });
    const outcome = await each.send(inboxAt(stub.port), mailMessage());
    expect(outcome).toMatchObject({ kind: "unknown", code: "timeout" });
  });
});

describe("connections", () => {
  it("are reused for the same settings and opened anew for others", async () => {
    driver.close?.();
    const before = stub.connections();
    await send();
    await send();
    expect(stub.connections() - before).toBe(1);
    await driver.send(inboxAt(stub.port, { fromName: "Other" }), mailMessage());
    expect(stub.connections() - before).toBe(2);
  });

  it("need the right user and password; a wrong one stops the inbox, not the contact", async () => {
    const guarded = await startSmtpStub({ user: "shop", password: "right" });
    const inbox = (password: string) => inboxAt(guarded.port, { user: "shop" }, { password });
    expect(await driver.send(inbox("right"), mailMessage())).toMatchObject({ kind: "accepted" });
    expect(await driver.send(inbox("wrong"), mailMessage())).toMatchObject({
      kind: "refused",
      reaction: "pause_inbox",
      code: "5.7.8",
    });
    guarded.failNext({ at: "auth", reply: 454, message: "4.7.0 directory down" });
    expect(await driver.send(inbox("right!"), mailMessage())).toMatchObject({ kind: "retry", code: "4.7.0" });
    expect(await driver.send(inbox(""), mailMessage())).toMatchObject({
      kind: "refused",
      reaction: "pause_inbox",
    });
    driver.close?.();
    await guarded.close();
  });

  it("are never made to a server whose certificate is not trusted or that has no encryption", async () => {
    const untrusted = await startSmtpStub({ offersStartTls: true });
    const secure = await startSmtpStub({ isSecure: true });
    for (const inbox of [
      inboxAt(untrusted.port, { security: "starttls" }),
      inboxAt(secure.port, { security: "tls" }),
      inboxAt(stub.port, { security: "starttls" }),
      inboxAt(stub.port, { security: "tls" }),
    ]) {
      const outcome = await driver.send(inbox, mailMessage());
      expect(outcome).toMatchObject({ kind: "refused", reaction: "pause_inbox" });
    }
    expect([...untrusted.mails, ...secure.mails, ...stub.mails]).toEqual([]);
    await untrusted.close();
    await secure.close();
  });

  it("can be checked without sending anything", async () => {
    expect(await driver.checkConnection?.(inboxAt(stub.port))).toEqual({
      ok: true,
      label: `127.0.0.1:${stub.port}`,
    });
    const port = await closedPort();
    const check = await driver.checkConnection?.(inboxAt(port));
    expect(check).toEqual({ ok: false, detail: expect.stringContaining(`127.0.0.1:${port}`) });
    expect(stub.mails).toEqual([]);
  });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

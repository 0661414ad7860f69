import { existsSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { ProviderEvent } from "@/lib/channels/driver";
import { eventsOfMail } from "./mail-events";
import { replyAddress } from "./reply-token";

const AT = new Date("2026-11-22T15:00:00Z");
const ID = "018f4e1e-7a6b-7000-8000-000000000002";
const OTHER = "018f4e1e-7a6b-7000-8000-000000000003";

beforeAll(() => {
  process.env.APP_SECRET ||= "a-secret-of-at-least-thirty-two-letters";
});

const read = (raw: string | Buffer) =>
  eventsOfMail(Buffer.isBuffer(raw) ? raw : Buffer.from(raw.replace(/\n/g, "\r\n")), {
    own: "hello@shop.example",
    at: AT,
  });

const mail = (headers: string, body = "Yes, call me\n\nOn Mon, Nov 16, 2026 Shop wrote:\n> STOP to end") =>
  `From: Ana Souza <Ana@Example.com>
To: hello@shop.example
Subject: Re: Your quote
Message-ID: <answer-1@example.com>
Date: Sun, 22 Nov 2026 14:59:00 +0000
${headers}
${body}`;

describe("what a person answers", () => {
  it("comes with the own words, the subject, and the message that it answers", async () => {
    const events = await read(
      mail(`In-Reply-To: <${ID}@shop.example>\nReferences: <${OTHER}@shop.example>\n <${ID}@shop.example>\n`),
    );
    expect(events).toEqual([
      {
        ...{ kind: "message", providerId: "answer-1@example.com", fromName: "Ana Souza", at: AT },
        from: [{ kind: "email", value: "ana@example.com" }],
        ...{ text: "Yes, call me", subject: "Re: Your quote", contentType: "text", isAutomatic: false },
        inReplyTo: `${ID}@shop.example`,
        references: [`${ID}@shop.example`, `${ID}@shop.example`, `${OTHER}@shop.example`],
        answersMessageId: ID,
      },
    ]);
  });

  it("is known by the address that it went to where the mail program leaves the thread out", async () => {
    const to = replyAddress("hello@shop.example", ID);
    expect(await read(mail(`Cc: Shop <${to?.toUpperCase()}>\n`))).toMatchObject([{ answersMessageId: ID }]);
    const header = `In-Reply-To: <${OTHER}@shop.example>\nDelivered-To: ${to}\n`;
    expect(await read(mail(header)), "headers come first").toMatchObject([{ answersMessageId: OTHER }]);
  });

  it("names no message when nothing says so, or ids only look like ours", async () => {
    const apple = "In-Reply-To: <4C0F4E1E-7A6B-4000-8000-000000000002@example.com>\n";
    for (const headers of ["", apple, "In-Reply-To: your mail of Monday\n"]) {
      expect(await read(mail(headers))).toMatchObject([{ kind: "message", answersMessageId: null }]);
    }
  });

  it("is read of HTML, of a foreign charset, and of files alone", async () => {
    const html = mail("Content-Type: text/html\n", "<p>Sim &amp; obrigada</p><blockquote>PARAR</blockquote>");
    expect(await read(html)).toMatchObject([{ text: "Sim & obrigada" }]);
    const latin = mail("Content-Type: text/plain; charset=iso-8859-1\n", "Não, obrigado");
    expect(await read(Buffer.from(latin.replace(/\n/g, "\r\n"), "latin1"))).toMatchObject([
      { text: "Não, obrigado" },
    ]);
    const file = mail(
      'Content-Type: application/pdf; name="quote.pdf"\nContent-Disposition: attachment; filename="quote.pdf"\n',
      "x",
    );
    expect(await read(file)).toMatchObject([{ text: "quote.pdf" }]);
  });

  it("is a copy of our own when it came from our address", async () => {
    expect(await read(mail("").replace(/Ana@Example.com/, "Hello@Shop.example"))).toEqual([
      { kind: "ignored", what: "own_mail" },
    ]);
  });

  it("is told from what a program answers", async () => {
    expect(await read(mail("Auto-Submitted: auto-replied\n", "I am away until 5 January"))).toMatchObject([
      { kind: "message", isAutomatic: true },
    ]);
    const receipt = mail(
      "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n",
      "--b--",
    );
    expect(await read(receipt)).toEqual([{ kind: "ignored", what: "receipt" }]);
  });

  it("has one id however often it is read, also without a Message-ID", async () => {
    const raw = mail("").replace(/Message-ID.*\n/, "");
    const [first, second] = [await read(raw), await read(raw)];
    expect(first).toEqual(second);
    expect(first).toMatchObject([{ providerId: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) }]);
  });
});

const report = (
  fields: string,
  returned = `Message-ID: <${ID}@shop.example>\nSubject: Your quote`,
) => `From: Mail Delivery System <MAILER-DAEMON@mx.example>
To: hello@shop.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <dsn-1@mx.example>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; Ana@example.com
${fields}
--b
Content-Type: text/rfc822-headers

${returned}
--b--
`;

type Bounce = Partial<Extract<ProviderEvent, { kind: "bounce" }>>;

describe("a mail that came back", () => {
  it.each<[string, string, Bounce]>([
    ["no such mailbox", "Action: failed\nStatus: 5.1.1", { isPermanent: true, isFinal: true, code: "5.1.1" }],
    [
      "no such mailbox, in words",
      "Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 User\n unknown",
      { isPermanent: true, isFinal: true, code: "550", detail: "550 User unknown" },
    ],
    [
      "a full mailbox",
      "Action: failed\nStatus: 5.2.2",
      { isPermanent: false, isFinal: false, code: "5.2.2" },
    ],
    ["a delay", "Action: delayed\nStatus: 4.4.1", { isPermanent: false, isFinal: false, code: "4.4.1" }],
    ["a policy", "Action: failed\nStatus: 5.7.1", { isPermanent: false, isFinal: true, code: "5.7.1" }],
    ["a loop", "Action: failed\nStatus: 5.4.6", { isPermanent: false, isFinal: true, code: "5.4.6" }],
  ])("by %s", async (_name, fields, expected) => {
    expect(await read(report(fields))).toMatchObject([
      {
        ...{ kind: "bounce", messageId: ID, providerId: `${ID}@shop.example`, at: AT },
        address: { kind: "email", value: "ana@example.com" },
        ...expected,
      },
    ]);
  });

  it("that did arrive is no bounce", async () => {
    expect(await read(report("Action: delivered\nStatus: 2.0.0"))).toEqual([
      { kind: "ignored", what: "delivered_notice" },
    ]);
  });

  it("is found by whatever id it had at the provider, and by the address that it came back to", async () => {
    const foreign = report(
      "Action: failed\nStatus: 5.1.1",
      "Message-ID: <0100018-ses@email.amazonses.example>",
    );
    expect(await read(foreign)).toMatchObject([
      { messageId: null, providerId: "0100018-ses@email.amazonses.example" },
    ]);
    const to = replyAddress("hello@shop.example", ID) ?? "";
    expect(await read(foreign.replace("To: hello@shop.example", `To: ${to}`))).toMatchObject([
      { messageId: ID },
    ]);
  });
});

const complaint = (type: string) => `From: abuse@provider.example
To: hello@shop.example
Subject: FW: Your quote
Message-ID: <arf-1@provider.example>
Content-Type: multipart/report; report-type=feedback-report; boundary=b

--b
Content-Type: text/plain

This is an email abuse report.
--b
Content-Type: message/feedback-report

Feedback-Type: ${type}
Original-Rcpt-To: <ana@example.com>
--b
Content-Type: message/rfc822

From: hello@shop.example
Message-ID: <${ID}@shop.example>
Subject: Your quote

Hi Ana
--b--
`;

describe("a complaint", () => {
  it("names the mail and its reader", async () => {
    expect(await read(complaint("abuse"))).toMatchObject([
      {
        kind: "bounce",
        isComplaint: true,
        messageId: ID,
        address: { value: "ana@example.com" },
        code: "abuse",
      },
    ]);
  });

  it("that is taken back, or is about signatures, is none", async () => {
    expect(await read(complaint("not-spam"))).toEqual([{ kind: "ignored", what: "report_not-spam" }]);
    expect(await read(complaint("auth-failure"))).toEqual([{ kind: "ignored", what: "report_auth-failure" }]);
  });
});

describe("a mail that is made to be hard to read", () => {
  const nested = () => {
    const parts = Array.from(
      { length: 20_000 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    );
    return mail(parts.join(""), "x");
  };
  it.each<[string, () => string]>([
    ["parts within parts", nested],
    ["a header of megabytes", () => mail(`X-Long: ${"y".repeat(4_000_000)}\n`)],
    ["headers without end", () => mail("X-A: b\n".repeat(200_000))],
    ["references without end", () => mail(`References: ${`<${ID}@shop.example> `.repeat(10_000)}\n`)],
    ["HTML without end", () => mail("Content-Type: text/html\n", "<div><blockquote>".repeat(200_000))],
    ["a bounce of nothing but fields", () => report("Status: 5.1.1\n".repeat(100_000))],
    ["bytes that mean nothing", () => Buffer.alloc(500_000, 0xfe).toString("latin1")],
    ["nothing", () => ""],
  ])(
    "is read as far as that is safe: %s",
    async (_name, make) => {
      const events = await read(make());
      expect(events).toHaveLength(1);
    },
    20_000,
  );

  it("still ends a run by who sent it", async () => {
    expect(await read(nested())).toMatchObject([{ kind: "message", from: [{ value: "ana@example.com" }] }]);
  });
});

/** Real mails that lie beside the project; a clone without them skips this. */
const FOLDER = "../shared/conformance/mail";

describe.skipIf(!existsSync(FOLDER))("real bounces", () => {
  it("say whose mailbox it was, with a code, in at least 90 of 100", async () => {
    const names = readdirSync(FOLDER).filter((name) => /^bsd-(lhost|rhost|rfc3464)/.test(name));
    const told = await Promise.all(
      names.map(async (name) => ({ name, events: await read(readFileSync(`${FOLDER}/${name}`)) })),
    );
    const mute = told.filter(
      ({ events: [event] }) => event?.kind !== "bounce" || (!event.address && event.references?.length === 0),
    );
    expect(mute.length / names.length, mute.map(({ name }) => name).join(", ")).toBeLessThanOrEqual(0.1);
  });
});

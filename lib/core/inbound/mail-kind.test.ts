import { describe, expect, it } from "vitest";
import { type MailFeatures, type MailKind, mailKindOf } from "./mail-kind";

const mail = (
  headers: Record<string, string>,
  {
    contentTypes = ["text/plain"],
    text = "Hello, thanks for the quote. When can we talk?",
  }: Partial<MailFeatures> = {},
): MailFeatures => ({
  headers: new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]])),
  from: headers.From ?? "ana@example.com",
  subject: headers.Subject ?? "Re: Your quote",
  contentTypes,
  text,
});

const ANSWER = { "In-Reply-To": "<1@example.com>" };

describe("what a person wrote is never taken for a program's", () => {
  it.each<[string, MailFeatures]>([
    ["a plain answer", mail(ANSWER)],
    ["a mail of no thread", mail({ Subject: "Quote" })],
    ["an answer to an automatic reply", mail({ ...ANSWER, Subject: "Re: Automatic reply: holidays" })],
    ["Auto-Submitted: no", mail({ ...ANSWER, "Auto-Submitted": "no" })],
    ["an answer through a group", mail({ ...ANSWER, "List-Id": "<team.example.com>", Precedence: "list" })],
    ["a person who speaks of an absence", mail({ Subject: "Re: out of office on Friday" })],
    [
      "a person who passes a bounce on",
      mail(
        { ...ANSWER, Subject: "Fwd: Undeliverable: Quote" },
        {
          contentTypes: ["multipart/mixed", "text/plain", "message/rfc822"],
          text: "It came back with 550 5.1.1 user unknown, can you check the address?",
        },
      ),
    ],
    [
      "a person with an attached mail",
      mail(
        { Subject: "original as attachment" },
        {
          contentTypes: ["multipart/mixed", "text/plain", "message/rfc822"],
          text: "See the attached mail, please",
        },
      ),
    ],
    ["a complaint in words", mail({ Subject: "Complaint about my order" })],
    [
      "a first line about delivery",
      mail({ Subject: "Delivery of my sofa" }, { text: "Was not delivered today!" }),
    ],
    ["Portuguese", mail({ ...ANSWER, Subject: "Res: Orçamento" })],
    ["Spanish", mail({ ...ANSWER, Subject: "RV: Presupuesto" })],
    ["somebody called Noreen", mail({ From: "noreen@example.com" })],
  ])("%s", (_, features) => expect(mailKindOf(features)).toBe("person"));
});

describe("what a program wrote is told by kind", () => {
  it.each<[MailKind, string, MailFeatures]>([
    ["automatic", "RFC 3834", mail({ "Auto-Submitted": "auto-replied (vacation)" })],
    ["automatic", "Exchange", mail({ "X-Auto-Response-Suppress": "All" })],
    ["automatic", "a vacation program", mail({ "X-Autoreply": "yes" })],
    ["automatic", "an empty sender", mail({ "Return-Path": "<>" })],
    ["automatic", "Precedence", mail({ Precedence: "auto_reply" })],
    ["automatic", "a newsletter", mail({ "List-Unsubscribe": "<mailto:u@example.com>", Subject: "News" })],
    ["automatic", "an address nobody reads", mail({ From: "no-reply@example.com" })],
    ["automatic", "English subject", mail({ Subject: "Automatic reply: Your quote" })],
    ["automatic", "Portuguese subject", mail({ Subject: "Resposta automática: Orçamento" })],
    ["automatic", "Spanish subject", mail({ Subject: "Respuesta automática: Presupuesto" })],
    ["bounce", "RFC 3464", mail({ "Content-Type": 'multipart/report; report-type="delivery-status"' })],
    ["bounce", "Gmail", mail({ "X-Failed-Recipients": "ana@example.com" })],
    ["bounce", "a server's words", mail({ From: "mailer-daemon@example.com", Subject: "failure notice" })],
    ["bounce", "a server without a name", mail({ From: "", Subject: "Mail delivery failed" })],
    [
      "bounce",
      "nothing but the server's answer",
      mail(
        { Subject: "Undelivered Mail Returned to Sender" },
        {
          text: "host mx.example.com said: 550 5.1.1 <ana@example.com> user unknown",
        },
      ),
    ],
    ["complaint", "RFC 5965", mail({ "Content-Type": "multipart/report; report-type=feedback-report" })],
    [
      "receipt",
      "RFC 8098",
      mail({ "Content-Type": "multipart/report; report-type=disposition-notification" }),
    ],
  ])("%s: %s", (kind, _, features) => expect(mailKindOf(features)).toBe(kind));
});

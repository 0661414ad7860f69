import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type SmtpStub, startSmtpStub } from "@/e2e/stubs/smtp-server";
import { messageNamedBy } from "@/lib/channels/mail/reply-token";
import { createSmtpDriver } from "./driver";
import { inboxAt, MAIL_ID, mailMessage } from "./fixtures";

const driver = createSmtpDriver({ connectMs: 5_000, silenceMs: 5_000, totalMs: 10_000 });
let stub: SmtpStub;

beforeAll(async () => {
  process.env.APP_SECRET ||= "a-secret-of-at-least-thirty-two-letters";
  stub = await startSmtpStub();
});
afterEach(() => void stub.mails.splice(0));
afterAll(async () => {
  driver.close?.();
  await stub.close();
});

const unsubscribeUrl = `https://app.example/u/${"x".repeat(86)}`;
const sent = async (
  ...[settings, message]: [Parameters<typeof inboxAt>[1], Parameters<typeof mailMessage>[0]]
) => {
  await driver.send(inboxAt(stub.port, settings), mailMessage(message));
  return stub.mails.splice(0)[0];
};

describe("unsubscribing from a mail", () => {
  it("takes one click, by lines that stand unfolded as they are signed", async () => {
    const mail = await sent({}, { unsubscribeUrl });
    expect(mail?.raw.split("\r\n")).toEqual(
      expect.arrayContaining([
        `List-Unsubscribe: <${unsubscribeUrl}>`,
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
      ]),
    );
  });

  it("may also be asked for by mail where the mailbox is read", async () => {
    const mail = await sent({ imapHost: "imap.example", replyTo: "team@shop.example" }, { unsubscribeUrl });
    expect(mail?.headers["list-unsubscribe"]).toBe(
      `<${unsubscribeUrl}>, <mailto:team@shop.example?subject=unsubscribe>`,
    );
  });

  it("is not offered by what a person of the team writes, and nobody is told who opened it", async () => {
    const mail = await sent({}, {});
    expect(Object.keys(mail?.headers ?? {}).filter((name) => name.startsWith("list-"))).toEqual([]);
    expect(mail?.html).not.toMatch(/<img|pixel|utm_/i);
  });
});

describe("the address that answers go to", () => {
  it("names the message where the mailbox has plus addresses", async () => {
    const mail = await sent({ usesPlusAddress: true }, {});
    const replyTo = mail?.headers["reply-to"] ?? "";
    expect(replyTo).toMatch(/^hello\+[a-z2-7]{39}@shop\.example$/);
    expect(messageNamedBy(["someone@else.example", replyTo])).toBe(MAIL_ID);
    expect(messageNamedBy([replyTo.toUpperCase()])).toBe(MAIL_ID);
  });

  it("names nothing where the token was made up or the name leaves no room for it", async () => {
    const mail = await sent({ usesPlusAddress: true }, {});
    const replyTo = mail?.headers["reply-to"] ?? "";
    const changed = replyTo.replace(/\+(.)/, (_all, letter: string) => `+${letter === "a" ? "b" : "a"}`);
    expect(messageNamedBy([changed, `x+${"a".repeat(39)}@shop.example`, "hello@shop.example"])).toBeNull();
    const long = await sent({ usesPlusAddress: true, replyTo: `${"n".repeat(30)}@shop.example` }, {});
    expect(long?.headers["reply-to"]).toBe(`${"n".repeat(30)}@shop.example`);
  });
});

import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inboxAt, MAIL_ID } from "./fixtures";
import { smtpWebhook } from "./webhook";

/** The vector of Standard Webhooks. */
const VECTOR = {
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  timestamp: "1614265330",
  body: '{"test": 2432232314}',
  signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};
const AT = new Date(Number(VECTOR.timestamp) * 1000);
const URL_OF = "https://app.example/api/webhooks/smtp/account/inbox";
const RAW = `From: ana@example.com\r\nTo: hello@shop.example\r\nSubject: Re: Hi\r\nMessage-ID: <in-1@example.com>\r\nIn-Reply-To: <${MAIL_ID}@shop.example>\r\n\r\nYes, olá`;

beforeEach(() => void vi.useFakeTimers({ now: AT, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const inbox = (webhookSecret = "", verifyToken = "the-word") =>
  inboxAt(25, {}, { webhookSecret, verifyToken });
const request = (rawBody: string, headers: Record<string, string>, query = "") => ({
  ...{ rawBody, headers: new Headers(headers), url: new URL(URL_OF + query) },
});
const read = async (body: string) => smtpWebhook.parse(inbox(), body, AT);

describe("a mail signed by Standard Webhooks", () => {
  const headers = (over: Record<string, string> = {}) => ({
    ...{
      "webhook-id": VECTOR.id,
      "webhook-timestamp": VECTOR.timestamp,
      "webhook-signature": VECTOR.signature,
    },
    ...over,
  });

  it("is taken by the published vector, also while two keys are in use", () => {
    const given = request(VECTOR.body, headers());
    expect(smtpWebhook.verify(inbox(VECTOR.secret), given)).toBe(true);
    expect(
      smtpWebhook.verify(inbox(`whsec_${btoa("another key of 24 bytes!")} ${VECTOR.secret}`), given),
    ).toBe(true);
  });

  it.each<[string, Record<string, string>, string?]>([
    ["another body", {}, `${VECTOR.body} `],
    ["another id", { "webhook-id": "msg_2" }],
    ["a later time", { "webhook-timestamp": String(Number(VECTOR.timestamp) + 1) }],
    ["a stale time", { "webhook-timestamp": String(Number(VECTOR.timestamp) - 301) }],
    ["no signature of version 1", { "webhook-signature": VECTOR.signature.replace("v1,", "v0,") }],
    ["an empty signature", { "webhook-signature": "" }],
  ])("is refused with %s, whatever word it says besides", (_name, over, body = VECTOR.body) => {
    const given = request(body, headers(over), "?token=the-word");
    expect(smtpWebhook.verify(inbox(VECTOR.secret), given)).toBe(false);
  });

  it("is refused where no key was typed in", () => {
    expect(smtpWebhook.verify(inbox(""), request(VECTOR.body, headers()))).toBe(false);
  });

  it("is read as the mail that it is, and known again by its id", async () => {
    expect(await read(RAW)).toMatchObject([{ kind: "message", text: "Yes, olá", answersMessageId: MAIL_ID }]);
    expect(smtpWebhook.keep?.(request(RAW, headers()))).toEqual({ dedupeKey: `webhook:${VECTOR.id}` });
  });
});

describe("a form of Mailgun", () => {
  const key = "key-of-mailgun";
  const signed = (over: Record<string, string> = {}) => {
    const fields = {
      timestamp: VECTOR.timestamp,
      token: "a-token",
      "body-mime": RAW,
      recipient: "x@y.z",
      ...over,
    };
    const signature = createHmac("sha256", key).update(`${VECTOR.timestamp}a-token`).digest("hex");
    return { ...fields, signature, ...over };
  };
  const posted = (fields: Record<string, string>) =>
    request(new URLSearchParams(fields).toString(), { "content-type": "application/x-www-form-urlencoded" });
  const inParts = (fields: Record<string, string>) => {
    const parts = Object.entries(fields).map(
      ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    return request(`${parts.join("")}--b--\r\n`, { "content-type": "multipart/form-data; boundary=b" });
  };

  it.each([
    ["as a form of lines", posted],
    ["as a form of parts", inParts],
  ])("is taken with its signature and read as the mail in it: %s", async (_name, post) => {
    const given = post(signed());
    expect(smtpWebhook.verify(inbox(key), given)).toBe(true);
    const kept = smtpWebhook.keep?.(given);
    expect(kept).toEqual({ body: RAW, dedupeKey: "mailgun:a-token" });
    expect(await read(kept?.body ?? "")).toMatchObject([{ kind: "message", text: "Yes, olá" }]);
  });

  it.each<[string, Record<string, string>]>([
    ["another token", { token: "other" }],
    ["another time", { timestamp: String(Number(VECTOR.timestamp) + 1) }],
    ["a signature that was cut", { signature: "ab" }],
    ["no signature", { signature: "" }],
    ["no time", { timestamp: "soon" }],
  ])("is refused with %s", (_name, over) => {
    for (const post of [posted, inParts])
      expect(smtpWebhook.verify(inbox(key), post(signed(over)))).toBe(false);
  });

  it("is refused with another key, without one, and after a day", () => {
    expect(smtpWebhook.verify(inbox("other"), posted(signed()))).toBe(false);
    expect(smtpWebhook.verify(inbox(""), posted(signed()))).toBe(false);
    vi.setSystemTime(AT.getTime() + 86_400_000);
    expect(smtpWebhook.verify(inbox(key), posted(signed()))).toBe(false);
  });
});

describe("JSON of Postmark", () => {
  const basic = (text: string) => ({ authorization: `Basic ${btoa(text)}` });

  it("proves itself by the word, in the address or as a password", () => {
    expect(smtpWebhook.addressOf?.({ ...inbox(), webhookUrl: URL_OF })).toBe(`${URL_OF}?token=the-word`);
    expect(smtpWebhook.verify(inbox(), request("{}", {}, "?token=the-word"))).toBe(true);
    expect(smtpWebhook.verify(inbox(), request("{}", basic("postmark:the-word")))).toBe(true);
    for (const wrong of [
      request("{}", {}),
      request("{}", {}, "?token=the-wor"),
      request("{}", basic("the-word:")),
    ]) {
      expect(smtpWebhook.verify(inbox(), wrong)).toBe(false);
    }
    expect(smtpWebhook.verify(inbox("", ""), request("{}", {}, "?token="))).toBe(false);
  });

  it("brings mails, by the very rules by which others are read", async () => {
    const json = {
      ...{
        From: "Ana <ana@example.com>",
        To: "hello@shop.example",
        Subject: "Re: Orçamento",
        MessageID: "pm-1",
      },
      ...{ TextBody: "Sim\n\n> STOP", HtmlBody: "<p>Sim</p>", Date: "" },
      Headers: [
        { Name: "Message-ID", Value: "<in-2@example.com>" },
        { Name: "In-Reply-To", Value: `<${MAIL_ID}@shop.example>\r\nBcc: x@y.z` },
      ],
    };
    expect(await read(JSON.stringify(json))).toMatchObject([
      {
        ...{ kind: "message", providerId: "in-2@example.com", subject: "Re: Orçamento", text: "Sim", at: AT },
        ...{ answersMessageId: MAIL_ID, isAutomatic: false },
      },
    ]);
    const away = { ...json, Headers: [{ Name: "Auto-Submitted", Value: "auto-replied" }] };
    expect(await read(JSON.stringify(away))).toMatchObject([{ isAutomatic: true }]);
  });

  it.each([
    ["HardBounce", { isPermanent: true, isFinal: true }],
    ["SoftBounce", { isPermanent: false, isFinal: false }],
    ["Blocked", { isPermanent: false, isFinal: true }],
  ])("brings bounces: %s", async (Type, expected) => {
    const json = {
      RecordType: "Bounce",
      Type,
      Email: "Ana@Example.com",
      MessageID: "pm-2",
      Details: "550 no",
      BouncedAt: "2021-02-25T10:00:00Z",
    };
    expect(await read(JSON.stringify(json))).toEqual([
      {
        ...{ kind: "bounce", messageId: null, providerId: "pm-2", at: new Date("2021-02-25T10:00:00Z") },
        ...{ address: { kind: "email", value: "ana@example.com" }, code: Type, detail: "550 no" },
        ...expected,
      },
    ]);
  });

  it("brings complaints, and whatever else it tells is stored and ignored", async () => {
    const complaint = { RecordType: "SpamComplaint", Type: "SpamComplaint", Email: "ana@example.com" };
    expect(await read(JSON.stringify(complaint))).toMatchObject([
      { kind: "bounce", isComplaint: true, isPermanent: true },
    ]);
    expect(await read('{"RecordType":"SubscriptionChange"}')).toEqual([
      { kind: "ignored", what: "postmark_SubscriptionChange" },
    ]);
    await expect(read("{nonsense")).rejects.toThrow();
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { HttpFault } from "@/e2e/stubs/http-stub";
import { refusal, startTwilioStub, type TwilioStub } from "@/e2e/stubs/twilio-server";
import { createTwilioDriver } from "./driver";
import { MESSAGE_ID, sms, twilioInbox, WEBHOOK_URL } from "./fixtures";

const driver = createTwilioDriver({ timeoutMs: 5_000 });
const impatient = createTwilioDriver({ timeoutMs: 1_500 });
let twilio: TwilioStub;

beforeAll(async () => {
  process.env.WEBHOOKS_TO_PRIVATE = "1";
  twilio = await startTwilioStub();
});
afterAll(() => {
  delete process.env.WEBHOOKS_TO_PRIVATE;
  return twilio.close();
});
afterEach(() => {
  twilio.requests.splice(0);
  twilio.messages.splice(0);
});

const send = (message = sms()) => driver.send(twilioInbox(twilio.url), message);

describe("sending by Twilio", () => {
  it("posts a form with the text and a callback that carries our id", async () => {
    const outcome = await send();
    const [taken] = twilio.messages;
    expect(outcome).toEqual({ kind: "accepted", providerId: taken?.sid });
    expect(taken).toMatchObject({
      to: "+5511987654321",
      from: "+15005550006",
      text: "Oi Ana, tudo bem? ç ã 😀",
      callback: `${WEBHOOK_URL}?message=${MESSAGE_ID}`,
    });
  });

  it("sends through a Messaging Service where one is the sender", async () => {
    const service = `MG${"0b".repeat(16)}`;
    await driver.send(twilioInbox(twilio.url, service), sms());
    const form = new URLSearchParams(twilio.requests[0]?.body);
    expect(form.get("MessagingServiceSid")).toBe(service);
    expect(form.has("From")).toBe(false);
    expect(form.get("ValidityPeriod")).toBe("14400");
  });

  it("names the media's address and leaves marks away", async () => {
    const media = { kind: "image" as const, url: "https://files.example/a.jpg" };
    const rich = { type: "rich" as const, text: "*Oi* Ana", subject: null, preheader: null };
    await send(sms({ content: { ...rich, media, quickReplies: [] } }));
    expect(twilio.messages[0]?.text).toBe("Oi Ana\nhttps://files.example/a.jpg");
  });

  it("asks for no callback at an address of this machine, which Twilio would refuse", async () => {
    const inbox = { ...twilioInbox("https://api.twilio.invalid"), webhookUrl: "http://localhost:3000/x" };
    const { formOf } = await import("./request");
    expect(formOf(inbox, sms())?.has("StatusCallback")).toBe(false);
  });

  it.each([
    "5511987654321",
    "ana@example.com",
    "",
    "+0123456789",
    "+55119876543211234",
    "whatsapp:+5511987654321",
  ])("sends nothing to %j", async (to) => {
    expect(await send(sms({ to }))).toMatchObject({ kind: "refused", reaction: "switch_channel" });
    expect(twilio.requests).toEqual([]);
  });
});

describe("what becomes of an SMS that goes wrong", () => {
  const cases: [name: string, fault: HttpFault, expected: object][] = [
    ["opted out", refusal(21610), { kind: "refused", reaction: "suppress", code: "21610" }],
    [
      "quiet hours by law",
      refusal(30610),
      { kind: "retry", afterSeconds: 39_600, slows: "contact", code: "30610" },
    ],
    ["no mobile number", refusal(21614), { kind: "refused", reaction: "switch_channel" }],
    ["no valid number", refusal(21211), { kind: "refused", reaction: "switch_channel" }],
    [
      "a wrong token",
      refusal(20003, 401),
      { kind: "refused", reaction: "pause_inbox", probeAfterSeconds: null },
    ],
    ["a sender of somebody else", refusal(21606), { kind: "refused", reaction: "pause_inbox" }],
    ["filtered", refusal(30007), { kind: "refused", reaction: "ask_person" }],
    ["a code that nobody knows", refusal(29999), { kind: "refused", reaction: "ask_person", code: "29999" }],
    ["too many requests", refusal(20429, 429), { kind: "retry", afterSeconds: 5, slows: "inbox" }],
    [
      "too many requests with a wait",
      refusal(20429, 429, { "retry-after": "45" }),
      { kind: "retry", afterSeconds: 45, slows: "inbox" },
    ],
    [
      "429 alone",
      { kind: "status", status: 429, headers: { "retry-after": "7" } },
      { kind: "retry", afterSeconds: 7, slows: "inbox", code: "http_429" },
    ],
    ["an unknown code of a failing server", refusal(29999, 500), { kind: "retry" }],
    ["trouble that Twilio names", refusal(20500, 500), { kind: "retry" }],
    [
      "no service",
      { kind: "status", status: 503, headers: { "retry-after": "30" } },
      { kind: "retry", afterSeconds: 30 },
    ],
    ["a server error without words", { kind: "status", status: 500 }, { kind: "unknown", code: "http_500" }],
    ["a gateway that lost the server", { kind: "status", status: 502 }, { kind: "unknown" }],
    ["a gateway that waited too long", { kind: "status", status: 504 }, { kind: "unknown" }],
    [
      "a redirect",
      { kind: "status", status: 302, headers: { location: "/" } },
      { kind: "refused", reaction: "pause_inbox" },
    ],
    ["a page", { kind: "status", status: 200, body: "<html>" }, { kind: "unknown", code: "nonsense" }],
    ["nonsense", { kind: "nonsense" }, { kind: "unknown", code: "nonsense" }],
    ["an answer that stops", { kind: "cut_off" }, { kind: "unknown" }],
    ["a reset before the body", { kind: "reset", when: "before" }, { kind: "unknown", code: "econnreset" }],
    ["a reset after the body", { kind: "reset", when: "after" }, { kind: "unknown", code: "econnreset" }],
    ["a connection that is half closed", { kind: "half_closed" }, { kind: "unknown", code: "econnreset" }],
  ];

  it.each(cases)("%s", async (_name, fault, expected) => {
    twilio.failNext(fault);
    expect(await send()).toMatchObject(expected);
  });

  it("does not know the outcome when the server hangs", async () => {
    twilio.failNext({ kind: "hang" });
    expect(await impatient.send(twilioInbox(twilio.url), sms())).toMatchObject({
      kind: "unknown",
      code: "timeout",
    });
    expect(twilio.requests).toHaveLength(1);
  });

  it("may repeat a message whose connection was refused", async () => {
    expect(await driver.send(twilioInbox("http://127.0.0.1:9"), sms())).toMatchObject({
      kind: "retry",
      code: "econnrefused",
    });
  });

  it("reaches no private address where those are not allowed, and pauses", async () => {
    delete process.env.WEBHOOKS_TO_PRIVATE;
    try {
      expect(await send()).toMatchObject({ reaction: "pause_inbox", code: "private_address" });
      expect(twilio.requests).toEqual([]);
    } finally {
      process.env.WEBHOOKS_TO_PRIVATE = "1";
    }
  });
});

describe("checking the connection", () => {
  it("names the account", async () => {
    expect(await driver.checkConnection?.(twilioInbox(twilio.url))).toEqual({ ok: true, label: "Demo Shop" });
  });

  it("says what is wrong with a token", async () => {
    const inbox = twilioInbox(twilio.url);
    inbox.secrets.authToken = "old";
    expect(await driver.checkConnection?.(inbox)).toEqual({ ok: false, detail: "Authenticate" });
  });

  it("says that the account is suspended", async () => {
    const body = JSON.stringify({ friendly_name: "Demo Shop", status: "suspended" });
    twilio.failNext({ kind: "status", status: 200, body });
    expect(await driver.checkConnection?.(twilioInbox(twilio.url))).toEqual({
      ok: false,
      detail: "The account is suspended",
    });
  });

  it.each<HttpFault>([
    { kind: "nonsense" },
    { kind: "status", status: 500 },
    { kind: "reset", when: "after" },
  ])("is a sentence and no exception for $kind", async (fault) => {
    twilio.failNext(fault);
    const check = await driver.checkConnection?.(twilioInbox(twilio.url));
    expect(check).toMatchObject({ ok: false, detail: expect.any(String) });
  });
});

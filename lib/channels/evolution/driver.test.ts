import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type EvolutionStub, evolutionRefusal, startEvolutionStub } from "@/e2e/stubs/evolution-server";
import type { HttpFault } from "@/e2e/stubs/http-stub";
import { createEvolutionDriver } from "./driver";
import { evolutionInbox, message, rich } from "./fixtures";

const driver = createEvolutionDriver({ timeoutMs: 5_000 });
const impatient = createEvolutionDriver({ timeoutMs: 1_500 });
let evolution: EvolutionStub;

beforeAll(async () => {
  process.env.WEBHOOKS_TO_PRIVATE = "1";
  evolution = await startEvolutionStub();
});
afterAll(() => {
  delete process.env.WEBHOOKS_TO_PRIVATE;
  return evolution.close();
});
afterEach(() => {
  evolution.requests.splice(0);
  evolution.messages.splice(0);
  evolution.strangers.clear();
  evolution.connect("open");
});

const send = (one = message()) => driver.send(evolutionInbox(evolution.url), one);

describe("sending by an Evolution API server", () => {
  it("sends a text to the number, known afterwards by the key of the answer", async () => {
    const outcome = await send();
    const [taken] = evolution.messages;
    expect(outcome).toEqual({ kind: "accepted", providerId: taken?.id });
    expect(taken).toMatchObject({
      path: "message/sendText",
      body: { number: "5511987654321", text: "Oi Ana 😀", linkPreview: false },
    });
    expect(evolution.requests[0]?.headers.apikey).toBe(evolution.apiKey);
  });

  it.each([
    ["+55 11 98765-4321", "5511987654321"],
    ["123456789012345@lid", "123456789012345@lid"],
  ])("writes to %s", async (to, number) => {
    await send(message({ to }));
    expect(evolution.messages[0]?.number).toBe(number);
  });

  it.each([
    "ana@example.com",
    "",
    "12",
    "120363041234567890@g.us",
    "status@broadcast",
    "US.13491208655302741918",
  ])("sends nothing to %j", async (to) => {
    expect(await send(message({ to }))).toMatchObject({ kind: "refused", reaction: "switch_channel" });
    expect(evolution.requests).toEqual([]);
  });

  const url = "https://files.example/a/offer.pdf";
  it("sends media with its caption, and an audio as a voice message", async () => {
    await send(rich({ media: { kind: "image", url } }));
    await send(rich({ text: "", media: { kind: "document", url } }));
    await send(rich({ text: "", media: { kind: "audio", url } }));
    expect(evolution.messages).toMatchObject([
      { path: "message/sendMedia", body: { mediatype: "image", media: url, caption: "*Oi*" } },
      { path: "message/sendMedia", body: { mediatype: "document", media: url, fileName: "offer.pdf" } },
      { path: "message/sendWhatsAppAudio", body: { audio: url } },
    ]);
  });

  it("writes quick replies under the text, as there are no buttons", async () => {
    await send(rich({ quickReplies: ["Yes", "No"] }));
    expect(evolution.messages[0]?.body.text).toBe("*Oi*\n\n• Yes\n• No");
  });

  it("refuses what WhatsApp would not show whole", async () => {
    expect(await send(rich({ media: { kind: "audio", url } }))).toMatchObject({ code: "audio_with_text" });
    expect(await send(rich({ text: "" }))).toMatchObject({ kind: "refused", code: "message_empty" });
    expect(evolution.requests).toEqual([]);
  });

  it("keeps an instance's name in its place of the address", async () => {
    const inbox = evolutionInbox(evolution.url);
    inbox.config.instance = "a b%2f..";
    expect(await driver.send(inbox, message())).toMatchObject({ reaction: "pause_inbox" });
    expect(evolution.requests[0]?.path).toBe("/message/sendText/a%20b%252f..");
  });
});

describe("what becomes of a message that goes wrong", () => {
  it("goes by another channel where the number is not on WhatsApp", async () => {
    evolution.strangers.add("5511987654321");
    expect(await send()).toMatchObject({ reaction: "switch_channel", code: "not_on_whatsapp" });
  });

  it("pauses the inbox while the phone is not connected, and looks again by itself", async () => {
    evolution.connect("close");
    expect(await send()).toMatchObject({
      ...{ kind: "refused", reaction: "pause_inbox", code: "not_connected", probeAfterSeconds: 120 },
    });
  });

  it("pauses the inbox for a wrong key or instance until a person acts", async () => {
    const wrongKey = evolutionInbox(evolution.url);
    wrongKey.secrets.apiKey = "old";
    const wrongName = evolutionInbox(evolution.url);
    wrongName.config.instance = "gone";
    for (const inbox of [wrongKey, wrongName]) {
      expect(await driver.send(inbox, message())).toMatchObject({
        ...{ kind: "refused", reaction: "pause_inbox", probeAfterSeconds: null },
      });
    }
  });

  const cases: [name: string, fault: HttpFault, expected: object][] = [
    [
      "closed while sending",
      evolutionRefusal(400, ["Error: Connection Closed"]),
      { reaction: "pause_inbox", code: "not_connected" },
    ],
    [
      "throttled by WhatsApp",
      evolutionRefusal(400, ["Error: rate-overlimit"]),
      { reaction: "pause_inbox", code: "rate_overlimit" },
    ],
    [
      "timed out while sending",
      evolutionRefusal(400, ["Error: Timed Out"]),
      { kind: "unknown", code: "sending_failed" },
    ],
    [
      "failed after sending",
      evolutionRefusal(400, ["PrismaClientKnownRequestError: x"]),
      { kind: "unknown" },
    ],
    ["failed with an object", evolutionRefusal(400, ["[object Object]"]), { kind: "unknown" }],
    [
      "failed before sending",
      evolutionRefusal(500, "TypeError: x is undefined"),
      { kind: "retry", code: "http_500" },
    ],
    ["a fetch that failed after sending", evolutionRefusal(400, ["AxiosError: x"]), { kind: "unknown" }],
    [
      "no keys for this contact",
      evolutionRefusal(400, ["SessionError: No sessions"]),
      { kind: "retry", slows: "contact", code: "no_session" },
    ],
    [
      "media that cannot be read",
      evolutionRefusal(500, ["AxiosError: Request failed with status code 404"]),
      { reaction: "block_step", code: "media_unreadable" },
    ],
    [
      "a request that is not right",
      evolutionRefusal(400, [['instance requires property "text"']]),
      { kind: "refused", reaction: "ask_person", code: "http_400" },
    ],
    ["a forbidden instance", evolutionRefusal(403, "Forbidden"), { reaction: "pause_inbox" }],
    [
      "429 with a wait",
      { kind: "status", status: 429, headers: { "retry-after": "9" } },
      { kind: "retry", afterSeconds: 9, slows: "inbox" },
    ],
    ["503", { kind: "status", status: 503 }, { kind: "retry", slows: "inbox" }],
    ["500 without words", { kind: "status", status: 500 }, { kind: "unknown", code: "http_500" }],
    ["502", { kind: "status", status: 502 }, { kind: "unknown" }],
    ["504", { kind: "status", status: 504 }, { kind: "unknown" }],
    [
      "a page of another server",
      { kind: "status", status: 404, body: "<html>" },
      { reaction: "pause_inbox" },
    ],
    ["a redirect", { kind: "status", status: 301, headers: { location: "/" } }, { reaction: "pause_inbox" }],
    ["nonsense", { kind: "nonsense" }, { kind: "unknown", code: "nonsense" }],
    ["an answer that stops", { kind: "cut_off" }, { kind: "unknown" }],
    ["a reset before the body", { kind: "reset", when: "before" }, { kind: "unknown", code: "econnreset" }],
    ["a reset after the body", { kind: "reset", when: "after" }, { kind: "unknown", code: "econnreset" }],
    ["a connection that is half closed", { kind: "half_closed" }, { kind: "unknown" }],
  ];
  it.each(cases)("%s", async (_name, fault, expected) => {
    evolution.failNext(fault);
    expect(await send()).toMatchObject(expected);
  });

  it("is unknown when the server hangs, and may be repeated when nobody was there", async () => {
    evolution.failNext({ kind: "hang" });
    expect(await impatient.send(evolutionInbox(evolution.url), message())).toMatchObject({
      code: "timeout",
      kind: "unknown",
    });
    expect(await driver.send(evolutionInbox("http://127.0.0.1:9"), message())).toMatchObject({
      kind: "retry",
    });
  });

  it("reaches no private address where those are not allowed, and pauses", async () => {
    delete process.env.WEBHOOKS_TO_PRIVATE;
    try {
      expect(await send()).toMatchObject({ reaction: "pause_inbox", code: "private_address" });
      expect(evolution.requests).toEqual([]);
    } finally {
      process.env.WEBHOOKS_TO_PRIVATE = "1";
    }
  });
});

describe("the connection of the phone", () => {
  const check = () => driver.checkConnection?.(evolutionInbox(evolution.url));
  const health = () => driver.readHealth?.(evolutionInbox(evolution.url));

  it("is open", async () => {
    expect(await check()).toEqual({ ok: true, label: "shop" });
    expect(await health()).toMatchObject({ connection: "open", checkedAt: expect.any(String) });
  });

  it("may be closed, which is said with what to do", async () => {
    evolution.connect("close");
    expect(await check()).toMatchObject({ ok: false, detail: expect.stringContaining("QR code") });
    expect(await health()).toMatchObject({ connection: "closed" });
  });

  it.each<HttpFault>([
    { kind: "nonsense" },
    { kind: "status", status: 500 },
    { kind: "reset", when: "after" },
  ])("is not known at $kind, in a sentence and without an exception", async (fault) => {
    evolution.failNext(fault, fault);
    expect(await check()).toMatchObject({ ok: false, detail: expect.any(String) });
    expect(await health()).toBeNull();
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type GatewayStub, startGatewayStub } from "@/e2e/stubs/http-channel-server";
import type { HttpFault } from "@/e2e/stubs/http-stub";
import { createHttpDriver } from "./driver";
import { gatewayInbox, MESSAGE_ID, message, SECRET } from "./fixtures";
import { outboundSchema } from "./payloads";

const driver = createHttpDriver({ timeoutMs: 5_000 });
const impatient = createHttpDriver({ timeoutMs: 1_500 });
let gateway: GatewayStub;

beforeAll(async () => {
  process.env.WEBHOOKS_TO_PRIVATE = "1";
  gateway = await startGatewayStub({ secret: SECRET });
});
afterAll(() => {
  delete process.env.WEBHOOKS_TO_PRIVATE;
  return gateway.close();
});
afterEach(() => {
  expect(gateway.violations).toEqual([]);
  gateway.requests.splice(0);
  gateway.messages.splice(0);
});

const send = (one = message()) => driver.send(gatewayInbox(gateway.url), one);
const bodyOf = (index = 0) => outboundSchema.parse(JSON.parse(gateway.requests[index]?.body ?? ""));

describe("sending by a gateway", () => {
  it("posts a signed request with the attempt's id as the key of repetitions", async () => {
    expect(await send()).toEqual({ kind: "accepted", providerId: "gw-1" });
    expect(gateway.requests[0]?.headers).toMatchObject({
      "content-type": "application/json",
      "idempotency-key": MESSAGE_ID,
      "webhook-id": MESSAGE_ID,
    });
    expect(bodyOf()).toMatchObject({
      type: "message.send",
      data: {
        ...{ attempt_id: MESSAGE_ID, channel: "whatsapp", to: "5511987654321", to_name: "Ana" },
        ...{ locale: "pt-BR", text: "Oi Ana, até às 18h 😀", subject: null, media: null, quick_replies: [] },
        ...{ template: null, references: [], unsubscribe_url: null },
      },
    });
  });

  it("says everything that a mail or a formatted message has", async () => {
    const media = { kind: "document" as const, url: "https://files.example/a.pdf", fileName: "Offer.pdf" };
    const rich = { type: "rich" as const, text: "*Oi*", subject: "Offer", preheader: "x" };
    await send(
      message({
        content: { ...rich, media, quickReplies: ["Yes", "No"] },
        references: ["a@x", "b@x"],
        unsubscribeUrl: "https://app.example/u/1",
      }),
    );
    expect(bodyOf().data).toMatchObject({
      ...{ text: "*Oi*", subject: "Offer", quick_replies: ["Yes", "No"], references: ["a@x", "b@x"] },
      media: { kind: "document", url: "https://files.example/a.pdf", file_name: "Offer.pdf" },
      unsubscribe_url: "https://app.example/u/1",
    });
  });

  it("names a template with its values beside the text that it makes", async () => {
    const content = {
      type: "template" as const,
      name: "hello",
      language: "pt_BR",
      parameters: ["Ana"],
      text: "Oi Ana",
    };
    await send(message({ content }));
    expect(bodyOf().data).toMatchObject({
      text: "Oi Ana",
      template: {
        name: "hello",
        language: "pt_BR",
        parameters: ["Ana"],
        parameter_names: null,
        header: null,
      },
    });
  });

  it("is taken once when it is repeated, under the same id", async () => {
    gateway.failNext({ kind: "reset", when: "after" });
    expect((await send()).kind).toBe("unknown");
    expect(await send()).toEqual({ kind: "accepted", providerId: "gw-1" });
    expect(await send()).toEqual({ kind: "accepted", providerId: "gw-1" });
    expect(gateway.messages).toHaveLength(1);
  });

  it("is believed by a gateway that knows only one of the two secrets", async () => {
    const secret = `whsec_${"B".repeat(44)}`;
    for (const inbox of [
      gatewayInbox(gateway.url, { secret, previousSecret: SECRET }),
      gatewayInbox(gateway.url, { previousSecret: secret }),
    ]) {
      expect(await driver.send(inbox, message())).toMatchObject({ kind: "accepted" });
    }
  });
});

const status = (code: number, body = "", headers?: Record<string, string>): HttpFault => ({
  ...{ kind: "status", status: code, body, headers },
});
const refusal = (code: number, reason: string) =>
  status(code, JSON.stringify({ code: "x1", detail: "no", reason }));

describe("what becomes of a message", () => {
  const soon = new Date(Date.now() + 3600_000).toUTCString();
  const cases: [name: string, fault: HttpFault, expected: object][] = [
    ["201 with an id", status(201, '{"provider_message_id":"abc"}'), { kind: "accepted", providerId: "abc" }],
    [
      "an id that is a number",
      status(200, '{"provider_message_id":42}'),
      { kind: "accepted", providerId: "42" },
    ],
    [
      "an id that is none",
      status(200, '{"provider_message_id":null}'),
      { kind: "accepted", providerId: MESSAGE_ID },
    ],
    ["204 without a body", status(204), { kind: "accepted", providerId: MESSAGE_ID }],
    ["a body that is no JSON", status(200, "<ok>"), { kind: "accepted", providerId: MESSAGE_ID }],
    ["nonsense", { kind: "nonsense" }, { kind: "accepted", providerId: MESSAGE_ID }],
    ["400", status(400), { kind: "refused", reaction: "fail", code: "http_400" }],
    [
      "422 with words",
      status(422, '{"code":"bad","detail":"No"}'),
      { reaction: "fail", code: "bad", detail: "No" },
    ],
    ["an unreachable contact", refusal(422, "unreachable"), { reaction: "switch_channel", code: "x1" }],
    ["a contact who opted out", refusal(400, "opted_out"), { reaction: "suppress" }],
    ["not now", refusal(400, "not_now"), { reaction: "delay_contact" }],
    ["a text that it does not take", refusal(400, "bad_content"), { reaction: "block_step" }],
    ["something for a person", refusal(400, "needs_person"), { reaction: "ask_person" }],
    [
      "a blocked sender",
      refusal(400, "sender_blocked"),
      { reaction: "pause_inbox", probeAfterSeconds: null },
    ],
    ["a reason that is none", refusal(400, "because"), { reaction: "fail", code: "x1" }],
    ["an unknown contact behind 404", refusal(404, "unreachable"), { reaction: "switch_channel" }],
    ["404", status(404), { reaction: "pause_inbox" }],
    ["401", status(401), { reaction: "pause_inbox", probeAfterSeconds: null }],
    ["403", refusal(403, "unreachable"), { reaction: "pause_inbox" }],
    ["410", status(410), { reaction: "pause_inbox", probeAfterSeconds: null }],
    [
      "a redirect",
      status(307, "", { location: "http://127.0.0.1/" }),
      { reaction: "pause_inbox", code: "http_307" },
    ],
    ["408", status(408), { kind: "retry", afterSeconds: null }],
    ["409", status(409), { kind: "retry", slows: "contact" }],
    ["425", status(425), { kind: "retry", slows: "contact" }],
    ["429 alone", status(429), { kind: "retry", slows: "inbox", afterSeconds: null }],
    [
      "429 with seconds",
      status(429, "", { "retry-after": "17" }),
      { kind: "retry", slows: "inbox", afterSeconds: 17 },
    ],
    [
      "503 with a date",
      status(503, "", { "retry-after": soon }),
      { kind: "retry", slows: "inbox", afterSeconds: expect.closeTo(3600, -1) },
    ],
    ["500", status(500), { kind: "retry", code: "http_500" }],
    ["502", status(502), { kind: "retry" }],
    ["an answer that stops", { kind: "cut_off" }, { kind: "unknown" }],
    ["a reset before the body", { kind: "reset", when: "before" }, { kind: "unknown", code: "econnreset" }],
    ["a reset after the body", { kind: "reset", when: "after" }, { kind: "unknown", code: "econnreset" }],
    ["a connection that is half closed", { kind: "half_closed" }, { kind: "unknown" }],
  ];

  it.each(cases)("%s", async (_name, fault, expected) => {
    gateway.failNext(fault);
    expect(await send()).toMatchObject(expected);
  });

  it("is unknown when the gateway hangs", async () => {
    gateway.failNext({ kind: "hang" });
    const outcome = await impatient.send(gatewayInbox(gateway.url), message());
    expect(outcome).toMatchObject({ kind: "unknown", code: "timeout" });
  });

  it("may be repeated when the connection was refused or the name does not resolve", async () => {
    for (const url of ["http://127.0.0.1:1029/", "https://gateway.invalid/"]) {
      expect(await driver.send(gatewayInbox(url), message())).toMatchObject({ kind: "retry" });
    }
  });

  it("reaches no private address where those are not allowed, and pauses", async () => {
    delete process.env.WEBHOOKS_TO_PRIVATE;
    try {
      const outcome = await send();
      expect(outcome).toMatchObject({
        reaction: "pause_inbox",
        code: "private_address",
        probeAfterSeconds: null,
      });
      expect(gateway.requests).toEqual([]);
    } finally {
      process.env.WEBHOOKS_TO_PRIVATE = "1";
    }
  });
});

describe("checking the connection", () => {
  it("asks with a signed event and sends nothing", async () => {
    const check = await driver.checkConnection?.(gatewayInbox(gateway.url));
    expect(check).toEqual({ ok: true, label: new URL(gateway.url).host });
    expect(bodyOf()).toMatchObject({ type: "connection.check" });
    expect(gateway.messages).toEqual([]);
  });

  it("is a sentence and no exception when it fails", async () => {
    gateway.failNext(status(401), { kind: "reset", when: "after" });
    for (const _ of [1, 2]) {
      const check = await driver.checkConnection?.(gatewayInbox(gateway.url));
      expect(check).toMatchObject({ ok: false, detail: expect.stringMatching(/127\.0\.0\.1/) });
    }
  });
});

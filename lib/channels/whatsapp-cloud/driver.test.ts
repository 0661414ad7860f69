import { createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasOpenApi, OPENAPI_MISSING } from "@/e2e/stubs/whatsapp-openapi";
import { startWhatsappStub, type WhatsappFault, type WhatsappStub } from "@/e2e/stubs/whatsapp-server";
import { createWhatsappDriver } from "./driver";
import { inboxAt, MESSAGE_ID, templateMessage, textMessage } from "./fixtures";

const driver = createWhatsappDriver({ timeoutMs: 5_000 });
const impatient = createWhatsappDriver({ timeoutMs: 1_500 });
let stub: WhatsappStub;

beforeAll(async () => {
  stub = await startWhatsappStub();
  if (!hasOpenApi) console.warn(OPENAPI_MISSING);
});
afterAll(() => stub.close());
afterEach(() => void stub.requests.splice(0));

const send = (message = textMessage()) => driver.send(inboxAt(stub.url), message);

describe("sending over the WhatsApp Cloud API", () => {
  it("sends a text to the number with plus and country code, and our id for the webhooks", async () => {
    const outcome = await send();
    const [request] = stub.requests;
    expect(outcome).toEqual({ kind: "accepted", providerId: request?.messageId });
    expect(request).toMatchObject({
      path: "/v25.0/106540352242922/messages",
      headers: { authorization: "Bearer stub-token", "content-type": "application/json" },
      violations: [],
      body: {
        messaging_product: "whatsapp",
        recipient_type: "individual",
        to: "+5511987654321",
        type: "text",
        text: { preview_url: false, body: "Oi Ana, tudo bem?" },
        biz_opaque_callback_data: MESSAGE_ID,
      },
    });
  });

  it("sends a template with positional parameters that Meta takes", async () => {
    expect(await send(templateMessage(["Ana", "line one\n\nline\ttwo", "a       b"]))).toMatchObject({
      kind: "accepted",
    });
    expect(stub.requests[0]?.violations).toEqual([]);
    expect(stub.requests[0]?.body.template).toEqual({
      name: "follow_up",
      language: { policy: "deterministic", code: "pt_BR" },
      components: [
        {
          type: "body",
          parameters: [
            { type: "text", text: "Ana" },
            { type: "text", text: "line one line two" },
            { type: "text", text: "a    b" },
          ],
        },
      ],
    });
  });

  it("sends a template without parameters without components", async () => {
    expect(await send(templateMessage([]))).toMatchObject({ kind: "accepted" });
    expect(stub.requests[0]?.body.template).not.toHaveProperty("components");
    expect(stub.requests[0]?.violations).toEqual([]);
  });

  it("addresses a contact whose number Meta hides by the business-scoped id", async () => {
    expect(await send(textMessage({ to: "US.13491208655302741918" }))).toMatchObject({ kind: "accepted" });
    expect(stub.requests[0]?.body).toMatchObject({ recipient: "US.13491208655302741918" });
    expect(stub.requests[0]?.body).not.toHaveProperty("to");
  });

  it.each(["ana@example.com", "", "123", "+0123456789", "5511987654321; x"])(
    "sends nothing to %j",
    async (to) => {
      expect(await send(textMessage({ to }))).toMatchObject({ kind: "refused", code: "bad_address" });
      expect(stub.requests).toEqual([]);
    },
  );
});

describe("what becomes of a send that goes wrong", () => {
  const cases: [name: string, fault: WhatsappFault, expected: object][] = [
    [
      "a server error",
      { kind: "status", status: 500 },
      { kind: "retry", code: "http_500", afterSeconds: null },
    ],
    [
      "no service",
      { kind: "status", status: 503, headers: { "retry-after": "30" } },
      { kind: "retry", afterSeconds: 30 },
    ],
    [
      "a gateway that lost the server",
      { kind: "status", status: 502 },
      { kind: "unknown", code: "http_502" },
    ],
    [
      "a gateway that waited too long",
      { kind: "status", status: 504 },
      { kind: "unknown", code: "http_504" },
    ],
    [
      "429 alone",
      { kind: "status", status: 429 },
      { kind: "retry", code: "http_429", afterSeconds: null, slows: "inbox" },
    ],
    [
      "429 with a wait",
      { kind: "status", status: 429, headers: { "retry-after": "17" } },
      { kind: "retry", afterSeconds: 17 },
    ],
    [
      "a rate limit with a longer wait than ours",
      {
        kind: "error",
        status: 429,
        error: { code: 130429, message: "slow" },
        headers: { "retry-after": "45" },
      },
      { kind: "retry", code: "130429", afterSeconds: 45 },
    ],
    [
      "a rate limit with a Retry-After that is a date",
      {
        kind: "error",
        status: 429,
        error: { code: 130429 },
        headers: { "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" },
      },
      { kind: "retry", code: "130429", afterSeconds: 5 },
    ],
    ["nonsense", { kind: "nonsense" }, { kind: "unknown", code: "nonsense" }],
    [
      "a page instead of JSON",
      { kind: "status", status: 200, body: "<html>" },
      { kind: "unknown", code: "nonsense" },
    ],
    ["an answer that stops", { kind: "cut_off" }, { kind: "unknown" }],
    ["a reset before the body", { kind: "reset", when: "before" }, { kind: "unknown", code: "econnreset" }],
    ["a reset after the body", { kind: "reset", when: "after" }, { kind: "unknown", code: "econnreset" }],
    [
      "a redirect",
      { kind: "status", status: 302, headers: { location: "/" } },
      { kind: "refused", reaction: "pause_inbox" },
    ],
    [
      "a proxy that wants a sign-in",
      { kind: "status", status: 407 },
      { kind: "refused", reaction: "pause_inbox" },
    ],
    [
      "a bad request without words",
      { kind: "status", status: 400 },
      { kind: "refused", reaction: "ask_person" },
    ],
    [
      "an error in Meta's shape under 200",
      { kind: "error", status: 200, error: { code: "131047", message: "Re-engagement message" } },
      { kind: "refused", reaction: "window_closed" },
    ],
    [
      "an unknown code",
      { kind: "error", error: { code: 999999 } },
      { kind: "refused", reaction: "ask_person", code: "999999" },
    ],
    [
      "an unknown transient code",
      { kind: "error", error: { code: 999999, is_transient: true } },
      { kind: "retry" },
    ],
    [
      "an unknown code of a failing server",
      { kind: "error", status: 500, error: { code: 999999 } },
      { kind: "retry" },
    ],
  ];

  it.each(cases)("%s", async (_name, fault, expected) => {
    stub.failNext(fault);
    expect(await send()).toMatchObject(expected);
  });

  it("does not know the outcome when the server hangs", async () => {
    stub.failNext({ kind: "hang" });
    const outcome = await impatient.send(inboxAt(stub.url), textMessage());
    expect(outcome).toMatchObject({ kind: "unknown", code: "timeout" });
    expect(stub.requests).toHaveLength(1);
  });

  it("waits for a slow server", async () => {
    let release = () => {};
    const until = new Promise<void>((resolve) => (release = resolve));
    stub.failNext({ kind: "slow", until });
    const sending = send();
    release();
    expect(await sending).toMatchObject({ kind: "accepted" });
  });

  it("may repeat a message whose connection was refused", async () => {
    const outcome = await driver.send(inboxAt(await closedAddress()), textMessage());
    expect(outcome).toMatchObject({ kind: "retry", code: "econnrefused" });
  });

  it("may repeat a message whose host name does not resolve", async () => {
    const outcome = await driver.send(inboxAt("https://graph.invalid"), textMessage());
    expect(outcome).toMatchObject({ kind: "retry" });
  });

  it("says more than the title, and never repeats the token", async () => {
    const error = {
      code: 190,
      message: "Malformed access token stub-token",
      error_data: { details: "The token stub-token is malformed" },
    };
    stub.failNext({ kind: "error", status: 401, error });
    expect(await send()).toEqual({
      kind: "refused",
      reaction: "pause_inbox",
      code: "190",
      detail: "The token … is malformed",
      probeAfterSeconds: 3_600,
    });
  });

  it("tells every repeated failure of one connection apart from a success after it", async () => {
    stub.failNext({ kind: "reset", when: "after" }, { kind: "status", status: 500 });
    expect((await send()).kind).toBe("unknown");
    expect((await send()).kind).toBe("retry");
    expect((await send()).kind).toBe("accepted");
  });
});

describe("checking the connection", () => {
  it("names the number", async () => {
    expect(await driver.checkConnection?.(inboxAt(stub.url))).toEqual({
      ok: true,
      label: "Demo Shop, +1 555-078-3881",
    });
  });

  it("says what is wrong with a token", async () => {
    const inbox = inboxAt(stub.url);
    inbox.secrets.accessToken = "old";
    const check = await driver.checkConnection?.(inbox);
    expect(check).toEqual({ ok: false, detail: "Error validating access token" });
  });

  it.each<WhatsappFault>([
    { kind: "nonsense" },
    { kind: "status", status: 500 },
    { kind: "reset", when: "after" },
  ])("is a sentence and no exception for $kind", async (fault) => {
    stub.failNext(fault);
    expect(await driver.checkConnection?.(inboxAt(stub.url))).toMatchObject({
      ok: false,
      detail: expect.any(String),
    });
  });
});

/** An address of this machine where nothing listens. */
async function closedAddress(): Promise<string> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

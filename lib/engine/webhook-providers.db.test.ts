import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeInbox } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { type EvolutionStub, startEvolutionStub } from "@/e2e/stubs/evolution-server";
import { type GatewayStub, startGatewayStub } from "@/e2e/stubs/http-channel-server";
import { startTwilioStub, type TwilioStub } from "@/e2e/stubs/twilio-server";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Channel } from "@/lib/core/model";
import type { Provider } from "@/lib/core/model-inboxes";
import { seal, secretContext } from "@/lib/secret-box";
import { advance } from "./advance";
import { clockAt, later, NOW, startRun } from "./fixtures/arrange";
import { openDoor } from "./fixtures/door";
import { webhookUrlOf } from "./inbox";

const database = useTestDatabase();
const TOKEN = "our-own-token-of-24-chars";
let twilio: TwilioStub;
let gateway: GatewayStub;
let evolution: EvolutionStub;
let door: Awaited<ReturnType<typeof openDoor>>;
let now = NOW;

beforeAll(async () => {
  process.env.WEBHOOKS_TO_PRIVATE = "1";
  [twilio, gateway, evolution] = await Promise.all([
    startTwilioStub(),
    startGatewayStub(),
    startEvolutionStub(),
  ]);
  door = await openDoor(() => now);
});
afterAll(async () => {
  delete process.env.WEBHOOKS_TO_PRIVATE;
  await Promise.all([twilio.close(), gateway.close(), evolution.close(), door.close()]);
});
beforeEach(() => {
  now = later(60_000);
});

type Settings = { config: Record<string, string>; secrets: Record<string, string> };
const opened =
  (provider: Provider, channel: Channel, { config, secrets }: Settings) =>
  (accountId: AccountId) =>
    makeInbox(accountId, {
      ...{ name: provider, provider, channel, config },
      secrets: seal(JSON.stringify(secrets), { context: secretContext(accountId, "inboxes", "secrets") }),
    });

const byTwilio = () =>
  opened("twilio", "sms", {
    config: { accountSid: twilio.accountSid, sender: "+15005550006", baseUrl: twilio.url },
    secrets: { authToken: twilio.authToken },
  });
const byGateway = () =>
  opened("http", "sms", { config: { url: gateway.url }, secrets: { signingSecret: gateway.secret } });
const byEvolution = () =>
  opened("evolution", "whatsapp", {
    config: { baseUrl: evolution.url, instance: evolution.instance },
    secrets: { apiKey: evolution.apiKey, verifyToken: TOKEN },
  });

type Started = Awaited<ReturnType<typeof startRun>>;
const addressOf = ({ accountId, inbox }: Started) =>
  webhookUrlOf({ provider: inbox.provider, accountId, id: inbox.id });
const sentOf = async ({ enrollmentId }: Started) =>
  (await database.sql`select status, provider_id from messages where enrollment_id = ${enrollmentId}`)[0];
const runOf = async ({ enrollmentId }: Started) =>
  (await database.sql`select status, end_reason from enrollments where id = ${enrollmentId}`)[0];
const suppressed = ({ accountId }: Started) =>
  database.sql`select channel, reason from suppressions where account_id = ${accountId} and lifted_at is null`;
const consents = ({ accountId }: Started) =>
  database.sql`select distinct action, source, at from consents where account_id = ${accountId}`;

describe("an SMS by Twilio", () => {
  it("is delivered as its own callback says, and Twilio hears what it wants to hear", async () => {
    const started = await startRun({ inbox: byTwilio() });
    await advance(started.run, clockAt(NOW));
    const sid = twilio.messages.at(-1)?.sid ?? "";
    expect(await sentOf(started)).toEqual({ status: "sent", provider_id: sid });
    expect(await twilio.status(sid, "delivered")).toBe(200);
    expect(door.answers.at(-1)?.body).toContain("<Response/>");
    expect(await twilio.status(sid, "sent")).toBe(200);
    expect(await sentOf(started)).toEqual({ status: "delivered", provider_id: sid });
  });

  it("whose answer was lost is settled by our id in the callback", async () => {
    const started = await startRun({ inbox: byTwilio() });
    twilio.failNext({ kind: "reset", when: "after" });
    await advance(started.run, clockAt(NOW));
    expect(await sentOf(started)).toEqual({ status: "unknown", provider_id: null });
    const form = new URLSearchParams(twilio.requests.at(-1)?.body);
    const [sid, to] = ["SMlost", form.get("To") ?? ""];
    twilio.messages.push({ sid, to, from: "+15005550006", text: "", callback: form.get("StatusCallback") });
    expect(await twilio.status(sid, "delivered")).toBe(200);
    expect(await sentOf(started)).toEqual({ status: "delivered", provider_id: sid });
  });

  it.each([
    ["our own word", "STOP", "message"],
    ["Twilio's word alone", "Nunca mais isso aqui", "provider"],
  ])("answered with %s stops everything on SMS, once", async (_, text, source) => {
    const started = await startRun({ inbox: byTwilio() });
    const from = started.contact.phone ?? "";
    expect(await twilio.receive(addressOf(started), { from, text, optOutType: "STOP" })).toBe(200);
    expect((await runOf(started))?.status).toBe("ended");
    expect(new Set((await suppressed(started)).map(({ channel }) => channel))).toEqual(new Set(["sms"]));
    expect(await consents(started)).toMatchObject([{ action: "opt_out", source }]);
    now = later(120_000);
    await twilio.receive(addressOf(started), { from, text: "YES", optOutType: "START" });
    expect(await suppressed(started)).toEqual([]);
  });

  it("cannot be reported on by anybody else", async () => {
    const started = await startRun({ inbox: byTwilio() });
    const response = await fetch(addressOf(started), {
      method: "POST",
      body: "MessageSid=SM1&MessageStatus=read",
    });
    expect(response.status).toBe(401);
  });
});

describe("a message by a gateway", () => {
  it("is delivered, and a repeated delivery of an event changes nothing, whatever it says", async () => {
    const started = await startRun({ inbox: byGateway() });
    await advance(started.run, clockAt(NOW));
    const attempt_id = gateway.messages.at(-1)?.data.attempt_id;
    const id = "evt_1";
    const tell = (status: string) =>
      gateway.deliver(addressOf(started), { type: "message.status", data: { attempt_id, status } }, { id });
    expect(await tell("delivered")).toBe(200);
    expect(await tell("delivered")).toBe(200);
    expect(await tell("read")).toBe(200);
    expect((await sentOf(started))?.status).toBe("delivered");
    const stored = await database.sql`
      select received_count from inbound_events where account_id = ${started.accountId}`;
    expect(stored).toEqual([{ received_count: 3 }]);
  });

  it("that nobody knows the outcome of is settled by our id alone", async () => {
    const started = await startRun({ inbox: byGateway() });
    gateway.failNext({ kind: "cut_off" }, { kind: "cut_off" });
    await advance(started.run, clockAt(NOW));
    const { data } = JSON.parse(gateway.requests.at(-1)?.body ?? "{}") as { data: { attempt_id: string } };
    const status = { attempt_id: data.attempt_id, status: "sent" };
    await gateway.deliver(addressOf(started), { type: "message.status", data: status });
    expect((await sentOf(started))?.status).toBe("sent");
  });

  it("is stopped by a reply that the gateway brings", async () => {
    const started = await startRun({ inbox: byGateway() });
    const data = { message_id: "in-1", from: started.contact.phone, text: "Yes, I am here" };
    const timestamp = now.toISOString();
    expect(await gateway.deliver(addressOf(started), { type: "message.received", timestamp, data })).toBe(
      200,
    );
    expect(await runOf(started)).toEqual({ status: "ended", end_reason: "replied" });
    const forged = { secret: `whsec_${"E".repeat(44)}` };
    expect(await gateway.deliver(addressOf(started), { type: "message.received", data }, forged)).toBe(401);
  });
});

describe("a message by an Evolution number", () => {
  const webhookOf = (started: Started) => `${addressOf(started)}?token=${TOKEN}`;

  it("is followed by its key until it is read, and a reply stops the run", async () => {
    const started = await startRun({ inbox: byEvolution() });
    await advance(started.run, clockAt(NOW));
    const id = evolution.messages.at(-1)?.id ?? "";
    expect(await sentOf(started)).toEqual({ status: "sent", provider_id: id });
    for (const status of ["SERVER_ACK", "READ", "DELIVERY_ACK"] as const) {
      expect(await evolution.status(webhookOf(started), id, status)).toBe(200);
    }
    expect((await sentOf(started))?.status).toBe("read");
    const from = started.contact.phone?.slice(1) ?? "";
    now = new Date();
    expect(await evolution.text(webhookOf(started), { from, text: "Oi" })).toBe(200);
    expect((await runOf(started))?.status).toBe("ended");
  });

  it("waits while the phone is not connected, and goes on by itself when it is again", async () => {
    const started = await startRun({ inbox: byEvolution() });
    const standing = async () =>
      (
        await database.sql`select status, paused_by, paused_code from inboxes where id = ${started.inbox.id}`
      )[0];
    expect(await evolution.connection(webhookOf(started), "close", 401)).toBe(200);
    expect(await standing()).toMatchObject({ status: "paused", paused_code: "logged_out" });
    now = later(120_000);
    expect(await evolution.connection(webhookOf(started), "open")).toBe(200);
    expect(await standing()).toMatchObject({ status: "active", paused_code: null });
  });

  it("hears nobody without the token", async () => {
    const started = await startRun({ inbox: byEvolution() });
    expect(await evolution.text(addressOf(started), { from: "5511987654321", text: "Oi" })).toBe(401);
  });
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { makeContact, makeInbox } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { signatureOf, statusDelivery, textDelivery } from "@/e2e/stubs/whatsapp-webhooks";
import { APP_SECRET, later, makeWhatsapp, NOW, startRun } from "./fixtures/arrange";
import { sweep } from "./sweep";
import { acceptWebhook, answerHandshake, processInbound } from "./webhook";

const database = useTestDatabase();
let started: Awaited<ReturnType<typeof startRun>>;

beforeAll(async () => {
  started = await startRun({ inbox: (accountId) => makeWhatsapp(accountId, "http://127.0.0.1:1") });
});

const addressed = (over: Partial<Parameters<typeof acceptWebhook>[0]> = {}) => ({
  provider: "whatsapp_cloud",
  accountId: started.accountId as string,
  inboxId: started.inbox.id,
  ...over,
});
const signed = (rawBody: string, secret = APP_SECRET) => ({
  headers: new Headers({ "x-hub-signature-256": signatureOf(rawBody, secret) }),
  url: new URL("http://localhost/api/webhooks/whatsapp_cloud"),
  rawBody,
});
const body = (text: string, phone = "5511900000001") => JSON.stringify(textDelivery(phone, text));
const stored = () => database.sql`
  select id, body, attempts, error, processed_at, received_count from inbound_events order by received_at, id`;
const storedOne = async (id: string) =>
  (await database.sql`select * from inbound_events where id = ${id}`)[0];

describe("a delivery that is not the provider's", () => {
  it.each([
    ["no signature", (raw: string) => ({ ...signed(raw), headers: new Headers() })],
    ["another secret", (raw: string) => signed(raw, "another-secret")],
    ["an empty secret", (raw: string) => signed(raw, "")],
    ["the signature of another body", (raw: string) => ({ ...signed(`${raw} `), rawBody: raw })],
    [
      "a signature cut short",
      (raw: string) => ({
        ...signed(raw),
        headers: new Headers({ "x-hub-signature-256": signatureOf(raw, APP_SECRET).slice(0, -1) }),
      }),
    ],
  ])("is refused and nothing of it is stored: %s", async (_, request) => {
    const before = (await stored()).length;
    const accepting = acceptWebhook(addressed(), request(body("hello")), NOW);
    await expect(accepting).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await stored()).toHaveLength(before);
  });

  it("is not found under an address that does not exist", async () => {
    const other = await startRun({ inbox: (accountId) => makeWhatsapp(accountId, "http://127.0.0.1:1") });
    const sandbox = await makeInbox(started.accountId, { name: "Phone" });
    const archived = await makeWhatsapp(started.accountId, "http://127.0.0.1:1");
    await database.sql`update inboxes set archived_at = now() where id = ${archived.id}`;
    const before = (await stored()).length;
    for (const over of [
      { inboxId: randomUUID() },
      { inboxId: "7" },
      { accountId: randomUUID() },
      { accountId: "' or true --" },
      { accountId: other.accountId as string },
      { inboxId: other.inbox.id },
      { provider: "smtp" },
      { provider: "whatsapp-cloud" },
      { inboxId: sandbox.id, provider: "sandbox" },
      { inboxId: archived.id },
    ]) {
      const accepting = acceptWebhook(addressed(over), signed(body("hello")), NOW);
      await expect(accepting, JSON.stringify(over)).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await stored()).toHaveLength(before);
  });
});

describe("a delivery of the provider", () => {
  it("is stored as it came, letter for letter", async () => {
    const raw = `${body("Olá 😀").replace("Ol\u00e1", "Ol\\u00e1")}\r\n  `;
    const { inboundEventId } = await acceptWebhook(addressed(), signed(raw), NOW);
    expect((await storedOne(inboundEventId))?.body).toBe(raw);
  });

  it("is taken in once, however often and at whatever moments it comes", async () => {
    const contact = await makeContact(started.accountId);
    const raw = body("I want it", contact.phone?.slice(1));
    const take = async () => {
      const { accountId, inboundEventId } = await acceptWebhook(addressed(), signed(raw), later(2000));
      await processInbound(accountId, inboundEventId, later(2000));
      return inboundEventId;
    };
    const ids = new Set([...(await Promise.all(Array.from({ length: 6 }, take))), await take()]);
    expect(ids.size).toBe(1);
    const [id = ""] = ids;
    expect(await storedOne(id)).toMatchObject({ received_count: 7, error: null, processed_at: later(2000) });
    const heard = await database.sql`select 1 from conversation_messages where contact_id = ${contact.id}`;
    expect(heard).toHaveLength(1);
  });

  it("that was stored and not taken in, because the process died, is taken in by the sweep", async () => {
    const contact = await makeContact(started.accountId);
    const request = signed(body("Still there?", contact.phone?.slice(1)));
    const { inboundEventId } = await acceptWebhook(addressed(), request, NOW);
    await sweep(later(10_000));
    expect((await storedOne(inboundEventId))?.processed_at).toBeNull();
    expect((await sweep(later(31_000))).inbound).toBeGreaterThan(0);
    expect(await storedOne(inboundEventId)).toMatchObject({ attempts: 1, error: null });
    const heard = await database.sql`select text from conversation_messages where contact_id = ${contact.id}`;
    expect(heard).toEqual([{ text: "Still there?" }]);
  });

  it.each([
    ["no JSON", "<html>"],
    ["JSON of another shape", '{"object":"whatsapp_business_account","entry":7}'],
    ["nothing", ""],
  ])(
    "with a body that is %s is kept with its error, tried again, and given up after a bound",
    async (_, raw) => {
      const { accountId, inboundEventId } = await acceptWebhook(addressed(), signed(raw), NOW);
      await processInbound(accountId, inboundEventId, NOW);
      const first = await storedOne(inboundEventId);
      expect(first).toMatchObject({ body: raw, attempts: 1, processed_at: null });
      expect(first?.error).toBeTruthy();
      for (let minute = 1; minute <= 30; minute++) await sweep(later(minute * 60_000));
      expect(await storedOne(inboundEventId)).toMatchObject({ attempts: 20, processed_at: null });
      // Given up, it no longer takes a place among those that are worked off.
      expect((await sweep(later(31 * 60_000))).inbound).toBe(0);
    },
  );

  it("with statuses of unknown messages is taken in without an error", async () => {
    const raw = JSON.stringify(
      statusDelivery("read", { providerId: "wamid.unknown", messageId: randomUUID() }),
    );
    const { accountId, inboundEventId } = await acceptWebhook(addressed(), signed(raw), NOW);
    await processInbound(accountId, inboundEventId, NOW);
    expect(await storedOne(inboundEventId)).toMatchObject({ error: null, processed_at: NOW });
  });
});

describe("the subscription handshake", () => {
  const asked = (token: string) =>
    new URL(`http://localhost/?hub.mode=subscribe&hub.challenge=77&hub.verify_token=${token}`);

  it("is answered to who knows the token of this inbox, and to nobody else", async () => {
    expect(await answerHandshake(addressed(), asked("verify-token"))).toBe("77");
    expect(await answerHandshake(addressed(), asked("guess"))).toBeNull();
    await expect(
      answerHandshake(addressed({ inboxId: randomUUID() }), asked("verify-token")),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { makeAccount } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { hasOpenApi, OPENAPI_MISSING, webhookExamples } from "@/e2e/stubs/whatsapp-openapi";
import { delivery, signatureOf } from "@/e2e/stubs/whatsapp-webhooks";
import { report } from "@/scripts/test/report";
import { APP_SECRET, makeWhatsapp, NOW } from "./fixtures/arrange";
import { acceptWebhook, processInbound } from "./webhook";

const database = useTestDatabase();
if (!hasOpenApi) console.warn(OPENAPI_MISSING);

/** What we understand of each example: its kind of content and its words, or that nobody wrote anything. */
const UNDERSTOOD: Record<string, { contentType: string; text: string } | null> = {
  "Text Message": { contentType: "text", text: "Does it come in another color?" },
  "Text Message with Context (Product Inquiry)": { contentType: "text", text: "Is this still available?" },
  "Text Message from Click to WhatsApp Ad": {
    contentType: "text",
    text: "Hello! Can I get more info on this?",
  },
  "Reaction Message": { contentType: "reaction", text: "👍" },
  "Image Message": { contentType: "media", text: "Taj Mahal" },
  "Location Message": { contentType: "location", text: "Philz Coffee, 101 Forest Ave, Palo Alto, CA 94301" },
  "Contact Sharing Message": { contentType: "other", text: "Lucía Gómez +1 (983) 555-2319" },
  "Unsupported Message": { contentType: "other", text: "" },
  "Button Message": { contentType: "button", text: "Unsubscribe" },
  "Interactive List Reply Message": { contentType: "button", text: "Priority Mail Express" },
  "Interactive Button Reply Message": { contentType: "button", text: "Cancel" },
  "Order Message": { contentType: "other", text: "2 × di9ozbzfi4, 1 × nqryix03ez" },
  "System Message": null,
  "Group Create Message": null,
  "Group Settings Update": null,
  "Group Remove Participants": null,
};

/** What Meta may begin to send without a new version; kept as it came, and without effect. */
const NEW = {
  "a field that nobody knows": { entry: [{ id: "1", changes: [{ field: "new_field", value: { a: [1] } }] }] },
  "a field without a value": { entry: [{ id: "1", changes: [{ field: "messages" }] }] },
  "another object": { object: "instagram", entry: [] },
  "a status that nobody knows": delivery({
    statuses: [{ id: "wamid.x", status: "pondered", timestamp: "1" }],
  }),
  "a message without an id": delivery({ messages: [{ from: "16505551234", type: "text" }] }),
};

let opened: { accountId: Awaited<ReturnType<typeof makeAccount>>; inboxId: string };
beforeAll(async () => {
  const accountId = await makeAccount();
  opened = { accountId, inboxId: (await makeWhatsapp(accountId, "http://127.0.0.1:1")).id };
});

/** As Meta delivers it; answers what is stored of the delivery. */
async function deliver(value: object) {
  const rawBody = JSON.stringify({ object: "whatsapp_business_account", ...value, nonce: randomUUID() });
  const request = {
    headers: new Headers({ "x-hub-signature-256": signatureOf(rawBody, APP_SECRET) }),
    url: new URL("http://localhost/api/webhooks/whatsapp_cloud"),
    rawBody,
  };
  const { inboundEventId } = await acceptWebhook({ provider: "whatsapp_cloud", ...opened }, request, NOW);
  await processInbound(opened.accountId, inboundEventId, NOW);
  const [stored] = await database.sql`
    select body, error, processed_at from inbound_events where id = ${inboundEventId}`;
  return { stored, rawBody };
}
const heard = () => database.sql<{ content_type: string; text: string; provider_id: string }[]>`
  select content_type, text, provider_id from conversation_messages where direction = 'inbound'`;

describe.skipIf(!hasOpenApi)("Meta's examples of webhooks", () => {
  const examples = hasOpenApi ? webhookExamples() : [];

  it("are all looked at", () => {
    expect(examples.map(({ name }) => name)).toEqual(Object.keys(UNDERSTOOD));
    report(
      `WhatsApp: ${examples.length} examples of webhooks`,
      Object.entries(UNDERSTOOD).map(([name, said]) => [
        name,
        said ? `${said.contentType}: ${said.text}` : "nobody wrote",
      ]),
    );
  });

  it.each(examples)("are signed, stored, taken in and understood: $name", async ({ name, value }) => {
    // Some of them share the id of one message, which is taken in once.
    const text = JSON.stringify(value).replace(/wamid\.[\w=]+/g, (id) => `${id}-${name}`);
    await database.sql`delete from conversation_messages`;
    const { stored, rawBody } = await deliver(JSON.parse(text));
    expect(stored).toEqual({ body: rawBody, error: null, processed_at: NOW });
    const expected = UNDERSTOOD[name];
    expect((await heard()).map(({ content_type: contentType, text }) => ({ contentType, text }))).toEqual(
      expected ? [expected] : [],
    );
  });
});

describe("webhooks of a kind that is not known yet", () => {
  it.each(Object.entries(NEW))("are stored and have no effect: %s", async (_, value) => {
    const before = await heard();
    const { stored, rawBody } = await deliver(value);
    expect(stored).toEqual({ body: rawBody, error: null, processed_at: NOW });
    expect(await heard()).toEqual(before);
  });
});

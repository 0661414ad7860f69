import { describe, expect, it } from "vitest";
import { delivery, STUB_BUSINESS_ACCOUNT_ID, STUB_PHONE_NUMBER_ID } from "@/e2e/stubs/whatsapp-webhooks";
import { parseDelivery } from "./parse";

const RECEIVED = new Date("2026-03-10T12:00:00Z");
const receiver = { phoneNumberId: STUB_PHONE_NUMBER_ID, businessAccountId: STUB_BUSINESS_ACCOUNT_ID };
const parse = (body: object) => parseDelivery(JSON.stringify(body), receiver, RECEIVED);

const FROM = { from: "16505551234", timestamp: "1749416383" };
const one = (message: object) =>
  parse(
    delivery({
      contacts: [{ wa_id: "16505551234", profile: { name: "Sheena Nelson" } }],
      messages: [{ id: "wamid.1", ...FROM, ...message }],
    }),
  )[0];

describe("inbound messages", () => {
  it("reads who wrote, when and what", () => {
    expect(one({ type: "text", text: { body: "Sim, quero 👍" }, context: { id: "wamid.ours" } })).toEqual({
      kind: "message",
      providerId: "wamid.1",
      from: [
        { kind: "whatsapp", value: "16505551234" },
        { kind: "phone", value: "+16505551234" },
      ],
      fromName: "Sheena Nelson",
      at: new Date("2025-06-08T20:59:43Z"),
      text: "Sim, quero 👍",
      contentType: "text",
      inReplyTo: "wamid.ours",
      isAutomatic: false,
    });
  });

  it.each([
    [{ type: "button", button: { payload: "STOP", text: "Parar" } }, "button", "Parar"],
    [{ type: "button", button: { payload: "STOP" } }, "button", "STOP"],
    [
      { type: "interactive", interactive: { type: "button_reply", button_reply: { id: "a", title: "Yes" } } },
      "button",
      "Yes",
    ],
    [
      { type: "interactive", interactive: { type: "list_reply", list_reply: { id: "a", title: "Tue" } } },
      "button",
      "Tue",
    ],
    [
      { type: "interactive", interactive: { type: "nfm_reply", nfm_reply: { body: "Sent" } } },
      "other",
      "Sent",
    ],
    [{ type: "image", image: { id: "1", caption: "Taj Mahal" } }, "media", "Taj Mahal"],
    [{ type: "document", document: { id: "1", filename: "offer.pdf" } }, "media", "offer.pdf"],
    [{ type: "audio", audio: { id: "1" } }, "media", ""],
    [{ type: "sticker", sticker: { id: "1" } }, "media", ""],
    [{ type: "location", location: { latitude: 37.4, longitude: -122.1 } }, "location", "37.4, -122.1"],
    [
      { type: "location", location: { name: "Philz", address: "Forest Ave" } },
      "location",
      "Philz, Forest Ave",
    ],
    [
      { type: "interactive", interactive: { type: "nfm_reply", nfm_reply: { name: "flow" } } },
      "other",
      "flow",
    ],
    [{ type: "contacts", contacts: [{ name: { formatted_name: "Lucía" } }] }, "other", "Lucía"],
    [
      { type: "contacts", contacts: [{ name: { formatted_name: "Lucía" }, phones: [{ phone: "+1 983" }] }] },
      "other",
      "Lucía +1 983",
    ],
    [{ type: "order", order: { text: "two please" } }, "other", "two please"],
    [
      { type: "order", order: { product_items: [{ product_retailer_id: "lamp", quantity: 2 }] } },
      "other",
      "2 × lamp",
    ],
    [
      { type: "text", text: { body: "More?" }, referral: { source_type: "ad", ctwa_clid: "x" } },
      "text",
      "More?",
    ],
    [{ type: "unsupported", errors: [{ code: 131051 }] }, "other", ""],
    [{ type: "something_new_2027", something_new_2027: {} }, "other", ""],
    [{ type: "text", text: "not the shape" }, "text", ""],
  ])("%j", (message, contentType, text) => {
    expect(one(message)).toMatchObject({ kind: "message", contentType, text });
  });

  it.each([
    [
      { type: "image", image: { id: "10", mime_type: "image/jpeg", sha256: "x", caption: "c" } },
      { kind: "image", id: "10", mimeType: "image/jpeg" },
    ],
    [
      { type: "document", document: { id: "11", mime_type: "application/pdf", filename: "a.pdf" } },
      { kind: "document", id: "11", mimeType: "application/pdf", fileName: "a.pdf" },
    ],
    [
      { type: "audio", audio: { id: 12 } },
      { kind: "audio", id: "12" },
    ],
    [
      { type: "sticker", sticker: { id: "13" } },
      { kind: "sticker", id: "13" },
    ],
    [{ type: "video", video: {} }, undefined],
    [{ type: "text", text: { body: "x" }, image: { id: "14" } }, undefined],
  ])("says how to fetch what came with %j", (message, media) => {
    const event = one(message);
    expect(event?.kind === "message" && event.media).toEqual(media);
  });

  it.each([
    [{ type: "user_changed_number", wa_id: "12195555358" }],
    [{ type: "customer_changed_number", new_wa_id: "12195555358" }],
  ])("knows the person again who took another number: %j", (system) => {
    expect(one({ type: "system", system })).toEqual({
      kind: "identity",
      from: [
        { kind: "whatsapp", value: "16505551234" },
        { kind: "phone", value: "+16505551234" },
      ],
      to: [
        { kind: "whatsapp", value: "12195555358" },
        { kind: "phone", value: "+12195555358" },
      ],
      at: new Date("2025-06-08T20:59:43Z"),
    });
  });

  it("keeps a reaction apart from replies and says which message it is about", () => {
    const reaction = { message_id: "wamid.ours", emoji: "👍" };
    expect(one({ type: "reaction", reaction })).toMatchObject({
      contentType: "reaction",
      text: "👍",
      inReplyTo: "wamid.ours",
    });
    expect(one({ type: "reaction", reaction: { message_id: "wamid.ours" } })).toMatchObject({ text: "" });
  });

  it("does not take a notice of WhatsApp for a reply", () => {
    const system = { type: "user_changed_number", wa_id: "12195555358", body: "changed" };
    expect(one({ type: "system", system: { ...system, type: "user_blinked" } })).toEqual({
      kind: "ignored",
      what: "system user_blinked",
    });
    expect(one({ type: "request_welcome" })).toEqual({ kind: "ignored", what: "request_welcome" });
  });

  it("knows a sender without a number by the business-scoped id", () => {
    const contacts = [{ user_id: "US.1349", profile: { username: "sheena" } }];
    const messages = [
      { id: "wamid.1", from_user_id: "US.1349", timestamp: "1749416383", type: "text", text: { body: "hi" } },
    ];
    expect(parse(delivery({ contacts, messages }))[0]).toMatchObject({
      from: [{ kind: "whatsapp", value: "US.1349" }],
      fromName: "sheena",
    });
  });

  it("keeps both numbers where the contact's id differs from the sender", () => {
    const contacts = [{ wa_id: "551187654321", profile: { name: "Ana" } }];
    const messages = [
      { id: "wamid.1", from: "5511987654321", timestamp: "1749416383", type: "text", text: { body: "oi" } },
    ];
    const [event] = parse(delivery({ contacts, messages }));
    expect(event).toMatchObject({ fromName: "Ana" });
    expect(event?.kind === "message" && event.from.map(({ value }) => value)).toEqual([
      "5511987654321",
      "551187654321",
      "+5511987654321",
      "+551187654321",
    ]);
  });

  it("does not lose a reply for an unreadable date", () => {
    expect(one({ type: "text", text: { body: "hi" }, timestamp: "yesterday" })).toMatchObject({
      kind: "message",
      at: RECEIVED,
    });
  });
});

describe("one delivery with many things in it", () => {
  it("yields every item of every change of every entry, in order", () => {
    const change = (id: string) => ({
      field: "messages",
      value: {
        metadata: { phone_number_id: STUB_PHONE_NUMBER_ID },
        messages: [1, 2].map((n) => ({ id: `${id}-${n}`, ...FROM, type: "text", text: { body: "x" } })),
        statuses: [{ id: `${id}-s`, status: "sent", timestamp: "1750030073" }],
      },
    });
    const entry = [{ changes: [change("a"), change("b")] }, { changes: [change("c")] }];
    const ids = parse({ object: "whatsapp_business_account", entry }).map((event) =>
      "providerId" in event ? event.providerId : event.kind,
    );
    expect(ids).toEqual(["a-1", "a-2", "a-s", "b-1", "b-2", "b-s", "c-1", "c-2", "c-s"]);
  });

  it("does not lose an item for the unreadable one beside it", () => {
    const good = { id: "wamid.good", ...FROM, type: "text", text: { body: "x" } };
    const events = parse(
      delivery({ messages: [[], { type: "text" }, { id: "wamid.0", type: "text" }, good] }),
    );
    expect(events.map((event) => (event.kind === "ignored" ? event.what : event.kind))).toEqual([
      "unreadable message",
      "unreadable message",
      "message without a sender",
      "message",
    ]);
  });

  it("passes over fields it does not use, and says which", () => {
    const changes = [
      { field: "hologram_update", value: { event: "APPROVED" } },
      { field: "message_template_status_update", value: { event: "APPROVED" } },
      { field: "messages", value: "nothing" },
    ];
    expect(parse({ object: "whatsapp_business_account", entry: [{ changes }] })).toEqual([
      { kind: "ignored", what: "hologram_update" },
      { kind: "ignored", what: "unreadable message_template_status_update" },
      { kind: "ignored", what: "unreadable messages" },
    ]);
    expect(parse({ object: "page", entry: [] })).toEqual([{ kind: "ignored", what: "object page" }]);
  });

  it("reads which id a person has now", () => {
    const value = {
      user_id_update: [
        { user_id: { previous: "US.1", current: "US.2" }, timestamp: "1750030073" },
        { wa_id: "16505551234", user_id: "US.3" },
        { wa_id: "16505551234", user_id: {} },
        7,
      ],
    };
    const changes = [{ field: "user_id_update", value }];
    expect(parse({ object: "whatsapp_business_account", entry: [{ changes }] })).toEqual([
      {
        kind: "identity",
        from: [{ kind: "whatsapp", value: "US.1" }],
        to: [{ kind: "whatsapp", value: "US.2" }],
        at: new Date("2025-06-15T23:27:53Z"),
      },
      {
        kind: "identity",
        from: [
          { kind: "whatsapp", value: "16505551234" },
          { kind: "phone", value: "+16505551234" },
        ],
        to: [{ kind: "whatsapp", value: "US.3" }],
        at: RECEIVED,
      },
      { kind: "ignored", what: "user_id_update without an id" },
      { kind: "ignored", what: "unreadable user_id_update" },
    ]);
  });

  it("reads what a contact told Meta about marketing messages", () => {
    const preference = {
      wa_id: "16505551234",
      category: "marketing_messages",
      value: "stop",
      timestamp: 1731705721,
    };
    const value = { user_preferences: [preference, { ...preference, category: "other" }] };
    const changes = [{ field: "user_preferences", value }];
    expect(parse({ object: "whatsapp_business_account", entry: [{ changes }] })).toEqual([
      {
        kind: "preference",
        providerId: "16505551234:marketing_messages:stop:1731705721",
        from: [
          { kind: "whatsapp", value: "16505551234" },
          { kind: "phone", value: "+16505551234" },
        ],
        value: "stop",
        at: new Date("2024-11-15T21:22:01Z"),
        detail: null,
      },
      { kind: "ignored", what: "preference other" },
    ]);
  });
});

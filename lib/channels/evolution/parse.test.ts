import { describe, expect, it } from "vitest";
import { evolutionInbox } from "./fixtures";
import { evolutionWebhook } from "./webhook";

const inbox = evolutionInbox("https://evolution.example");
const RECEIVED = new Date("2026-11-22T12:00:00.500Z");

const parse = (event: string, data: unknown, instance = "shop") =>
  evolutionWebhook.parse(inbox, JSON.stringify({ event, instance, data }), RECEIVED);

const upsert = (message: object, more: { key?: object; contextInfo?: object } = {}) =>
  parse("messages.upsert", {
    key: { remoteJid: "5511987654321@s.whatsapp.net", fromMe: false, id: "3EB0AA", ...more.key },
    pushName: "Ana",
    message,
    contextInfo: more.contextInfo,
    messageTimestamp: 1_763_812_800,
  });

describe("what a contact writes", () => {
  it("is a message of the number, at its own time", () => {
    expect(upsert({ conversation: "Oi 😀" })).toEqual([
      {
        ...{ kind: "message", providerId: "3EB0AA", fromName: "Ana", at: new Date(1_763_812_800_000) },
        from: [
          { kind: "whatsapp", value: "5511987654321" },
          { kind: "phone", value: "+5511987654321" },
        ],
        ...{ text: "Oi 😀", contentType: "text", inReplyTo: null, isAutomatic: false },
      },
    ]);
  });

  const quoted = { contextInfo: { stanzaId: "3EB0OURS" } };
  it.each<[string, object, object]>([
    [
      "an answer",
      { extendedTextMessage: { text: "Yes", ...quoted } },
      { text: "Yes", inReplyTo: "3EB0OURS" },
    ],
    [
      "a picture",
      { imageMessage: { caption: "Look", mimetype: "image/jpeg" } },
      { contentType: "media", text: "Look", media: { kind: "image", mimeType: "image/jpeg" } },
    ],
    ["a film", { videoMessage: { caption: "" } }, { contentType: "media", media: { kind: "video" } }],
    [
      "a voice message",
      { audioMessage: { ptt: true }, mediaUrl: "https://s3.example/a" },
      { contentType: "media", text: "", media: { kind: "audio", url: "https://s3.example/a" } },
    ],
    ["a sticker", { stickerMessage: {} }, { contentType: "media", media: { kind: "sticker" } }],
    [
      "a document",
      { documentMessage: { fileName: "a.pdf" } },
      { contentType: "media", text: "a.pdf", media: { kind: "document", fileName: "a.pdf" } },
    ],
    [
      "a document with words",
      {
        documentWithCaptionMessage: { message: { documentMessage: { caption: "Offer", fileName: "a.pdf" } } },
      },
      { text: "Offer", media: { kind: "document" } },
    ],
    [
      "a tapped button",
      { buttonsResponseMessage: { selectedDisplayText: "Yes", ...quoted } },
      { contentType: "button", text: "Yes", inReplyTo: "3EB0OURS" },
    ],
    [
      "a tapped template button",
      { templateButtonReplyMessage: { selectedDisplayText: "Stop" } },
      { contentType: "button", text: "Stop" },
    ],
    [
      "a chosen row",
      { listResponseMessage: { title: "Tomorrow", description: "at nine" } },
      { contentType: "button", text: "Tomorrow" },
    ],
    [
      "an interactive answer",
      { interactiveResponseMessage: { body: { text: "Yes" } } },
      { contentType: "button", text: "Yes" },
    ],
    [
      "a reaction",
      { reactionMessage: { text: "👍", key: { id: "3EB0OURS" } } },
      { contentType: "reaction", text: "👍", inReplyTo: "3EB0OURS" },
    ],
    [
      "a reaction taken back",
      { reactionMessage: { text: "", key: { id: "3EB0OURS" } } },
      { contentType: "reaction", text: "" },
    ],
    [
      "a place",
      { locationMessage: { name: "Shop", degreesLatitude: -23.5, degreesLongitude: -46.6 } },
      { contentType: "location", text: "Shop" },
    ],
    [
      "a place without a name",
      { liveLocationMessage: { degreesLatitude: -23.5, degreesLongitude: -46.6 } },
      { contentType: "location", text: "-23.5, -46.6" },
    ],
    ["a card", { contactMessage: { displayName: "Bia" } }, { contentType: "other", text: "Bia" }],
    [
      "cards",
      { contactsArrayMessage: { contacts: [{ displayName: "Bia" }, { displayName: "Caio" }] } },
      { contentType: "other", text: "Bia, Caio" },
    ],
    [
      "what disappears",
      { ephemeralMessage: { message: { conversation: "Oi" } } },
      { contentType: "text", text: "Oi" },
    ],
    ["what is seen once", { viewOnceMessageV2: { message: { imageMessage: {} } } }, { contentType: "media" }],
    ["something new", { pollCreationMessageV9: { name: "?" } }, { contentType: "other", text: "" }],
  ])("may be %s", (_, message, expected) => {
    expect(upsert(message)).toMatchObject([{ kind: "message", ...expected }]);
  });

  it("quotes what its envelope says where the text itself does not", () => {
    expect(upsert({ conversation: "Yes" }, quoted)).toMatchObject([{ inReplyTo: "3EB0OURS" }]);
  });

  it.each([
    ["a receipt of deletion", { protocolMessage: { type: 0 } }],
    ["a vote", { pollUpdateMessage: {} }],
    ["keys", { senderKeyDistributionMessage: {}, messageContextInfo: {} }],
  ])("is no message when it is %s", (_, message) => {
    expect(upsert(message)).toEqual([{ kind: "ignored", what: "nothing written" }]);
  });

  it.each([
    ["our own", { fromMe: true }],
    ["of a group", { remoteJid: "120363041234567890@g.us", participant: "5511987654321@s.whatsapp.net" }],
    ["of the status feed", { remoteJid: "status@broadcast" }],
    ["of a channel", { remoteJid: "120363041234567890@newsletter" }],
    ["of nobody", { remoteJid: null }],
  ])("is no reply when it is %s", (_, key) => {
    expect(upsert({ conversation: "Oi" }, { key })).toMatchObject([{ kind: "ignored" }]);
  });

  it("comes from a hidden id, with the number where it is told", () => {
    const key = { remoteJid: "123456789012345@lid" };
    const hidden = { kind: "whatsapp", value: "123456789012345@lid" };
    const phone = { kind: "phone", value: "+5511987654321" };
    const known = [{ kind: "whatsapp", value: "5511987654321" }, phone, hidden];
    expect(upsert({ conversation: "Oi" }, { key })).toMatchObject([{ from: [hidden] }]);
    for (const name of ["remoteJidAlt", "senderPn"]) {
      const both = { ...key, [name]: "5511987654321:7@s.whatsapp.net" };
      expect(upsert({ conversation: "Oi" }, { key: both })).toMatchObject([{ from: known }]);
    }
  });

  it.each([[{ low: 1_763_812_800, high: 0 }], ["1763812800"]])(
    "has its time also as %j",
    (messageTimestamp) => {
      const key = { remoteJid: "5511987654321@s.whatsapp.net", id: "3EB0AA" };
      const item = { key, message: { conversation: "Oi" }, messageTimestamp };
      expect(parse("MESSAGES_UPSERT", [item])).toMatchObject([{ at: new Date(1_763_812_800_000) }]);
    },
  );

  it("without a readable time came when it came", () => {
    const item = {
      key: { remoteJid: "5511987654321@s.whatsapp.net", id: "3EB0AA" },
      message: { conversation: "Oi" },
    };
    expect(parse("messages.upsert", item)).toMatchObject([{ at: RECEIVED }]);
  });

  it("does not lose its neighbours when one cannot be read", () => {
    const good = {
      key: { remoteJid: "5511987654321@s.whatsapp.net", id: "3EB0AA" },
      message: { conversation: "Oi" },
    };
    expect(parse("messages.upsert", [{ key: 7 }, good])).toMatchObject([
      { kind: "ignored", what: "unreadable message" },
      { kind: "message" },
    ]);
  });
});

describe("what the server reports of our messages", () => {
  const update = (status: string | undefined, more = {}) =>
    parse("messages.update", {
      keyId: "3EB0OURS",
      remoteJid: "5511987654321@s.whatsapp.net",
      fromMe: true,
      status,
      ...more,
    });

  it.each([
    ["SERVER_ACK", "sent"],
    ["DELIVERY_ACK", "delivered"],
    ["READ", "read"],
    ["PLAYED", "read"],
  ])("%s is %s", (reported, status) => {
    expect(update(reported)).toMatchObject([
      { kind: "status", providerId: "3EB0OURS", status, at: RECEIVED, reaction: null },
    ]);
  });

  it("ERROR is a failure that a person looks at", () => {
    expect(update("ERROR")).toMatchObject([{ status: "failed", code: "ERROR", reaction: "ask_person" }]);
  });

  it.each([["PENDING"], ["DELETED"], ["NEW"], [undefined]])("%s is nothing", (status) => {
    expect(update(status)).toMatchObject([{ kind: "ignored" }]);
  });

  it("is nothing of a message that was written to us", () => {
    expect(update("READ", { fromMe: false })).toMatchObject([{ kind: "ignored" }]);
    expect(update("READ", { keyId: null })).toMatchObject([{ kind: "ignored" }]);
  });

  it("is read in the shape of older versions", () => {
    const key = { id: "3EB0OURS", fromMe: true, remoteJid: "5511987654321@s.whatsapp.net" };
    expect(parse("messages.update", [{ key, status: "READ" }])).toMatchObject([
      { kind: "status", status: "read" },
    ]);
  });
});

describe("what it says of the connection", () => {
  it.each<[string, number, object]>([
    ["open", 200, { asks: "resume", health: { connection: "open" } }],
    ["close", 401, { asks: "pause", code: "logged_out", health: { connection: "closed" } }],
    ["close", 403, { asks: "pause", code: "banned" }],
    ["close", 500, { asks: "pause", code: "not_connected" }],
    ["refused", 428, { asks: "pause", health: { connection: "closed" } }],
  ])("%s with %d", (state, statusReason, expected) => {
    const told = parse("connection.update", { instance: "shop", state, statusReason });
    expect(told).toMatchObject([{ kind: "health", at: RECEIVED, detail: expect.any(String), ...expected }]);
  });

  it("asks for nothing while it connects", async () => {
    const [event] = await parse("connection.update", { instance: "shop", state: "connecting" });
    expect(event).toMatchObject({ kind: "health", health: { connection: "connecting" } });
    expect(event).not.toHaveProperty("asks");
  });
});

describe("anything else", () => {
  it.each(["send.message", "qrcode.updated", "presence.update", "something.new"])(
    "%s is ignored",
    (event) => {
      expect(parse(event, { key: {} })).toEqual([{ kind: "ignored", what: event }]);
    },
  );

  it("is ignored when another instance of the server says it", () => {
    expect(parse("messages.upsert", {}, "other")).toEqual([{ kind: "ignored", what: "instance other" }]);
  });

  it.each(["", "[]", "{}", "no json", '{"event":1}'])("is an error when the body is %j", (body) => {
    expect(() => evolutionWebhook.parse(inbox, body)).toThrow();
  });
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAccount, makeInbox } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import type { AccountId } from "@/lib/accounts/account-id";
import { makeWhatsapp, messageFrom, NOW } from "@/lib/engine/fixtures/arrange";
import { receive } from "@/lib/engine/receive";
import { mediaHeaders, messageMedia } from "./media";
import { readThread } from "./thread";

const db = useTestDatabase();
const BYTES = Buffer.from([255, 216, 255, 0, 128]);

let server: Server;
let url = "";
beforeAll(async () => {
  server = createServer((request, response) => {
    if (!request.url?.startsWith("/v25.0/")) return void response.end(BYTES);
    if (request.url.includes("/404")) return void response.writeHead(404).end("{}");
    response.end(JSON.stringify({ url: `${url}/file`, mime_type: "image/jpeg" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

/** The message of a stranger who sends a picture to a WhatsApp number. */
async function pictured(mediaId: string, open = (id: AccountId) => makeWhatsapp(id, url)) {
  const accountId = await makeAccount();
  const inbox = await open(accountId);
  const media = { kind: "image" as const, id: mediaId, mimeType: "image/jpeg", fileName: "half\ud83d.jpg" };
  const event = messageFrom("+16505551234", { text: "", contentType: "media", media });
  await receive(accountId, { inboxId: inbox.id, events: [event], now: NOW });
  const [message] = await db.sql`
    select id, conversation_id as thread from conversation_messages where account_id = ${accountId}`;
  return { accountId, messageId: String(message?.id), thread: String(message?.thread) };
}

describe("what came with a message", () => {
  it("stands in the thread, and is fetched from the provider when somebody looks", async () => {
    const { accountId, messageId, thread } = await pictured("1003383421387256");
    const { messages } = await db.sql.begin((tx) => readThread(tx, thread));
    expect(messages).toMatchObject([{ inboundMedia: { kind: "image" }, inboundType: "media", media: null }]);
    const found = await messageMedia(accountId, messageId);
    expect(Buffer.from(found.bytes).equals(BYTES)).toBe(true);
    expect(mediaHeaders(found)).toMatchObject({ "content-type": "image/jpeg" });
  });

  it("may be gone, out of reach for the moment, or nobody's to fetch", async () => {
    const gone = await pictured("404404");
    await expect(messageMedia(gone.accountId, gone.messageId)).rejects.toMatchObject({ code: "conflict" });
    const away = await pictured("1003383421387256", (id) => makeWhatsapp(id, "http://127.0.0.1:9"));
    await expect(messageMedia(away.accountId, away.messageId)).rejects.toMatchObject({ code: "unavailable" });
    const sandbox = await pictured("1003383421387256", (id) => makeInbox(id));
    await expect(messageMedia(sandbox.accountId, sandbox.messageId)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is not found by another account, nor where nothing came", async () => {
    const { messageId } = await pictured("1003383421387256");
    const other = await makeAccount();
    await expect(messageMedia(other, messageId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the headers of a stranger's bytes", () => {
  const headers = (mimeType: string, fileName: string | null = null) =>
    mediaHeaders({ kind: "found", bytes: BYTES, mimeType, fileName });

  it.each(["text/html", "image/svg+xml", "application/pdf", "text/javascript", "nonsense", ""])(
    "make a download of %j, whatever it is",
    (mimeType) => {
      expect(headers(mimeType)).toMatchObject({
        "content-type": "application/octet-stream",
        "content-disposition": "attachment; filename*=UTF-8''file",
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox; default-src 'none'",
      });
    },
  );

  it("show a voice message in the page", () => {
    expect(headers("Audio/OGG; codecs=opus")).toMatchObject({ "content-type": "audio/ogg" });
  });

  it("take no header out of a file's name", () => {
    const { "content-disposition": disposition } = headers("image/png", 'a"\r\nset-cookie: x\ud83d.png');
    expect(disposition).toBe("inline; filename*=UTF-8''a%22%0D%0Aset-cookie%3A%20x%EF%BF%BD.png");
  });
});

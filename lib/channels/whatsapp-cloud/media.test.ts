import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { InboundMedia } from "@/lib/core/model-inboxes";

import { createWhatsappDriver } from "./driver";
import { inboxAt } from "./fixtures";
import { MAX_MEDIA_BYTES } from "./media";

const driver = createWhatsappDriver({ timeoutMs: 5_000 });
const BYTES = Buffer.from([0, 255, 128, 10, 13, 200]);

/** A stand-in of Meta that names an address and serves it. */
let named: object = {};
let served: { status: number; bytes: Buffer } = { status: 200, bytes: BYTES };
let asked: { path: string; token: string | undefined }[] = [];
let server: Server;
let url = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", token: request.headers.authorization });
    if (request.url?.startsWith("/v25.0/")) return void response.end(JSON.stringify(named));
    response.writeHead(served.status).end(served.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => {
  named = { url: `${url}/file`, mime_type: "image/jpeg", file_size: "6" };
  served = { status: 200, bytes: BYTES };
  asked = [];
});

const fetched = (media: Partial<InboundMedia> = {}) =>
  driver.fetchMedia?.(inboxAt(url), { kind: "image", id: "1003383421387256", ...media });

describe("the media of a message", () => {
  it("are fetched as they are, with the token, from the address that Meta names", async () => {
    const found = await fetched({ fileName: "a.jpg" });
    expect(found).toMatchObject({ kind: "found", mimeType: "image/jpeg", fileName: "a.jpg" });
    expect(found?.kind === "found" && Buffer.from(found.bytes).equals(BYTES)).toBe(true);
    expect(asked).toEqual([
      { path: "/v25.0/1003383421387256?phone_number_id=106540352242922", token: "Bearer stub-token" },
      { path: "/file", token: "Bearer stub-token" },
    ]);
  });

  it.each([
    "https://evil.example/file",
    "https://fbsbx.com.evil.example/file",
    "http://lookaside.fbsbx.com/file",
    "http://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "nonsense",
  ])("are never asked for at %s, and the token stays with us", async (address) => {
    named = { url: address, mime_type: "image/jpeg" };
    expect(await fetched()).toMatchObject({ kind: "failed", isGone: true });
    expect(asked).toHaveLength(1);
  });

  it("are no other path of Meta's, whatever the message calls them", async () => {
    expect(await fetched({ id: "../me/accounts" })).toMatchObject({ kind: "failed", isGone: true });
    expect(await fetched({ id: undefined, url: "https://evil.example" })).toMatchObject({ kind: "failed" });
    expect(asked).toEqual([]);
  });

  it("are left alone where they are too large, as Meta says or as they come", async () => {
    named = { url: `${url}/file`, mime_type: "video/mp4", file_size: MAX_MEDIA_BYTES + 1 };
    expect(await fetched()).toMatchObject({ kind: "failed", isGone: true });
    expect(asked).toHaveLength(1);
    named = { url: `${url}/file`, mime_type: "video/mp4" };
    served = { status: 200, bytes: Buffer.alloc(MAX_MEDIA_BYTES + 1) };
    expect(await fetched()).toMatchObject({ kind: "failed", isGone: true });
  });

  it("are gone, or may be there later", async () => {
    named = { error: { code: 100, message: "Unsupported get request" } };
    expect(await fetched()).toMatchObject({
      kind: "failed",
      isGone: true,
      detail: "Unsupported get request",
    });
    named = { url: `${url}/file`, mime_type: "image/jpeg" };
    served = { status: 503, bytes: BYTES };
    expect(await fetched()).toMatchObject({ kind: "failed", isGone: false });
    served = { status: 404, bytes: BYTES };
    expect(await fetched()).toMatchObject({ kind: "failed", isGone: true });
  });

  it("do not lead to where a redirect points", async () => {
    served = { status: 302, bytes: BYTES };
    expect(await fetched()).toMatchObject({ kind: "failed" });
    expect(asked).toHaveLength(2);
  });
});

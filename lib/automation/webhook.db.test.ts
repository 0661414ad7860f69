import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { makeAccount, makeContact, makeDeal } from "@/db/factories";
import { useTestDatabase } from "@/db/test-database";
import { callOut } from "./call-out";
import { performAction } from "./perform";
import { webhookKeyOf } from "./webhook-key";

useTestDatabase();
const NOW = new Date("2026-11-18T15:00:00Z");

const closing: (() => void)[] = [];
afterEach(() => {
  delete process.env.WEBHOOKS_TO_PRIVATE;
  for (const close of closing.splice(0)) close();
});

type Heard = { headers: IncomingMessage["headers"]; body: string; path: string };

/** A server on this machine that answers as it is told. */
async function listen(answer: (response: ServerResponse) => void) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      heard.push({ headers: request.headers, body, path: request.url ?? "" });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, heard };
}

const call = (url: string, timeoutMs = 2_000) => callOut({ url, headers: {}, body: "{}", timeoutMs });

describe("an address that is not on the public internet", () => {
  it.each([
    "http://127.0.0.1:PORT/",
    "http://127.1:PORT/",
    "http://2130706433:PORT/",
    "http://0x7f000001:PORT/",
    "http://0177.0.0.1:PORT/",
    "http://0.0.0.0:PORT/",
    "http://[::1]:PORT/",
    "http://[::]:PORT/",
    "http://[::ffff:127.0.0.1]:PORT/",
    "http://[::ffff:7f00:1]:PORT/",
    "http://[64:ff9b::7f00:1]:PORT/",
    "http://localhost:PORT/",
    "http://LOCALHOST:PORT/",
    "http://user:secret@127.0.0.1:PORT/",
    "https://127.0.0.1:PORT/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/",
    "http://[fe80::1]/",
    "http://255.255.255.255/",
    "http://224.0.0.1/",
  ])("is not called: %s", async (url) => {
    const { port, heard } = await listen((response) => response.end());
    expect(await call(url.replace("PORT", String(port)))).toEqual({ kind: "failure", code: "private" });
    expect(heard).toEqual([]);
  });

  it("is not called by a redirect either: none is followed", async () => {
    process.env.WEBHOOKS_TO_PRIVATE = "1";
    const inner = await listen((response) => response.end());
    const outer = await listen((response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${inner.port}/secret` }).end(),
    );
    expect(await call(`http://127.0.0.1:${outer.port}/`)).toEqual({ kind: "answer", status: 302 });
    expect(inner.heard).toEqual([]);
  });
});

describe("a call", () => {
  it("gives up in time, and when the answer does not end", async () => {
    process.env.WEBHOOKS_TO_PRIVATE = "1";
    const silent = await listen(() => {});
    expect(await call(`http://127.0.0.1:${silent.port}/`, 100)).toEqual({ kind: "failure", code: "timeout" });
    const endless = await listen((response) => {
      response.write("x".repeat(200_000));
    });
    expect(await call(`http://127.0.0.1:${endless.port}/`)).toEqual({ kind: "failure", code: "too_large" });
  });

  it("to a name that does not exist, a closed port or what is no address fails and throws nothing", async () => {
    process.env.WEBHOOKS_TO_PRIVATE = "1";
    for (const url of ["http://no-such-name.invalid/", "http://127.0.0.1:1/", "http://[/"])
      expect(await call(url)).toEqual({ kind: "failure", code: "unreachable" });
  });
});

describe("the action", () => {
  async function arrange(status: number) {
    const accountId = await makeAccount();
    const contact = await makeContact(accountId);
    const deal = await makeDeal(accountId, contact.id);
    const { port, heard } = await listen((response) => response.writeHead(status).end());
    const subject = { contactId: contact.id, recordId: deal.id, conversationId: null };
    const asked = {
      ...{ accountId, runId: randomUUID(), index: 0, subject, event: "deal.won", at: NOW, now: NOW },
      ...{ method: "automation" as const, actorId: null },
    };
    const perform = () =>
      performAction({ do: "call_webhook", url: `http://127.0.0.1:${port}/hook?a=1` }, asked);
    return { accountId, contact, deal, heard, perform };
  }

  it("tells ids and the name, signed so that the receiver can check it, under the same id for every try", async () => {
    process.env.WEBHOOKS_TO_PRIVATE = "1";
    const { accountId, contact, deal, heard, perform } = await arrange(204);
    expect(await perform()).toMatchObject({ outcome: "done", code: "called", data: { status: 204 } });
    await perform();
    const [first, second] = heard;
    const id = String(first?.headers["webhook-id"]);
    expect(second?.headers["webhook-id"]).toBe(id);
    expect(first?.path).toBe("/hook?a=1");
    expect(JSON.parse(first?.body ?? "")).toEqual({
      ...{ id, event: "deal.won", at: NOW.toISOString(), contact: { id: contact.id, name: "Ana Souza" } },
      ...{ record: { kind: "deal", id: deal.id }, conversation_id: null },
    });
    const key = Buffer.from(webhookKeyOf(accountId).slice("whsec_".length), "base64");
    const seconds = first?.headers["webhook-timestamp"];
    const signed = createHmac("sha256", key).update(`${id}.${seconds}.${first?.body}`).digest("base64");
    expect(first?.headers["webhook-signature"]).toBe(`v1,${signed}`);
    expect(webhookKeyOf(await makeAccount())).not.toBe(webhookKeyOf(accountId));
  });

  it("fails with what was answered, and for an address that is not public", async () => {
    process.env.WEBHOOKS_TO_PRIVATE = "1";
    const { perform, heard } = await arrange(500);
    expect(await perform()).toMatchObject({
      outcome: "failed",
      code: "webhook_refused",
      data: { status: 500 },
    });
    delete process.env.WEBHOOKS_TO_PRIVATE;
    expect(await perform()).toMatchObject({ outcome: "failed", code: "webhook_private" });
    expect(heard).toHaveLength(1);
  });
});

import { createHmac, randomBytes } from "node:crypto";
import { type HttpFault, type HttpStub, post, startHttpStub } from "./http-stub";

// How to use: `const evolution = await startEvolutionStub()`, type `evolution.url`, `evolution.instance` and
// `evolution.apiKey` into the inbox's form; the application must run with WEBHOOKS_TO_PRIVATE=1. `evolution.messages` is
// what was taken. `text`, `status` and `connection` call the webhook at the address that the inbox's page shows, which
// holds the token; all resolve to the HTTP status of the answer. `evolution.connect("close")` also makes sends fail.

export const STUB_INSTANCE = "shop";
export const STUB_API_KEY = "evolution-stub-key";

export type TakenWhatsapp = { id: string; path: string; number: string; body: Record<string, unknown> };
export type StubStatus = "ERROR" | "PENDING" | "SERVER_ACK" | "DELIVERY_ACK" | "READ" | "PLAYED";
type State = "open" | "connecting" | "close";

export type EvolutionStub = HttpStub & {
  instance: string;
  apiKey: string;
  messages: TakenWhatsapp[];
  /** Numbers that are not on WhatsApp. */
  strangers: Set<string>;
  /** Sets the state of the phone's connection. */
  connect(state: State): void;
  /** `from`: digits, or a whole address such as `123456@lid`. */
  text(webhook: string, message: { from: string; text: string; name?: string; id?: string }): Promise<number>;
  status(webhook: string, keyId: string, status: StubStatus): Promise<number>;
  connection(webhook: string, state: State, statusReason?: number): Promise<number>;
  /** Any event, with an `Authorization` made with `jwtKey` where one is given. */
  deliver(webhook: string, event: string, data: unknown, options?: { jwtKey?: string }): Promise<number>;
};

/** A stand-in of an Evolution API server with one instance. */
export async function startEvolutionStub({ port = 0 } = {}): Promise<EvolutionStub> {
  const messages: TakenWhatsapp[] = [];
  const strangers = new Set<string>();
  let state: State = "open";
  const stub = await startHttpStub(
    ({ method, path, headers, body }) => {
      if (headers.apikey !== STUB_API_KEY) return error(401, "Unauthorized", "Unauthorized");
      const [, group = "", verb = "", instance = ""] = path.split("/").map(decodeURIComponent);
      if (instance !== STUB_INSTANCE)
        return error(404, "Not Found", [`The "${instance}" instance does not exist`]);
      if (method === "GET" && verb === "connectionState")
        return { status: 200, body: { instance: { instanceName: instance, state } } };
      const given = JSON.parse(body) as Record<string, unknown>;
      const number = String(given.number ?? "");
      if (state !== "open") return error(500, "Internal Server Error", "Connection Closed");
      const wanted = { sendText: "text", sendMedia: "media", sendWhatsAppAudio: "audio" }[verb];
      if (!wanted || !given[wanted])
        return error(400, "Bad Request", [`instance requires property "${wanted}"`]);
      if (strangers.has(number)) {
        return error(400, "Bad Request", [{ jid: `${number}@s.whatsapp.net`, exists: false, number }]);
      }
      const id = newKey();
      messages.push({ id, path: `${group}/${verb}`, number, body: given });
      const remoteJid = number.includes("@") ? number : `${number}@s.whatsapp.net`;
      const key = { remoteJid, fromMe: true, id };
      return { status: 201, body: { key, status: "PENDING", messageTimestamp: seconds(), instanceId: "1" } };
    },
    { port },
  );
  const deliver: EvolutionStub["deliver"] = (webhook, event, data, { jwtKey } = {}) => {
    const date_time = new Date().toISOString();
    const envelope = { event, instance: STUB_INSTANCE, data, destination: webhook, date_time };
    const headers = {
      "content-type": "application/json",
      ...(jwtKey && { authorization: `Bearer ${tokenOf(jwtKey)}` }),
    };
    return post(webhook, JSON.stringify({ ...envelope, server_url: stub.url, apikey: null }), headers);
  };
  return {
    ...stub,
    instance: STUB_INSTANCE,
    apiKey: STUB_API_KEY,
    messages,
    strangers,
    connect(next) {
      state = next;
    },
    deliver,
    text(webhook, { from, text, name = "Ana", id = newKey() }) {
      const remoteJid = from.includes("@") ? from : `${from}@s.whatsapp.net`;
      return deliver(webhook, "messages.upsert", {
        key: { remoteJid, fromMe: false, id },
        pushName: name,
        message: { conversation: text },
        messageType: "conversation",
        messageTimestamp: seconds(),
      });
    },
    status(webhook, keyId, status) {
      const number = messages.find(({ id }) => id === keyId)?.number ?? "5511987654321";
      const data = { keyId, remoteJid: `${number}@s.whatsapp.net`, fromMe: true, status };
      return deliver(webhook, "messages.update", data);
    },
    connection(webhook, next, statusReason = 200) {
      state = next;
      return deliver(webhook, "connection.update", { instance: STUB_INSTANCE, state: next, statusReason });
    },
  };
}

/** An error as the server words them. */
export const evolutionRefusal = (status: number, message: unknown): HttpFault => ({
  ...{ kind: "status", status },
  body: JSON.stringify(error(status, "Error", message).body),
});

const error = (status: number, name: string, message: unknown) => ({
  status,
  body: { status, error: name, response: { message } },
});

/** A JWT as the server makes it. */
export function tokenOf(key: string, { lifeSeconds = 600 } = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const iat = seconds();
  const head = part({ alg: "HS256", typ: "JWT" });
  const signed = `${head}.${part({ iat, exp: iat + lifeSeconds, app: "evolution", action: "webhook" })}`;
  return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
}

const newKey = () => `3EB0${randomBytes(9).toString("hex").toUpperCase()}`;
const seconds = () => Math.floor(Date.now() / 1000);

import { createHash, randomBytes } from "node:crypto";
import { recordCheckpoint, type SdkOp } from "./checkpoints";
import { eventField } from "./equality";
import { insertEvents } from "./events";
import type { Db, StoredEvent } from "./model";

const MAX_EVENTS_PER_SEND = 5_000;

/**
 * The transport to give to `new Inngest({ baseUrl: "http://inngest.embedded/", eventKey: "embedded", isDev: true,
 * fetch: embeddedFetch(sql) })`: what the client would send to Inngest is written to Postgres. It answers
 * `POST /e/<key>` (events; those with different values of the field `fairKey` take turns) and `POST /v1/checkpoint/<run>/async` (results of steps); anything else gets a 404.
 */
export function embeddedFetch(db: Db, { fairKey }: { fairKey?: string } = {}): typeof fetch {
  const fairBy = fairKey === undefined ? null : eventField(fairKey);
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = (init?.method ?? "GET").toUpperCase();
    if (method === "POST" && /^\/e\/[^/]+$/.test(url.pathname)) return acceptEvents(db, init, fairBy);
    if (method === "POST" && /^\/v1\/checkpoint\/[^/]+\/async$/.test(url.pathname)) return acceptSteps(init);
    return answer(404, { error: "The embedded executor has no such endpoint.", status: 404 });
  };
}

async function acceptEvents(db: Db, init: RequestInit | undefined, fairBy: string | null): Promise<Response> {
  const parsed: unknown = JSON.parse(String(init?.body));
  const payloads = Array.isArray(parsed) ? parsed : [parsed];
  if (payloads.length > MAX_EVENTS_PER_SEND) return refuse("More than 5,000 events were sent at once.");
  const seed = new Headers(init?.headers).get("x-inngest-event-id-seed") ?? randomBytes(12).toString("hex");
  const events: StoredEvent[] = [];
  for (const [index, payload] of payloads.entries()) {
    const name = typeof payload?.name === "string" ? payload.name : "";
    if (name === "") return refuse("An event without a name was sent.");
    if (name.startsWith("inngest/")) return refuse(`The event name "${name}" is reserved for the engine.`);
    const id = typeof payload.id === "string" && payload.id !== "" ? payload.id : generatedId(seed, index);
    const ts = typeof payload.ts === "number" ? payload.ts : Date.now();
    events.push({ ...payload, name, data: payload.data ?? {}, id, ts });
  }
  await insertEvents(db, events, fairBy);
  return answer(200, { ids: events.map((event) => event.id), status: 200 });
}

/** The client repeats the seed when it repeats a request, so that a lost answer does not store events twice. */
function generatedId(seed: string, index: number): string {
  return createHash("sha1").update(`${seed}:${index}`).digest("hex").slice(0, 26);
}

async function acceptSteps(init: RequestInit | undefined): Promise<Response> {
  const body = JSON.parse(String(init?.body)) as { qi_id?: string; steps?: SdkOp[] };
  const recorded = await recordCheckpoint(body.qi_id ?? "", body.steps ?? []);
  return recorded ? RECORDED : STALE;
}

/** The SDK looks at the status alone, so that one answer serves for all. */
const RECORDED = new Response(null, { status: 200 });
const STALE = new Response(null, { status: 409 });

function refuse(error: string): Response {
  return answer(400, { error, status: 400 });
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
}

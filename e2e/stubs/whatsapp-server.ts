import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { hasOpenApi, listingViolationsOf, prepareOpenApi, violationsOf } from "./whatsapp-openapi";
import { STUB_BUSINESS_ACCOUNT_ID } from "./whatsapp-webhooks";

/** What the server does with a request instead of taking it. */
export type WhatsappFault =
  | { kind: "status"; status: number; body?: string; headers?: Record<string, string> }
  | { kind: "error"; status?: number; error: Record<string, unknown>; headers?: Record<string, string> }
  | { kind: "hang" }
  /** `before` the body was read, or `after` the message was taken: the sender cannot tell them apart. */
  | { kind: "reset"; when: "before" | "after" }
  | { kind: "nonsense" }
  /** The answer stops in its middle. */
  | { kind: "cut_off" }
  /** Answers after `until` resolves. */
  | { kind: "slow"; until: Promise<unknown> };

export type RecordedRequest = {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown>;
  violations: string[];
  /** The id under which the message was taken, or null. */
  messageId: string | null;
};

/** A template as Meta lists it. */
export type StubTemplate = Record<string, unknown>;

export type WhatsappStub = {
  url: string;
  requests: RecordedRequest[];
  /** What the business account has; tests change it as Meta would. */
  templates: StubTemplate[];
  /** Faults for the next requests, one each. */
  failNext(...faults: WhatsappFault[]): void;
  close(): Promise<void>;
};

/** A local stand-in of the WhatsApp Cloud API that refuses what Meta's own description refuses. */
export async function startWhatsappStub({
  accessToken = "stub-token",
  port = 0,
} = {}): Promise<WhatsappStub> {
  prepareOpenApi();
  const requests: RecordedRequest[] = [];
  const templates: StubTemplate[] = [];
  const faults: WhatsappFault[] = [];

  const server = createServer(async (request, response) => {
    const fault = faults.shift();
    if (fault?.kind === "reset" && fault.when === "before") return void request.socket.resetAndDestroy();
    const record = await recordOf(request);
    requests.push(record);
    if (fault) return void (await misbehave(fault, record, request, response));
    if (request.headers.authorization !== `Bearer ${accessToken}`) return refuse(response, 401, TOKEN_ERROR);
    if (request.method === "GET") return answerReading(record.path, templates, response);
    if (record.violations.length > 0) return refuse(response, 400, badRequest(record.violations));
    accept(record, response);
  });

  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    templates,
    failNext: (...next) => void faults.push(...next),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function answerReading(path: string, templates: StubTemplate[], response: ServerResponse): void {
  const { pathname, searchParams } = new URL(path, "http://stub");
  if (!pathname.endsWith("/message_templates")) answer(response, 200, PHONE_NUMBER);
  else if (pathname.split("/")[2] !== STUB_BUSINESS_ACCOUNT_ID) refuse(response, 400, NO_SUCH_OBJECT);
  else answer(response, 200, checked(templateListing(searchParams, templates)));
}

function checked(listing: object): object {
  const violations = hasOpenApi ? listingViolationsOf(listing) : [];
  if (violations.length > 0) throw new Error(`Meta would not answer this: ${violations.join("; ")}`);
  return listing;
}

/** A page of them, only with the fields that were asked for. Meta's last page still has cursors, and no `next`. */
function templateListing(query: URLSearchParams, templates: StubTemplate[]): object {
  const fields = (query.get("fields") ?? "name,language,status,category,components,id").split(",");
  const limit = Number(query.get("limit") ?? 25);
  const from = Number(query.get("after")?.replace("cursor-", "") ?? 0);
  const shown = templates.slice(from, from + limit);
  const data = shown.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([name]) => fields.includes(name))),
  );
  if (shown.length === 0) return { data };
  const end = from + shown.length;
  const cursors = { before: `cursor-${from}`, after: `cursor-${end}` };
  const next = end < templates.length ? { next: "https://graph.invalid/next?access_token=leaked" } : {};
  return { data, paging: { cursors, ...next } };
}

let count = 0;

function accept(record: RecordedRequest, response: ServerResponse): void {
  record.messageId = `wamid.stub-${++count}`;
  const to = String(record.body.to ?? record.body.recipient);
  answer(response, 200, {
    messaging_product: "whatsapp",
    contacts: [{ input: to, wa_id: to.replace(/\D/g, "") }],
    messages: [
      { id: record.messageId, ...(record.body.type === "template" && { message_status: "accepted" }) },
    ],
  });
}

async function misbehave(
  fault: WhatsappFault,
  record: RecordedRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  switch (fault.kind) {
    case "status":
      response.writeHead(fault.status, fault.headers).end(fault.body ?? "");
      return;
    case "error":
      return answer(response, fault.status ?? 400, { error: fault.error }, fault.headers);
    case "hang":
      return;
    case "reset":
      request.socket.resetAndDestroy();
      return;
    case "nonsense":
      return answer(response, 200, { hello: ["world"] });
    case "cut_off":
      response.writeHead(200, { "content-length": "500" }).write('{"messages":[{"id":"wam');
      request.socket.destroySoon();
      return;
    case "slow":
      await fault.until;
      return accept(record, response);
  }
}

async function recordOf(request: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  const body = text ? (JSON.parse(text) as Record<string, unknown>) : {};
  const isMessage = request.method === "POST" && /^\/v\d+\.\d+\/\d+\/messages$/.test(request.url ?? "");
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    headers: request.headers,
    body,
    violations: isMessage && hasOpenApi ? violationsOf(body) : [],
    messageId: null,
  };
}

const PHONE_NUMBER = {
  id: "106540352242922",
  display_phone_number: "+1 555-078-3881",
  verified_name: "Demo Shop",
};
const NO_SUCH_OBJECT = {
  message: "Unsupported get request. Object with this id does not exist",
  type: "GraphMethodException",
  code: 100,
};
const TOKEN_ERROR = { message: "Error validating access token", type: "OAuthException", code: 190 };

const badRequest = (violations: string[]) => ({
  message: "(#100) Invalid parameter",
  type: "OAuthException",
  code: 100,
  error_data: { messaging_product: "whatsapp", details: violations.join("; ") },
});

const refuse = (response: ServerResponse, status: number, error: object) =>
  answer(response, status, { error });

function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server does with a request instead of taking it. */
export type HttpFault =
  | { kind: "status"; status: number; body?: string; headers?: Record<string, string> }
  | { kind: "hang" }
  /** `before` the body was read, or `after`: the sender cannot tell them apart. */
  | { kind: "reset"; when: "before" | "after" }
  /** Closes its own side of the connection and says nothing. */
  | { kind: "half_closed" }
  | { kind: "nonsense" }
  /** The answer stops in its middle. */
  | { kind: "cut_off" };

export type StubRequest = { method: string; path: string; headers: IncomingHttpHeaders; body: string };
export type StubAnswer = { status: number; body: object };

export type HttpStub = {
  url: string;
  requests: StubRequest[];
  /** Faults for the next requests, one each. */
  failNext(...faults: HttpFault[]): void;
  close(): Promise<void>;
};

/** A server on this machine that answers as told, writes every request down, and fails when asked to. */
export async function startHttpStub(
  answer: (request: StubRequest) => StubAnswer,
  { port = 0 } = {},
): Promise<HttpStub> {
  const requests: StubRequest[] = [];
  const faults: HttpFault[] = [];
  const server = createServer(async (request, response) => {
    const fault = faults.shift();
    if (fault?.kind === "reset" && fault.when === "before") return void request.socket.resetAndDestroy();
    const read = await readRequest(request);
    requests.push(read);
    if (fault) return misbehave(fault, request, response);
    const { status, body } = answer(read);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    failNext: (...next) => void faults.push(...next),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function misbehave(fault: HttpFault, request: IncomingMessage, response: ServerResponse): void {
  switch (fault.kind) {
    case "status":
      response.writeHead(fault.status, fault.headers).end(fault.body ?? "");
      return;
    case "hang":
      return;
    case "reset":
      request.socket.resetAndDestroy();
      return;
    case "half_closed":
      request.socket.end();
      return;
    case "nonsense":
      response.writeHead(200, { "content-type": "application/json" }).end('{"hello":["world"]}');
      return;
    case "cut_off":
      response.writeHead(200, { "content-length": "500" }).write('{"sid":"SM1","provider_mess');
      request.socket.destroySoon();
      return;
  }
}

async function readRequest(request: IncomingMessage): Promise<StubRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = "", url: path = "", headers } = request;
  return { method, path, headers, body: Buffer.concat(chunks).toString("utf8") };
}

/** Posts to a webhook; resolves to the HTTP status of the answer. */
export async function post(url: string, body: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(url, { method: "POST", headers, body });
  await response.arrayBuffer();
  return response.status;
}

import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { type Guard, guarded, isGuardRefusal } from "./guarded-agent";

export type HttpCall = {
  method: "GET" | "POST";
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** For the whole call, from connecting to the last byte of the answer. */
  timeoutMs: number;
  /** Where the address is not the provider's but typed in by a person of the account. */
  guard?: Guard;
  maxAnswerBytes?: number;
  /** `latin1` keeps every byte of an answer that is no text. */
  encoding?: "utf8" | "latin1";
  /** Resolves names instead of the system. */
  lookup?: LookupFunction;
};

export type HttpAnswer = { kind: "answer"; status: number; headers: http.IncomingHttpHeaders; body: string };

/**
 * `isSent` is false only where the request surely never left: no connection was made. `code` is the system's own in
 * small letters, or `timeout`, `too_large`, or `private_address` where a guard refused.
 */
export type HttpFailure = { kind: "failure"; isSent: boolean; code: string; detail: string };

/** Protects memory from an endpoint that never stops talking; real answers are a few hundred bytes. */
const MAX_ANSWER_BYTES = 1_000_000;

/** Shorter than servers keep idle connections (Node: 5 s), so that they never close one that we are about to use. */
const IDLE_MS = 4_000;

const agents = {
  "http:": new http.Agent({ keepAlive: true, maxSockets: 50, timeout: IDLE_MS }),
  "https:": new https.Agent({ keepAlive: true, maxSockets: 50, timeout: IDLE_MS }),
};

/**
 * One HTTP request, without redirects and without repeats. Never throws. Node's own client is used rather than
 * `fetch` because it tells whether a connection existed, which is what separates "not sent" from "who knows".
 */
export function callHttp(call: HttpCall): Promise<HttpAnswer | HttpFailure> {
  const url = new URL(call.url);
  const isSecure = url.protocol === "https:";
  let isSent = false;

  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(call.timeoutMs);
    const fail = (error: NodeJS.ErrnoException) => {
      const code = signal.aborted ? "timeout" : codeOf(error);
      resolve({ kind: "failure", isSent, code, detail: describe(code, error, url, call.timeoutMs) });
    };
    let request: http.ClientRequest;
    try {
      request = (isSecure ? https : http).request(url, {
        method: call.method,
        ...wayTo(url, call),
        headers: call.body === undefined ? call.headers : withLength(call.headers, call.body),
        signal,
      });
    } catch (error) {
      // What the guard refuses at once, and headers that are none.
      return fail(error instanceof Error ? error : new Error(String(error)));
    }
    request.on("socket", (socket) => {
      // A reused connection is open already: from here on the request may have been taken.
      if (request.reusedSocket) isSent = true;
      else socket.once(isSecure ? "secureConnect" : "connect", () => (isSent = true));
    });
    request.on("error", fail);
    request.on("response", (response) => {
      isSent = true;
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > (call.maxAnswerBytes ?? MAX_ANSWER_BYTES)) response.destroy(tooLarge());
        else chunks.push(chunk);
      });
      response.on("error", fail);
      response.on("end", () => {
        const body = Buffer.concat(chunks).toString(call.encoding ?? "utf8");
        resolve({ kind: "answer", status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    request.end(call.body);
  });
}

function wayTo(url: URL, { guard, lookup }: HttpCall): Pick<http.RequestOptions, "agent" | "lookup"> {
  if (guard) return guarded(url, guard, lookup);
  return { agent: agents[url.protocol === "https:" ? "https:" : "http:"], lookup };
}

const withLength = (headers: Record<string, string>, body: string) => ({
  ...headers,
  "content-length": String(Buffer.byteLength(body)),
});

const tooLarge = () => Object.assign(new Error("the answer is too large"), { code: "too_large" });

const codeOf = (error: NodeJS.ErrnoException): string =>
  isGuardRefusal(error) ? "private_address" : (error.code ?? "network").toLowerCase();

function describe(code: string, error: Error, url: URL, timeoutMs: number): string {
  if (code === "timeout") return `No answer from ${url.host} within ${timeoutMs} ms`;
  if (code === "private_address") return `${url.host} is not an address of the public internet`;
  if (code === "enotfound" || code === "eai_again") return `The name ${url.hostname} could not be resolved`;
  if (code === "econnrefused") return `${url.host} refused the connection`;
  return `The connection to ${url.host} failed: ${error.message}`;
}

import http from "node:http";
import https from "node:https";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import { env } from "@/lib/env";

type CallOut = { url: string; headers: Record<string, string>; body: string; timeoutMs: number };

/** `private`: the address, or what its name resolves to, is not on the public internet. */
export type CallFailure = "private" | "timeout" | "too_large" | "unreachable";
export type CallAnswer = { kind: "answer"; status: number } | { kind: "failure"; code: CallFailure };

/** Of the answer only the status counts; whoever says more is not listened to. */
const MAX_ANSWER_BYTES = 64 * 1024;

/**
 * One POST to an address that a person of the account has typed in. Redirects are not followed, and nothing but the
 * public internet is reached: loopback, private, link-local and reserved addresses are refused as the connection is made,
 * also those that a name resolves to. Never throws.
 */
export function callOut({ url, headers, body, timeoutMs }: CallOut): Promise<CallAnswer> {
  const isSecure = url.toLowerCase().startsWith("https:");
  const options = { allowPrivateIPAddress: env.mayCallPrivate, keepAlive: false };
  const agent = isSecure ? new RequestFilteringHttpsAgent(options) : new RequestFilteringHttpAgent(options);
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const fail = (error: Error) => {
      const code = signal.aborted ? "timeout" : error === TOO_LARGE ? "too_large" : codeOf(error);
      resolve({ kind: "failure", code });
    };
    try {
      const request = (isSecure ? https : http).request(url, {
        ...{ method: "POST", agent, signal },
        headers: {
          ...headers,
          "user-agent": "Follow-ups",
          "content-length": String(Buffer.byteLength(body)),
        },
      });
      request.on("error", fail);
      request.on("response", (response) => {
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size > MAX_ANSWER_BYTES) response.destroy(TOO_LARGE);
        });
        response.on("error", fail);
        response.on("end", () => resolve({ kind: "answer", status: response.statusCode ?? 0 }));
      });
      request.end(body);
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

const TOO_LARGE = new Error("the answer is too large");

/** The agent's refusal has no code of its own; its sentence begins so. */
const codeOf = (error: Error): CallFailure =>
  /^DNS lookup .* is not allowed/.test(error.message) ? "private" : "unreachable";

import { callHttp, type HttpAnswer, type HttpFailure } from "@/lib/channels/call-http";
import type { MaestroEndpoint } from "./types";

/** An answer is a few kilobytes; this protects memory from an endpoint that never stops talking. */
const MAX_ANSWER_BYTES = 500_000;
/** Shorter ones, as local servers take any, are words that may well stand in a text. */
const MIN_KEY_LENGTH = 8;
/** Statuses whose `Response` must not have a body. */
const WITHOUT_BODY = [204, 205, 304];

export type Wire = {
  fetch: typeof fetch;
  /** What came of the last request. */
  last: HttpAnswer | HttpFailure | null;
};

/**
 * The AI SDK's way to the endpoint: with the guard against internal addresses, one time limit for all requests
 * together, and a limit to what is read. The key is cut out of whatever comes back.
 */
export function wireTo(endpoint: MaestroEndpoint, endsAt: number): Wire {
  const wire: Wire = {
    last: null,
    async fetch(input, init) {
      const result = await callHttp({
        method: "POST",
        url: String(input),
        headers: Object.fromEntries(new Headers(init?.headers)),
        body: String(init?.body ?? ""),
        timeoutMs: Math.max(1, Math.ceil(endsAt - performance.now())),
        guard: { allowsPrivate: !endpoint.isGuarded },
        maxAnswerBytes: MAX_ANSWER_BYTES,
      });
      wire.last = withoutKey(result, endpoint.apiKey);
      if (wire.last.kind === "failure") throw new Error(wire.last.detail);
      return responseOf(wire.last);
    },
  };
  return wire;
}

function withoutKey(result: HttpAnswer | HttpFailure, key: string | null): HttpAnswer | HttpFailure {
  if (result.kind === "failure" || key === null || key.length < MIN_KEY_LENGTH) return result;
  return { ...result, body: result.body.replaceAll(key, "[key]") };
}

function responseOf({ status, body }: HttpAnswer): Response {
  const isStandard = status >= 200 && status <= 599;
  return new Response(WITHOUT_BODY.includes(status) ? null : body, {
    status: isStandard ? status : 502,
    headers: { "content-type": "application/json" },
  });
}

import { callHttp } from "@/lib/channels/call-http";
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
export async function callOut({ url, headers, body, timeoutMs }: CallOut): Promise<CallAnswer> {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return { kind: "failure", code: "unreachable" };
  const result = await callHttp({
    ...{ method: "POST", url, body, timeoutMs },
    headers: { ...headers, "user-agent": "Follow-ups" },
    guard: { allowsPrivate: env.mayCallPrivate },
    maxAnswerBytes: MAX_ANSWER_BYTES,
  });
  if (result.kind === "answer") return { kind: "answer", status: result.status };
  return { kind: "failure", code: FAILURES[result.code] ?? "unreachable" };
}

const FAILURES: Record<string, CallFailure> = {
  private_address: "private",
  timeout: "timeout",
  too_large: "too_large",
};

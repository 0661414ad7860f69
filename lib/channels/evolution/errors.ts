import type { Reaction } from "@/lib/channels/driver";

/**
 * What the words of an Evolution server mean for us; it has no codes. Decided from its source (2.3.6): a 5xx of its own is
 * thrown before a message is handed to WhatsApp, a 400 also around the sending itself, before or after the message left.
 */
export type ErrorRule = {
  words: RegExp;
  /** Counts only in answers that come before (5xx) or also after (400) a message may have left; without it in all. */
  when?: "before" | "maybe_after";
  code: string;
  meaning: string;
} & (
  | { do: "retry"; afterSeconds: number; slows: "contact" }
  | { do: Exclude<Reaction, "pause_inbox"> }
  | { do: "pause_inbox"; probeAfterSeconds: number | null }
  /** The message may have gone out. */
  | { do: "unknown" }
);

/** The first that fits counts. */
export const ERROR_RULES: ErrorRule[] = [
  {
    words: /connection closed|connection (was )?lost|not connected|precondition required/i,
    do: "pause_inbox",
    probeAfterSeconds: 120,
    code: "not_connected",
    meaning: "the phone is not connected: it says so before anything is sent",
  },
  {
    words: /instance .*does not exist|instance not found|cannot (get|post) \//i,
    do: "pause_inbox",
    probeAfterSeconds: null,
    code: "no_instance",
    meaning: "the server has no such instance, or the address is another server's",
  },
  {
    words: /rate-overlimit|too many requests/i,
    do: "pause_inbox",
    probeAfterSeconds: 3600,
    code: "rate_overlimit",
    meaning: "WhatsApp throttles the number: going on would get it banned",
  },
  {
    words: /no sessions/i,
    do: "retry",
    afterSeconds: 60,
    slows: "contact",
    code: "no_session",
    meaning: "no keys for this contact yet: it says so before anything is sent",
  },
  {
    words: /^(axioserror|error: (request failed|getaddrinfo|connect |unsupported|invalid url|media))/i,
    when: "before",
    do: "block_step",
    code: "media_unreadable",
    meaning: "the media cannot be fetched or is of a kind that WhatsApp does not take",
  },
  {
    words: /timed out|^\w*error\b|\[object object\]/i,
    when: "maybe_after",
    do: "unknown",
    code: "sending_failed",
    meaning: "caught around the sending, whether or not the message had left",
  },
];

/** The rule for what a server said with this status; null when none knows it. */
export function ruleOf(words: string, status: number): ErrorRule | null {
  const when = status >= 500 ? "before" : "maybe_after";
  return ERROR_RULES.find((rule) => (rule.when ?? when) === when && rule.words.test(words)) ?? null;
}

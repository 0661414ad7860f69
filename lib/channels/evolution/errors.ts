import type { Reaction } from "@/lib/channels/driver";

/**
 * What the words of an Evolution server mean for us; it has no codes. Decided from its source (2.3.6): what fails before
 * it hands a message to WhatsApp, and what may have failed after. `{ do: "unknown" }`: the message may have gone out.
 */
export type ErrorRule = { words: RegExp; code: string; meaning: string } & (
  | { do: "retry"; afterSeconds: number | null }
  | { do: Exclude<Reaction, "pause_inbox"> }
  | { do: "pause_inbox"; probeAfterSeconds: number | null }
  | { do: "unknown" }
);

/** The first that fits counts. */
export const ERROR_RULES: ErrorRule[] = [
  {
    words: /connection closed|connection (was )?lost|not connected|no sessions|precondition required/i,
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
    words:
      /^(axioserror|error: (request failed|getaddrinfo|connect |unsupported|invalid url|media upload failed))/i,
    do: "block_step",
    code: "media_unreadable",
    meaning: "the media cannot be fetched or is of a kind that WhatsApp does not take",
  },
  // What is caught around the sending itself ends as such a sentence, whether or not the message had left.
  {
    words: /timed out|^\w*error\b|\[object object\]/i,
    do: "unknown",
    code: "sending_failed",
    meaning: "failed while sending",
  },
];

/** The rule for what a server said; null when it is known by none. */
export const ruleOf = (words: string): ErrorRule | null =>
  ERROR_RULES.find((rule) => rule.words.test(words)) ?? null;

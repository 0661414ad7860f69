import type { ProviderEvent, Reaction } from "@/lib/channels/driver";

/**
 * What each of Twilio's error codes means for us, whether it comes with the answer or with a later status. Source:
 * Twilio's error dictionary (twilio.com/docs/api/errors). With a status, Twilio says that it has given the message up: one
 * that a repetition may help is free to be sent again.
 */
export type ErrorRule = { codes: number[]; meaning: string } & (
  | { do: "retry"; afterSeconds: number | null; slows?: "inbox" | "contact" }
  | { do: Exclude<Reaction, "pause_inbox"> }
  /** After so many seconds the provider may be asked again; null: a person must act first. */
  | { do: "pause_inbox"; probeAfterSeconds: number | null }
);

/** Quiet hours at Twilio are 21:00 to 8:00 where the contact is: whenever it said so, so much later they are over. */
const PAST_QUIET_HOURS_SECONDS = 11 * 3600;

export const ERROR_RULES: ErrorRule[] = [
  { codes: [20429, 14107], do: "retry", afterSeconds: 5, slows: "inbox", meaning: "too many requests" },
  { codes: [21611], do: "retry", afterSeconds: 600, slows: "inbox", meaning: "ten hours of messages queued" },
  { codes: [30001], do: "retry", afterSeconds: 600, slows: "inbox", meaning: "the sender's queue is full" },
  { codes: [30022], do: "retry", afterSeconds: 60, slows: "inbox", meaning: "the carrier's rate limit" },
  { codes: [30036], do: "retry", afterSeconds: 600, slows: "inbox", meaning: "queued for too long" },
  { codes: [21730], do: "retry", afterSeconds: 600, slows: "inbox", meaning: "maintenance" },
  { codes: [20500, 20503, 30047], do: "retry", afterSeconds: null, meaning: "trouble at the provider" },
  {
    codes: [30610],
    do: "retry",
    afterSeconds: PAST_QUIET_HOURS_SECONDS,
    slows: "contact",
    meaning: "quiet hours by law",
  },

  { codes: [21610], do: "suppress", meaning: "the contact answered STOP" },
  { codes: [21211, 21214, 21217, 21614, 21635], do: "switch_channel", meaning: "no number that gets SMS" },
  { codes: [21612, 21265, 21266, 21267], do: "switch_channel", meaning: "no way from this sender to it" },
  {
    codes: [30003, 30005, 30006, 30011],
    do: "switch_channel",
    meaning: "unreachable, unknown or a landline",
  },
  { codes: [30004], do: "switch_channel", meaning: "the carrier or the contact blocks the sender" },
  { codes: [30023, 30027, 30454], do: "delay_contact", meaning: "the carrier's daily limit" },

  { codes: [20003, 20008, 20403, 20404], do: "pause_inbox", probeAfterSeconds: null, meaning: "credentials" },
  { codes: [20005, 30002, 90010], do: "pause_inbox", probeAfterSeconds: null, meaning: "account suspended" },
  {
    codes: [21212, 21601, 21603, 21606, 21607, 21659, 21660, 21661],
    do: "pause_inbox",
    probeAfterSeconds: null,
    meaning: "the sender is not one of the account, or cannot send SMS",
  },
  {
    codes: [21701, 21703, 21704, 21705],
    do: "pause_inbox",
    probeAfterSeconds: null,
    meaning: "messaging service",
  },
  { codes: [21609], do: "pause_inbox", probeAfterSeconds: null, meaning: "our public address is refused" },
  {
    codes: [30024, 30032, 30034, 30018, 30040],
    do: "pause_inbox",
    probeAfterSeconds: null,
    meaning: "the sender is not registered with the carriers",
  },

  { codes: [30007], do: "ask_person", meaning: "filtered as unwanted by Twilio or the carrier" },
  { codes: [21408, 21608, 30450, 30453], do: "ask_person", meaning: "not allowed to this country or number" },
  { codes: [30010], do: "ask_person", meaning: "dearer than the account allows" },
  { codes: [21602, 21605, 21617, 21619, 30019], do: "ask_person", meaning: "text missing or too long" },
  { codes: [30008, 30410], do: "fail", meaning: "given up by the carrier without saying why" },
];

const RULES = new Map(ERROR_RULES.flatMap((rule) => rule.codes.map((code) => [code, rule] as const)));

/** The rule of a code; null for codes that are not in the table. */
export const ruleOf = (code: number): ErrorRule | null => RULES.get(code) ?? null;

type Failure = Pick<Extract<ProviderEvent, { kind: "status" }>, "reaction" | "retry" | "probeAfterSeconds">;

/** What a failure means that a later status reports, with or without a code. */
export function failureOf(code: number | null): Failure {
  if (code === null) return { reaction: "fail" };
  const rule = ruleOf(code);
  if (!rule) return { reaction: "ask_person" };
  if (rule.do === "retry") {
    const { afterSeconds, slows } = rule;
    return { reaction: null, retry: { afterSeconds, ...(slows && { slows }) } };
  }
  if (rule.do === "pause_inbox") return { reaction: rule.do, probeAfterSeconds: rule.probeAfterSeconds };
  return { reaction: rule.do };
}

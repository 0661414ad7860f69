import type { Reaction } from "@/lib/channels/driver";

/**
 * What each Cloud API error means for us. Source: Meta's error code reference and API description v23.0; decided on the
 * code alone, as Meta asks (titles, subcodes and HTTP statuses change).
 */
export type ErrorRule = { codes: (number | [from: number, to: number])[]; meaning: string } & (
  | Retry
  | { do: Exclude<Reaction, "pause_inbox"> }
  /** `probeAfterSeconds` null: only a person, or a notice of Meta's that it is over, helps. */
  | { do: "pause_inbox"; probeAfterSeconds: number | null }
);

/** With `slows` the whole inbox rests so long; else this message alone, longer with each attempt. */
export type Retry = { do: "retry"; afterSeconds: number | null; slows?: "inbox" };

const HOUR = 3_600;

export const ERROR_RULES: ErrorRule[] = [
  {
    codes: [1, 2, 131000, 131016, 133004],
    do: "retry",
    afterSeconds: null,
    meaning: "trouble at the provider",
  },
  {
    codes: [4, 17, 613, 80007],
    do: "retry",
    afterSeconds: 60,
    slows: "inbox",
    meaning: "rate limit of the app, its user or the business account",
  },
  { codes: [130429], do: "retry", afterSeconds: 5, slows: "inbox", meaning: "throughput of the number" },
  {
    codes: [131057],
    do: "retry",
    afterSeconds: 120,
    slows: "inbox",
    meaning: "the number is under maintenance",
  },
  // One message per 6 seconds and recipient: only this one waits, longer with each attempt.
  { codes: [131056], do: "retry", afterSeconds: 6, meaning: "too many messages to this recipient" },
  { codes: [134101], do: "retry", afterSeconds: 600, meaning: "the template is still being prepared" },
  { codes: [132069], do: "retry", afterSeconds: HOUR, meaning: "the template's form is throttled" },

  {
    codes: [131049],
    do: "delay_contact",
    meaning: "the contact had enough marketing messages of all businesses",
  },
  { codes: [131047], do: "window_closed", meaning: "more than 24 hours since the contact's last message" },
  { codes: [130472], do: "switch_channel", meaning: "the contact is part of an experiment of Meta" },
  { codes: [131026], do: "switch_channel", meaning: "the number cannot get WhatsApp messages" },
  { codes: [131050], do: "suppress", meaning: "the contact stopped marketing messages" },
  { codes: [130403], do: "suppress", meaning: "the contact is blocked by the business" },

  // The limit of spam falls slowly, and sending into it makes it worse.
  {
    codes: [131048],
    do: "pause_inbox",
    probeAfterSeconds: 6 * HOUR,
    meaning: "spam or quality limit of the number",
  },
  {
    codes: [131064],
    do: "pause_inbox",
    probeAfterSeconds: 6 * HOUR,
    meaning: "limited for misclassified templates",
  },
  { codes: [131042], do: "pause_inbox", probeAfterSeconds: 6 * HOUR, meaning: "billing trouble" },
  // Asking Meta for the number's name with the token tells whether it is good again, without sending anything.
  { codes: [0, 104, 190], do: "pause_inbox", probeAfterSeconds: HOUR, meaning: "the token is not valid" },
  // The number's name may be read without the right to send, so asking would tell nothing.
  {
    codes: [3, 10, [200, 299], 131005],
    do: "pause_inbox",
    probeAfterSeconds: null,
    meaning: "the token may not send",
  },
  {
    codes: [368, 131031, 130497],
    do: "pause_inbox",
    probeAfterSeconds: null,
    meaning: "account locked or restricted",
  },
  {
    codes: [131045, 133010, 133000, 133005, 133006, 133008, 133009, 133015, 133016, 131037, 33, 803],
    do: "pause_inbox",
    probeAfterSeconds: null,
    meaning: "registration of the number",
  },

  // A template paused for low quality comes back by itself; until then nobody else need be refused.
  { codes: [132015], do: "block_step", meaning: "the template is paused for low quality" },
  { codes: [132000, 132012, 132018], do: "block_step", meaning: "the parameters do not fit the template" },
  {
    codes: [132001],
    do: "block_step",
    meaning: "the template does not exist or is not approved in this language",
  },
  {
    codes: [132005, 132007],
    do: "block_step",
    meaning: "the template's text is too long or against the policy",
  },
  { codes: [132016], do: "block_step", meaning: "the template is disabled" },
  { codes: [132068], do: "block_step", meaning: "the template's form is blocked" },
  { codes: [131063], do: "block_step", meaning: "marketing templates are switched off for this API" },

  { codes: [131021], do: "fail", meaning: "sender and recipient are the same number" },
  { codes: [100, 131008, 131009, 135000], do: "ask_person", meaning: "bad request" },
  { codes: [131051, 131052, 131053], do: "ask_person", meaning: "unsupported message or media" },
];

/** The rule of a code; null for codes that are not in the table. */
export function ruleOf(code: number): ErrorRule | null {
  const covers = (entry: number | [number, number]) =>
    typeof entry === "number" ? entry === code : code >= entry[0] && code <= entry[1];
  return ERROR_RULES.find((rule) => rule.codes.some(covers)) ?? null;
}

import type { Reaction } from "@/lib/channels/driver";

/**
 * What each Cloud API error means for us. Source: Meta's error code reference and API description v23.0; decided on the
 * code alone, as Meta asks (titles, subcodes and HTTP statuses change).
 */
export type ErrorRule = { codes: (number | [from: number, to: number])[]; meaning: string } & (
  | { do: "retry"; afterSeconds: number | null }
  | { do: Reaction }
);

export const ERROR_RULES: ErrorRule[] = [
  {
    codes: [1, 2, 131000, 131016, 133004],
    do: "retry",
    afterSeconds: null,
    meaning: "trouble at the provider",
  },
  { codes: [4, 80007], do: "retry", afterSeconds: 60, meaning: "rate limit of the app or business account" },
  { codes: [130429], do: "retry", afterSeconds: 5, meaning: "throughput of the number" },
  { codes: [131057], do: "retry", afterSeconds: 120, meaning: "the number is under maintenance" },
  // One message per 6 seconds and recipient.
  { codes: [131056], do: "retry", afterSeconds: 6, meaning: "too many messages to this recipient" },
  { codes: [134101], do: "retry", afterSeconds: 600, meaning: "the template is still being prepared" },
  // A template paused for low quality comes back by itself after 3 hours the first time.
  { codes: [132015], do: "retry", afterSeconds: 10_800, meaning: "the template is paused for low quality" },
  { codes: [132069], do: "retry", afterSeconds: 3_600, meaning: "the template's form is throttled" },

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

  { codes: [131048], do: "pause_inbox", meaning: "spam or quality limit of the number" },
  { codes: [131064], do: "pause_inbox", meaning: "limited for misclassified templates" },
  { codes: [131042], do: "pause_inbox", meaning: "billing trouble" },
  { codes: [0, 190, 3, 10, [200, 299], 131005], do: "pause_inbox", meaning: "token or permission" },
  { codes: [368, 131031, 130497], do: "pause_inbox", meaning: "account locked or restricted" },
  {
    codes: [131045, 133010, 133000, 133005, 133006, 133008, 133009, 133015, 133016, 131037, 33],
    do: "pause_inbox",
    meaning: "registration of the number",
  },

  { codes: [131021], do: "fail", meaning: "sender and recipient are the same number" },
  { codes: [100, 131008, 131009, 135000], do: "fail", meaning: "bad request" },
  { codes: [131051, 131052, 131053], do: "fail", meaning: "unsupported message or media" },
  { codes: [132000, 132012, 132018], do: "fail", meaning: "the parameters do not fit the template" },
  { codes: [132001], do: "fail", meaning: "the template does not exist or is not approved in this language" },
  { codes: [132005, 132007], do: "fail", meaning: "the template's text is too long or against the policy" },
  { codes: [132016], do: "fail", meaning: "the template is disabled" },
  { codes: [132068], do: "fail", meaning: "the template's form is blocked" },
  { codes: [131063], do: "fail", meaning: "marketing templates are switched off for this API" },
];

/** The rule of a code; null for codes that are not in the table. */
export function ruleOf(code: number): ErrorRule | null {
  const covers = (entry: number | [number, number]) =>
    typeof entry === "number" ? entry === code : code >= entry[0] && code <= entry[1];
  return ERROR_RULES.find((rule) => rule.codes.some(covers)) ?? null;
}

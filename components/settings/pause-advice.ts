/** What a person can do about a pause, by the code that the engine paused the inbox for. */
export const ADVICE = [
  "credentials",
  "billing",
  "restricted",
  "quality",
  "sender",
  "connection",
  "throttled",
  "address",
  "settings",
  "trouble",
  "other",
] as const;
export type Advice = (typeof ADVICE)[number];

/** Codes of all providers; none of them means two things. Their meanings stand in the drivers' own tables. */
const CODES: Record<Exclude<Advice, "other">, readonly string[]> = {
  credentials: [
    ...["0", "3", "10", "104", "190", "131005"],
    ...["20003", "20008", "20403", "20404"],
    ...["530", "534", "535", "538", "5.7.8", "5.7.9", "eauth", "enoauth"],
    ...["http_401", "http_403", "401", "403", "unauthorized", "bad_signature"],
  ],
  billing: ["131042"],
  restricted: ["368", "131031", "130497", "20005", "30002", "90010", "banned", "sender_blocked"],
  quality: ["131048", "131064"],
  sender: [
    ...[
      "33",
      "803",
      "131037",
      "131045",
      "133000",
      "133005",
      "133006",
      "133008",
      "133009",
      "133010",
      "133015",
      "133016",
    ],
    ...[
      "21212",
      "21601",
      "21603",
      "21606",
      "21607",
      "21659",
      "21660",
      "21661",
      "21701",
      "21703",
      "21704",
      "21705",
    ],
    ...["30018", "30024", "30032", "30034", "30040", "5.7.1"],
  ],
  connection: ["not_connected", "logged_out", "replaced"],
  throttled: ["rate_overlimit"],
  address: ["private_address", "no_instance", "http_404", "http_405", "http_407", "http_410", "21609"],
  settings: ["inbox_settings", "dkim_key"],
  trouble: ["too_much_trouble"],
};

const ADVICE_OF = new Map(
  Object.entries(CODES).flatMap(([advice, codes]) => codes.map((code) => [code, advice as Advice] as const)),
);

export function adviceFor(code: string | null): Advice {
  const known = code === null ? undefined : ADVICE_OF.get(code.toLowerCase());
  if (known) return known;
  // Meta's permissions of a token: 200 to 299.
  return /^2\d\d$/.test(code ?? "") ? "credentials" : "other";
}

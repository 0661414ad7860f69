/** The reasons for which somebody is not enrolled, in the order in which a list offers them. */
export const REFUSAL_WORDS = [
  "suppressed",
  "blocked",
  "no_address",
  "exclusive",
  "reenroll_too_soon",
  "reenroll_never",
  "no_record",
  "no_conversation",
  "sequence_over",
  "contact_deleted",
] as const;

/** Where an inbox's places stand, and what the contact has had of it. */
export type InboxPace = {
  /** The first instant that no send and no ticket has taken, in milliseconds since 1970, with fractions. */
  nextAtMs: number | null;
  /** The provider asked for silence until then. */
  restUntil: Date | null;
  /** Runs stand in its queue: nobody passes them. */
  isQueued: boolean;
  /** About how many. */
  queued: number;
  /** Between two messages of anybody to the same contact. */
  pairGapSeconds: number | null;
  /** When anybody last wrote to the contact by this inbox, if that was lately. */
  pairAt: Date | null;
  /** Null where the limit of different people is not set. */
  recipients: Recipients | null;
};

/** Different people who got something outside an open window in the 24 hours before, over all inboxes of the scope. */
export type Recipients = {
  scope: string;
  used: number;
  /** The minute of the first of them. */
  oldest: Date | null;
  /** The contact is one of them. */
  isCounted: boolean;
};

/** When a claimed send is made: not before `at` and not after `by`. */
export type Place = {
  at: Date;
  by: Date;
  /** The inbox's next place after it; null where its places have no distance. */
  nextAtMs: number | null;
};

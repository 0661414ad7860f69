import type { Channel } from "./model";
import type { DraftOrigin, DraftStatus, VettedFact } from "./model-maestro";

/** What decisions about steps that Maestro writes may look at. */
export type MaestroFacts = {
  /** How long before its step is due a draft is made. */
  leadMinutes: number;
  bannedWords: readonly string[];
  /** Sentences of the account that count as facts. */
  knowledge: string;
};

export type DraftFacts = {
  id: string;
  /** Grows with every change. */
  revision: number;
  status: DraftStatus;
  origin: DraftOrigin;
  /** Why its words are not Maestro's own: a code; null where they are. */
  fallback: string | null;
  text: string;
  subject: string | null;
  channel: Channel;
  /** The contact's language, in which it is written. */
  language: string;
  /** What it rests on. */
  facts: readonly VettedFact[];
  /** Words that the guard found and a person vouched for. */
  vouched: readonly string[];
  /** When it came before a person; null where it never did. */
  openedAt: Date | null;
  /** When it is tried again, of a failed one. */
  retryAt: Date | null;
  attempts: number;
  /** It came back before, because what was true when it was written was so no more. */
  hasReturned: boolean;
};

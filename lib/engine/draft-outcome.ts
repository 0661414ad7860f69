import type { AiOutcome } from "@/lib/core/model-maestro";
import type { Writing } from "@/lib/maestro/types";
import { type DraftBasis, findingsOf } from "./draft-guard";
import type { DraftWords, DraftWriting } from "./draft-record";

const MINUTE_MS = 60_000;
/** After the first, the second failure, and so on; then as after the last. */
const RETRY_MINUTES = [1, 5, 15, 60];
/** An endpoint that is not there may come back; one that answers so again and again will go on doing so. */
const MOST_ANSWERS = 3;
const ANSWERED: ReadonlySet<AiOutcome> = new Set(["refused", "nonsense"]);

type About = {
  mode: "ai_assisted" | "ai_full";
  basis: DraftBasis;
  /** How often it was tried, this time included. */
  attempts: number;
  dueAt: Date;
  now: Date;
};

type Outcome = DraftWords & Pick<DraftWriting, "status" | "retryAt" | "attempts">;

/**
 * What a writing comes to. Words in which the guard finds nothing go out by themselves, or before the person who is to
 * approve them; found wanting they go before the person all the same. Where there are none it is tried again until the
 * step is due, and through the night if it is due in one; then the step's own words stand in.
 */
export function outcomeOf(writing: Writing, about: About): Outcome {
  const { mode, basis, attempts, dueAt, now } = about;
  const { outcome, findings, note } = writing;
  const isAsked = mode === "ai_assisted";
  const written = writtenOf(writing);
  const base = { facts: basis.facts, note, ...written, retryAt: null, attempts };
  if (outcome === "ok" && (isAsked || !writing.needsPerson)) {
    return { ...base, ...own(writing), findings, status: isAsked ? "open" : "ready" };
  }
  // A person sees what Maestro wrote, and decides.
  if (outcome === "blocked" && isAsked) return { ...base, ...own(writing), findings, status: "open" };
  if (outcome === "ok" || outcome === "blocked") {
    const fallback = outcome === "ok" ? "refused" : "guard";
    return { ...base, ...standIn(basis, fallback), findings, status: "ready" };
  }
  // Where nobody is asked the step's own words go out although it is only tried again, as soon as they may.
  const isOver = (isAsked && dueAt <= now) || (ANSWERED.has(outcome) && attempts >= MOST_ANSWERS);
  if (!isOver) {
    const minutes = RETRY_MINUTES[Math.min(attempts, RETRY_MINUTES.length) - 1] ?? 1;
    const retryAt = new Date(now.getTime() + minutes * MINUTE_MS);
    return { ...base, ...standIn(basis, outcome), findings: [], status: "failed", retryAt };
  }
  const said = standIn(basis, outcome);
  const found = isAsked ? findingsOf(basis, said, []) : [];
  return { ...base, ...said, findings: found, status: isAsked ? "open" : "ready" };
}

const own = ({ text, subject }: Writing) => ({ origin: "ai" as const, fallback: null, text, subject });

/** What cannot be said for want of a value is empty: a person writes it, or the step fails as any other. */
const standIn = ({ fallback: said }: DraftBasis, code: string) => ({
  ...{ origin: "fallback" as const, fallback: code },
  ...{ text: said?.text ?? "", subject: said?.subject ?? null },
});

const writtenOf = ({ text, subject }: Writing) =>
  text === "" ? { writtenText: null, writtenSubject: null } : { writtenText: text, writtenSubject: subject };

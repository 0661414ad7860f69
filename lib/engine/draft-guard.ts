import type { SqlTx } from "@/db/client";
import { composeContent } from "@/lib/core/compose";
import { todayOf } from "@/lib/core/draft-holds";
import type { Facts } from "@/lib/core/facts";
import { type GuardInput, guard } from "@/lib/core/guard/guard";
import { type Finding, HARD_FINDINGS, type VettedFact } from "@/lib/core/model-maestro";
import { stepOf } from "@/lib/core/next-step";
import { runSeed, variantOf } from "@/lib/core/split";
import { vettedFactsOf } from "@/lib/core/vetted-facts";
import { languageOf } from "@/lib/maestro/language";
import type { DraftRow } from "./draft-lock";

type Said = { text: string; subject: string | null };

/** What a text for this run and step is held against at this moment. */
export type DraftBasis = {
  facts: VettedFact[];
  /** What the step says without Maestro; null where that cannot be said. */
  fallback: Said | null;
  rules: Omit<GuardInput, "text" | "subject" | "writtenIn" | "vouched">;
};

type Step = Pick<DraftRow, "step_id" | "inbox_id" | "channel" | "language" | "facts">;

export function basisOf(facts: Facts, draft: Step, earlier: readonly string[], now: Date): DraftBasis {
  const { channel, language } = draft;
  // Without Maestro the account's own sentences are those that the draft had.
  const known = draft.facts.find(({ name }) => name === "knowledge");
  const knowledge = facts.maestro?.knowledge ?? String(known?.value ?? "");
  const vetted = vettedFactsOf(facts, { knowledge, instruction: instructionOf(facts, draft) }, now);
  const rules = {
    ...{ channel, language, earlier, facts: vetted },
    // Where it has none the step's own stands above it.
    needsSubject: false,
    today: todayOf(facts, now),
    bannedWords: facts.maestro?.bannedWords ?? [],
  };
  return { facts: vetted, fallback: fallbackOf(facts, draft, now), rules };
}

export function instructionOf({ sequence }: Facts, { step_id }: Pick<Step, "step_id">): string {
  const compose = stepOf(step_id, sequence.snapshot)?.compose;
  return compose && compose.mode !== "static" ? compose.instruction : "";
}

function fallbackOf(facts: Facts, { step_id, inbox_id }: Step, now: Date): Said | null {
  const step = stepOf(step_id, facts.sequence.snapshot);
  const inbox = facts.inboxes.find((one) => one.id === inbox_id);
  if (!step || !inbox) return null;
  const seed = runSeed({ sequenceId: facts.sequence.id, contactId: facts.contact.id });
  const composed = composeContent(variantOf(step, seed).content, inbox, facts, now);
  if (!composed.ok || composed.content.type === "template") return null;
  const { text, subject } = composed.content;
  return { text, subject };
}

export function findingsOf(basis: DraftBasis, said: Said, vouched: readonly string[]): Finding[] {
  return guard({ ...basis.rules, ...said, vouched, writtenIn: languageOf(said.text) });
}

export type Vouching = {
  /** What of the guard's findings the person stands for, in the guard's own words. */
  vouched: string[];
  /** Everything that the guard found, and what is left of it. */
  found: Finding[];
  left: Finding[];
};

/**
 * What of a text is still open once a person has vouched for words: only for what the guard found, and never for what
 * nobody can vouch for. The step's own words are vouched for by whoever published them.
 */
export function vouch(basis: DraftBasis, said: Said, words: readonly string[]): Vouching {
  const found = findingsOf(basis, said, []);
  const soft = found.filter(({ code }) => !HARD_FINDINGS.includes(code)).map((finding) => finding.words);
  const vouched = [...new Set(soft)].filter((one) => isOwn(basis, said) || words.includes(one));
  return { vouched, found, left: vouched.length > 0 ? findingsOf(basis, said, vouched) : found };
}

export const isOwn = ({ fallback }: DraftBasis, said: Said): boolean => isSame(fallback, said);

export const isSame = (one: Said | null, other: Said): boolean =>
  one !== null && one.text === other.text && one.subject === other.subject;

/** What each of these runs has said so far, oldest first. */
export async function loadEarlier(tx: SqlTx, enrollmentIds: string[]): Promise<Map<string, string[]>> {
  const rows = await tx<{ id: string; text: string }[]>`
    select enrollment_id as id, content->>'text' as text from messages
    where enrollment_id = any(${enrollmentIds}) and sent_at is not null and content->>'text' <> ''
    order by sent_at`;
  const earlier = new Map<string, string[]>();
  for (const { id, text } of rows) earlier.set(id, [...(earlier.get(id) ?? []), text]);
  return earlier;
}

import type { Composed } from "./composed";
import { aiOf, isOtherKind } from "./draft";
import type { DraftFacts } from "./draft-facts";
import { effectiveZone } from "./effective-zone";
import type { Because, Facts, InboxFacts } from "./facts";
import { guard } from "./guard/guard";
import type { Step } from "./model";
import type { Finding, VettedFact } from "./model-maestro";
import { sameFacts } from "./vetted-change";
import { vettedFactsOf } from "./vetted-facts";
import { isoDateOf, toLocalMs } from "./zone";

/** Why words that were approved, or stood ready, cannot go out as they are, and what is known now. */
export type Broken = { because: Because; facts: readonly VettedFact[]; findings: readonly Finding[] };

/**
 * Whether a draft still holds at the moment at which it would go out: the facts that it rests on are what they were, and
 * the guard, to whom "tomorrow" means another day by now, finds nothing. Null where it does.
 */
export function brokenOf(
  facts: Facts,
  step: Step,
  draft: DraftFacts,
  { inbox, now, composed }: { inbox: InboxFacts; now: Date; composed: Composed },
): Broken | null {
  const known = knownNow(facts, step, draft, now);
  const findings = guard({
    text: draft.text,
    subject: inbox.channel === "email" ? draft.subject : null,
    channel: inbox.channel,
    // Where it has none the step's own stands above it.
    needsSubject: false,
    language: draft.language,
    writtenIn: null,
    facts: known,
    today: todayOf(facts, now),
    bannedWords: facts.maestro?.bannedWords ?? [],
    earlier: [],
    vouched: draft.vouched,
  });
  const broken = (because: Because): Broken => ({ because, facts: known, findings });
  if (isOtherKind(draft, inbox)) {
    const data = { fact: "channel", before: draft.channel, after: inbox.channel };
    return broken({ code: "facts_changed", data });
  }
  const changed = sameFacts(draft.facts, known);
  if (changed) return broken({ code: "facts_changed", data: changed });
  const found = findings[0] ?? tooLong(draft, composed);
  if (!found) return null;
  const list = findings.length > 0 ? findings : [found];
  const because: Because = { code: "guard_found", data: { words: found.words, finding: found.code } };
  return { because, facts: known, findings: list };
}

/** A text beside media or buttons has less room than the guard knows of. */
function tooLong({ text }: DraftFacts, composed: Composed): Finding | null {
  if (composed.ok || composed.because.code !== "text_too_long") return null;
  const { field, length, maxLength } = composed.because.data;
  const part = field === "subject" ? "subject" : "text";
  const data = { length: Number(length), limit: Number(maxLength) };
  return { code: "too_long", part, from: 0, to: text.length, words: text.slice(0, 60), fact: null, data };
}

/** What a text of this run may rely on now. Without Maestro the account's own sentences are those that it had. */
function knownNow(facts: Facts, step: Step, draft: DraftFacts, now: Date): VettedFact[] {
  const said = draft.facts.find(({ name }) => name === "knowledge");
  const knowledge = facts.maestro?.knowledge ?? String(said?.value ?? "");
  return vettedFactsOf(facts, { knowledge, instruction: aiOf(step)?.instruction ?? "" }, now);
}

/** The reader's day, from which "tomorrow" counts. */
export function todayOf({ contact, settings }: Pick<Facts, "contact" | "settings">, now: Date): string {
  return isoDateOf(toLocalMs(now.getTime(), effectiveZone(contact, settings).zone));
}

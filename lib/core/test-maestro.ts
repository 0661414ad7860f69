import fc from "fast-check";
import { aiOf } from "./draft";
import type { DraftFacts, MaestroFacts } from "./draft-facts";
import type { Decision, Facts } from "./facts";
import { CHANNELS } from "./model";
import { AI_OUTCOMES, DRAFT_ORIGINS, DRAFT_STATUSES, type VettedFact } from "./model-maestro";
import { stepOf } from "./next-step";
import { instant } from "./test-arbitraries";
import { NOW } from "./test-facts";
import { vettedFactsOf } from "./vetted-facts";

const MINUTE = 60_000;

/** Maestro and what it wrote, for tests: what a draft says names its state, so that a text that goes out tells on itself. */
export const MAESTRO: MaestroFacts = { leadMinutes: 60, bannedWords: [], knowledge: "" };

export function aDraft(changes: Partial<DraftFacts> = {}): DraftFacts {
  const status = changes.status ?? "approved";
  return {
    id: "draft",
    revision: 3,
    status,
    origin: "ai",
    fallback: null,
    text: `Words called ${status}`,
    subject: null,
    channel: "whatsapp",
    language: "en",
    facts: [],
    vouched: [],
    openedAt: NOW,
    retryAt: null,
    attempts: 1,
    hasReturned: false,
    ...changes,
  };
}

const gone: VettedFact = { name: "charge.amount", kind: "amount", value: 100, currency: "BRL" };

export const anyMaestro: fc.Arbitrary<MaestroFacts> = fc.record({
  leadMinutes: fc.constantFrom(0, 30, 2_880),
  bannedWords: fc.constantFrom<string[]>([], ["approved"]),
  knowledge: fc.constantFrom("", "We open at 9 am."),
});

export const anyDraft: fc.Arbitrary<DraftFacts> = fc
  .record({
    status: fc.constantFrom(...DRAFT_STATUSES),
    origin: fc.constantFrom(...DRAFT_ORIGINS),
    fallback: fc.constantFrom(null, ...AI_OUTCOMES, "guard"),
    channel: fc.constantFrom(...CHANNELS),
    facts: fc.constantFrom<VettedFact[]>([], [], [], [gone]),
    openedAt: fc.option(instant, { freq: 5 }),
    retryAt: fc.option(instant),
    hasReturned: fc.boolean(),
  })
  .map((changes) => aDraft({ text: `Words called ${changes.status}`, ...changes }));

/** The same facts with what Maestro may have written, on or off. */
export const withMaestro = (some: fc.Arbitrary<Facts>): fc.Arbitrary<Facts> =>
  fc
    .tuple(some, fc.option(anyDraft, { freq: 3 }), fc.option(anyMaestro, { freq: 4, nil: undefined }))
    .map(([facts, draft, maestro]) => ({ ...facts, draft, ...(maestro && { maestro }) }));

/** What the engine has of a model that answers as `chance` says: words, words to approve, or a failure. */
export function composed(
  facts: Facts,
  { stepId, inboxId, because }: Extract<Decision, { kind: "compose" }>,
  now: Date,
  chance: number,
): DraftFacts {
  const step = stepOf(stepId, facts.sequence.snapshot);
  const instruction = (step && aiOf(step)?.instruction) ?? "";
  const isFull = step?.compose.mode === "ai_full";
  const isDue = new Date(String(because.data.dueAt)) <= now;
  const attempts = (facts.draft?.attempts ?? 0) + 1;
  const written = aDraft({
    attempts,
    openedAt: now,
    channel: facts.inboxes.find(({ id }) => id === inboxId)?.channel ?? "email",
    facts: vettedFactsOf(facts, { knowledge: facts.maestro?.knowledge ?? "", instruction }, now),
    hasReturned: facts.draft?.hasReturned ?? false,
  });
  if (chance % 5 === 4 && (isFull || !isDue)) {
    const retryAt = new Date(now.getTime() + 5 * MINUTE);
    return { ...written, ...{ status: "failed", fallback: "timeout", retryAt, openedAt: null } };
  }
  const status = isFull ? "ready" : chance % 3 === 2 ? "approved" : "open";
  return { ...written, status, text: `Words called ${status}` };
}

/** What people do while it waits: a third approves, a few discard. */
export function looked(facts: Facts, chance: number): Facts {
  const { draft } = facts;
  if (draft?.status !== "open") return facts;
  const status = chance % 3 === 0 ? "approved" : chance % 11 === 1 ? "discarded" : "open";
  return { ...facts, draft: { ...draft, status, text: `Words called ${status}` } };
}

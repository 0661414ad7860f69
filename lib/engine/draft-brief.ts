import type { SqlTx } from "@/db/client";
import { composeContent } from "@/lib/core/compose";
import { aiOf } from "@/lib/core/draft";
import type { Facts, InboxFacts } from "@/lib/core/facts";
import type { Step } from "@/lib/core/model";
import type { Finding } from "@/lib/core/model-maestro";
import { stepOf } from "@/lib/core/next-step";
import { runSeed, variantOf } from "@/lib/core/split";
import type { Brief, Writing } from "@/lib/maestro/types";
import { loadDraftContext } from "./draft-context";
import { basisOf, type DraftBasis } from "./draft-guard";
import type { Maestro } from "./maestro";

/** What Maestro is asked for one step of one run, and what its answer is held against. */
export type Asking = {
  facts: Facts;
  step: Step;
  inbox: InboxFacts;
  brief: Brief;
  basis: DraftBasis;
  threadId: string | null;
};

type Wish = {
  facts: Facts;
  stepId: string;
  inboxId: string;
  maestro: Maestro;
  /** What a person wants otherwise, and what it is instead of. */
  remark?: string | null;
  previous?: string | null;
  now: Date;
};

/** Null where the run has no such step that Maestro writes, or the account no such inbox. */
export async function loadAsking(tx: SqlTx, wish: Wish): Promise<Asking | null> {
  const { facts, stepId, inboxId, maestro, remark = null, previous = null, now } = wish;
  const step = stepOf(stepId, facts.sequence.snapshot);
  const inbox = facts.inboxes.find(({ id }) => id === inboxId);
  const ai = step && aiOf(step);
  if (!step || !ai || !inbox) return null;
  const { voice, rules, bannedWords, learnsFromEdits } = maestro.config;
  const context = await loadDraftContext(tx, { facts, stepId, inboxId, learnsFromEdits });
  const { language, earlier, threadId, ...said } = context;
  const { channel } = inbox;
  const about = { step_id: stepId, inbox_id: inboxId, channel, language, facts: [] };
  const basis = basisOf(facts, about, earlier, now);
  const brief: Brief = {
    ...{ mode: ai.mode, instruction: ai.instruction, voice, rules, bannedWords, ...said },
    ...{ facts: basis.facts, earlier, language, channel, needsSubject: channel === "email" },
    ...{ today: basis.rules.today, remark, previous },
  };
  return { facts, step, inbox, brief, basis, threadId };
}

/** What was written, with what the guard cannot know: beside media and buttons a text has less room. */
export function withinContent({ facts, step, inbox }: Asking, writing: Writing, now: Date): Writing {
  if (writing.outcome !== "ok" && writing.outcome !== "blocked") return writing;
  const seed = runSeed({ sequenceId: facts.sequence.id, contactId: facts.contact.id });
  const composed = composeContent(variantOf(step, seed).content, inbox, facts, now, writing);
  if (composed.ok || composed.because.code !== "text_too_long") return writing;
  if (writing.findings.some(({ code }) => code === "too_long")) return writing;
  const { length, maxLength } = composed.because.data;
  const found: Finding = {
    ...{ code: "too_long", part: "text", from: 0, to: writing.text.length, words: "", fact: null },
    data: { length: Number(length), limit: Number(maxLength) },
  };
  return { ...writing, outcome: "blocked", findings: [...writing.findings, found] };
}

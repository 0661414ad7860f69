import * as z from "zod";
import { guard } from "@/lib/core/guard/guard";
import { type Finding, HARD_FINDINGS } from "@/lib/core/model-maestro";
import { type Asked, askMetered } from "./ask-metered";
import type { Question } from "./ask-model";
import { promptOf, repairPrompt, reshapePrompt, systemOf } from "./brief-prompt";
import { languageOf } from "./language";
import type { Brief, MaestroEndpoint, Meter, Writing } from "./types";

/** Room for a model that thinks first, and far more than any message. */
const MAX_OUTPUT_TOKENS = 3_000;

const schema = z.object({
  text: z.string(),
  subject: z.string().nullable(),
  language: z.string(),
  needs_person: z.boolean(),
  note: z.string().nullable(),
});

const said = (most: number) => z.string().max(most).nullish().catch(null);

const answer = z.object({
  text: z.string().max(20_000).transform(lines),
  subject: said(1_000).transform((subject) => lines(subject ?? "").replace(/\s*\n\s*/g, " ") || null),
  needs_person: z.boolean().catch(false),
  note: said(2_000).transform((note) => note?.trim().slice(0, 500) || null),
});
type Written = z.infer<typeof answer>;

/**
 * Has one message written and puts it under the guard; what it finds, or an answer of another shape, is repaired once.
 * Ends within twice `endpoint.timeoutMs`, and never throws but for the meter.
 */
export async function writeMessage(endpoint: MaestroEndpoint, brief: Brief, meter: Meter): Promise<Writing> {
  const ask = (purpose: "compose" | "repair" | "regenerate", prompt: (nonce: string) => string) =>
    askMetered(
      endpoint,
      {
        purpose,
        questionWith: (nonce) => questionOf(brief, prompt(nonce)),
        judge: (written) => findingsOf(brief, written),
      },
      meter,
    );
  const prompt = (nonce: string) => promptOf(brief, nonce);
  const first = await ask(brief.remark === null ? "compose" : "regenerate", prompt);
  if (first.outcome === "ok" || !isRepairable(first)) return writingOf(brief, first, calls(first));
  const second = await ask("repair", (nonce) =>
    first.outcome === "blocked"
      ? repairPrompt(prompt(nonce), wordsOf(brief, first.value), first.findings)
      : reshapePrompt(prompt(nonce)),
  );
  return writingOf(brief, better(first, second), calls(first) + calls(second));
}

const questionOf = (brief: Brief, prompt: string): Question<Written> => ({
  system: systemOf(brief),
  ...{ prompt, schema, answer, maxOutputTokens: MAX_OUTPUT_TOKENS },
});

function findingsOf(brief: Brief, written: Written): Finding[] {
  const { channel, needsSubject, language, facts, today, bannedWords, earlier } = brief;
  const { text } = written;
  return guard({
    ...{ text, subject: subjectOf(brief, written), channel, needsSubject, language },
    ...{ writtenIn: languageOf(text), facts, today, bannedWords, earlier, vouched: [] },
  });
}

/** Where there is none, what the model says of it goes nowhere. */
const subjectOf = ({ needsSubject }: Brief, { subject }: Written): string | null =>
  needsSubject ? subject : null;

const wordsOf = (brief: Brief, written: Written): string =>
  [subjectOf(brief, written), written.text].filter(Boolean).join("\n\n");

const isRepairable = ({ outcome }: Asked<Written>): boolean =>
  outcome === "blocked" || outcome === "nonsense";

const calls = ({ outcome }: Asked<Written>): number => (outcome === "budget" ? 0 : 1);

/** What can be sent, else what a person has least to mend, else why there is nothing. */
function better(first: Asked<Written>, second: Asked<Written>): Asked<Written> {
  if (second.outcome === "ok" || first.outcome !== "blocked") return second;
  if (second.outcome !== "blocked") return first;
  return weight(second.findings) <= weight(first.findings) ? second : first;
}

const weight = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { code }) => sum + (HARD_FINDINGS.includes(code) ? 100 : 1), 0);

function writingOf(brief: Brief, asked: Asked<Written>, made: number): Writing {
  if (asked.outcome !== "ok" && asked.outcome !== "blocked") {
    const nothing = { text: "", subject: null, findings: [], needsPerson: false, note: null };
    return { outcome: asked.outcome, ...nothing, calls: made };
  }
  const { value, findings, outcome } = asked;
  const { text, needs_person: needsPerson, note } = value;
  return { outcome, text, subject: subjectOf(brief, value), findings, needsPerson, note, calls: made };
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

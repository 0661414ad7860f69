import type { Question } from "./ask-model";
import type { Wire } from "./wire";

export type Counted = { inputTokens: number; outputTokens: number };

/** Rather too many than too few: a token is about four letters, and hardly ever less than three bytes. */
const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / 3);

/** The schema and the protocol's own words are counted by endpoints too. */
const AROUND_TOKENS = 300;

/** What the question can cost at most. */
export const mostOf = (question: Question<unknown>): Counted => ({
  inputTokens: tokensOf(question.system) + tokensOf(question.prompt) + AROUND_TOKENS,
  outputTokens: question.maxOutputTokens,
});

export const estimateOf = (question: Question<unknown>, answer: string): Counted => ({
  inputTokens: mostOf(question).inputTokens,
  outputTokens: tokensOf(answer),
});

/** Beyond any model; what says more is no count. */
const MOST = 10_000_000;

/**
 * The endpoint's own count. Without one: the estimate where it answered, its input where the call may have been worked
 * on until the time was over, nothing where it was refused or never left.
 */
export function counted(
  usage: { inputTokens?: number; outputTokens?: number } | null,
  { estimate, wire }: { estimate: Counted; wire: Wire },
): Counted {
  const { last } = wire;
  const isAnswered = last?.kind === "answer" && last.status < 300;
  if (isAnswered) {
    const { inputTokens, outputTokens } = usage ?? {};
    return {
      inputTokens: countOf(inputTokens) ?? estimate.inputTokens,
      outputTokens: countOf(outputTokens) ?? estimate.outputTokens,
    };
  }
  const isLost = last?.kind === "failure" && last.isSent;
  return { inputTokens: isLost ? estimate.inputTokens : 0, outputTokens: 0 };
}

const countOf = (value: number | undefined): number | null =>
  value !== undefined && Number.isInteger(value) && value >= 0 && value <= MOST ? value : null;

import type { AiOutcome } from "@/lib/core/model-maestro";
import { type Asking, askMetered } from "./ask-metered";
import type { Question } from "./ask-model";
import { reshapePrompt } from "./brief-prompt";
import type { MaestroEndpoint, Meter } from "./types";

type Told<T> = { outcome: "ok"; value: T } | { outcome: Exclude<AiOutcome, "ok" | "blocked"> };

/** Asks a question, and once more where the answer was of another shape. */
export async function askTwice<T>(
  endpoint: MaestroEndpoint,
  { purpose, questionWith }: Omit<Asking<T>, "judge">,
  meter: Meter,
): Promise<Told<T>> {
  const ask = (reshape: (question: Question<T>) => Question<T>) =>
    askMetered(endpoint, { purpose, questionWith: (nonce) => reshape(questionWith(nonce)) }, meter);
  const first = await ask((question) => question);
  const last =
    first.outcome === "nonsense"
      ? await ask((question) => ({ ...question, prompt: reshapePrompt(question.prompt) }))
      : first;
  // Without a judge nothing is ever blocked.
  if (last.outcome === "ok" || last.outcome === "blocked") return { outcome: "ok", value: last.value };
  return { outcome: last.outcome };
}

import { createHash, randomUUID } from "node:crypto";
import type { AiOutcome, AiPurpose, Finding } from "@/lib/core/model-maestro";
import { type Answer, askModel, type Question } from "./ask-model";
import { mostOf } from "./tokens";
import type { MaestroEndpoint, Meter } from "./types";

export type Asking<T> = {
  purpose: AiPurpose;
  /** The nonce is for the markers around what others wrote. */
  questionWith: (nonce: string) => Question<T>;
  /** What is wrong with an answer; with findings its outcome is `blocked`. */
  judge?: (value: T) => Finding[];
};

export type Asked<T> =
  | { outcome: "ok" | "blocked"; value: T; findings: Finding[]; answer: Answer<T> }
  | { outcome: Exclude<AiOutcome, "ok" | "blocked">; answer: Answer<T> | null };

/** One call: its money is reserved, it is made, judged, and written down. Without money it is written down alone. */
export async function askMetered<T>(
  endpoint: MaestroEndpoint,
  { purpose, questionWith, judge }: Asking<T>,
  meter: Meter,
): Promise<Asked<T>> {
  const question = questionWith(randomUUID());
  const known = { purpose, model: endpoint.model, promptHash: hashOf(questionWith("")) };
  if (!(await meter.reserve(mostOf(question)))) {
    const nothing = { inputTokens: 0, outputTokens: 0, latencyMs: 0, output: null, findings: null };
    await meter.settle({ ...known, ...nothing, outcome: "budget", detail: "" });
    return { outcome: "budget", answer: null };
  }
  const answer = await askModel(endpoint, question);
  const { inputTokens, outputTokens, latencyMs, raw: output } = answer;
  const count = { inputTokens, outputTokens, latencyMs, output };
  if (answer.outcome !== "ok") {
    const { outcome, detail } = answer;
    await meter.settle({ ...known, ...count, outcome, detail, findings: null });
    return { outcome, answer };
  }
  const findings = judge?.(answer.value) ?? [];
  const outcome = findings.length > 0 ? "blocked" : "ok";
  await meter.settle({ ...known, ...count, outcome, detail: "", findings: judge ? findings : null });
  return { outcome, value: answer.value, findings, answer };
}

const hashOf = ({ system, prompt }: Question<unknown>): string =>
  createHash("sha256").update(`${system}\n\n${prompt}`).digest("hex");

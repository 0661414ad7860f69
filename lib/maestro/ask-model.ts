import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateText, NoObjectGeneratedError, Output } from "ai";
import type * as z from "zod";
import { type Failure, failureOfStatus, failureOfWire, shortened } from "./failure";
import { readJson } from "./read-json";
import { type Counted, counted, estimateOf } from "./tokens";
import type { MaestroEndpoint } from "./types";
import { inWays, learn, otherWays, type Ways, waysOf } from "./ways";
import { type Wire, wireTo } from "./wire";

// The endpoint's peculiarities are dealt with here; a log line for each would tell nobody anything.
globalThis.AI_SDK_LOG_WARNINGS = false;

export type Question<T> = {
  system: string;
  prompt: string;
  /** For endpoints that keep to one: plain types only, all of it required. */
  schema: z.ZodType;
  /** What the answer has to be, with its limits; more lenient, as weak models leave things out. */
  answer: z.ZodType<T>;
  maxOutputTokens: number;
};

export type Answer<T> = (
  | { outcome: "ok"; value: T; raw: Record<string, unknown>; isStructured: boolean }
  | (Failure & { raw: Record<string, unknown> | null })
) &
  Counted & { latencyMs: number };

/**
 * Asks the endpoint once. Never throws, and ends within `endpoint.timeoutMs` whatever the endpoint does. A request that
 * is refused as malformed is put differently within the same time, see `Ways`; nothing else is repeated.
 */
export async function askModel<T>(endpoint: MaestroEndpoint, question: Question<T>): Promise<Answer<T>> {
  const startedAt = performance.now();
  const wire = wireTo(endpoint, startedAt + endpoint.timeoutMs);
  let ways: Ways | null = waysOf(endpoint);
  let said = await complete(endpoint, question, { ways, wire });
  for (ways = reworded(ways, wire); ways; ways = reworded(ways, wire)) {
    said = await complete(endpoint, question, { ways, wire });
    if (wire.last?.kind === "answer" && wire.last.status < 300) learn(endpoint, ways);
  }
  const read = readingOf(question, said, wire);
  const usage = counted(said.usage, { estimate: estimateOf(question, said.text), wire });
  return { ...read, ...usage, latencyMs: Math.round(performance.now() - startedAt) };
}

type Said = {
  text: string;
  finish: string | null;
  isStructured: boolean;
  usage: { inputTokens?: number; outputTokens?: number } | null;
};

async function complete<T>(
  endpoint: MaestroEndpoint,
  { system, prompt, schema, maxOutputTokens }: Question<T>,
  { ways, wire }: { ways: Ways; wire: Wire },
): Promise<Said> {
  const provider = createOpenAICompatible({
    name: "maestro",
    baseURL: endpoint.baseUrl,
    apiKey: endpoint.apiKey ?? undefined,
    fetch: wire.fetch,
    supportsStructuredOutputs: true,
    transformRequestBody: (body) => inWays(ways, body),
  });
  const isStructured = ways.hasSchema;
  try {
    const { text, finishReason, usage } = await generateText({
      model: provider(endpoint.model),
      ...{ system, prompt, maxOutputTokens, maxRetries: 0, output: Output.object({ schema }) },
    });
    return { text, finish: finishReason, isStructured, usage };
  } catch (error) {
    if (!NoObjectGeneratedError.isInstance(error)) {
      return { text: "", finish: null, isStructured, usage: null };
    }
    const { text = "", finishReason = null, usage = null } = error;
    return { text, finish: finishReason, isStructured, usage };
  }
}

/** Endpoints say with these that they do not understand a part of the request. */
const MALFORMED = [400, 415, 422, 501];

function reworded(ways: Ways, { last }: Wire): Ways | null {
  if (last?.kind !== "answer" || !MALFORMED.includes(last.status)) return null;
  return otherWays(ways, last.body);
}

/** How models decline where the endpoint has no field for it. */
const DECLINES =
  /^(i('|’)?m (very )?sorry|i am sorry|sorry,|i can(no|'|’)t|i('|’)m unable|desculpe|sinto muito|não posso|lo siento|no puedo)/i;

type Reading<T> =
  | { outcome: "ok"; value: T; raw: Record<string, unknown>; isStructured: boolean }
  | (Failure & { raw: Record<string, unknown> | null });

function readingOf<T>({ answer }: Question<T>, said: Said, { last }: Wire): Reading<T> {
  if (last === null) return { ...nonsense("not_asked", "The address could not be called"), raw: null };
  if (last.kind === "failure") return { ...failureOfWire(last), raw: null };
  const failure = failureOfStatus(last);
  if (failure) return { ...failure, raw: null };
  if (said.finish === null) {
    return { ...nonsense("not_openai", `Not an answer of a model: ${shortened(last.body)}`), raw: null };
  }
  const text = said.text.trim();
  if (said.finish === "content-filter") {
    return { outcome: "refused", code: "refused", detail: shortened(text), raw: null };
  }
  if (text === "") return { ...nonsense("no_words", `No words (${said.finish})`), raw: null };
  const raw = readJson(text);
  const value = raw && answer.safeParse(raw);
  if (raw && value?.success) {
    return { outcome: "ok", value: value.data, raw, isStructured: said.isStructured };
  }
  if (!raw && DECLINES.test(text)) {
    return { outcome: "refused", code: "refused", detail: shortened(text), raw: null };
  }
  const cut = said.finish === "length" ? "The answer was cut off: " : "";
  return { ...nonsense("not_json", `${cut}${shortened(text)}`), raw };
}

const nonsense = (code: string, detail: string): Failure => ({ outcome: "nonsense", code, detail });

import type { Channel } from "@/lib/core/model";
import type {
  AiOutcome,
  AiPurpose,
  Finding,
  MaestroConfig,
  ReplyIntent,
  VettedFact,
} from "@/lib/core/model-maestro";

/** Where the model is, of any endpoint that speaks OpenAI's chat completions. */
export type MaestroEndpoint = Pick<MaestroConfig, "baseUrl" | "model"> & {
  apiKey: string | null;
  /** For one call, with everything that it asks of the endpoint. */
  timeoutMs: number;
  /** Addresses that are not of the public internet are refused. */
  isGuarded: boolean;
};

/** What was said, oldest first; `at` is shown as it is. */
export type ConversationLine = { from: "contact" | "team" | "sequence"; text: string; at: string };

/** All that the model may know to write one message. */
export type Brief = {
  mode: "ai_assisted" | "ai_full";
  /** The step's. */
  instruction: string;
  /** The sequence's name, description and goal. */
  purpose: string;
  voice: string;
  rules: string;
  facts: readonly VettedFact[];
  conversation: ConversationLine[];
  /** The contact's: `en`, `pt-BR` or `es`. */
  language: string;
  channel: Channel;
  needsSubject: boolean;
  /** What Maestro wrote for this step and what a person made of it. */
  examples: { written: string; sent: string }[];
  /** What this run has said before. */
  earlier: string[];
  bannedWords: readonly string[];
  /** The reader's day (ISO). */
  today: string;
  /** What the person wants otherwise who has it written again, and what it is instead of. */
  remark: string | null;
  previous: string | null;
};

export type CallReport = {
  purpose: AiPurpose;
  outcome: AiOutcome;
  /** Why it failed, in the endpoint's words; never with the key. */
  detail: string;
  model: string;
  inputTokens: number;
  outputTokens: number;
  latencyMs: number;
  /** Of what was asked, the delimiters left out: the same question has the same. */
  promptHash: string;
  output: Record<string, unknown> | null;
  findings: Finding[] | null;
};

/** Asked before each call; false: the day's money is spent. Told after each, also of one that was not made. */
export type Meter = {
  reserve(estimate: { inputTokens: number; outputTokens: number }): Promise<boolean>;
  settle(report: CallReport): Promise<void>;
};

/**
 * `ok`: the guard found nothing. `blocked`: it did, also after the one repair: text and findings are the better of the
 * two. Any other outcome has no text.
 */
export type Writing = {
  outcome: AiOutcome;
  text: string;
  subject: string | null;
  findings: Finding[];
  /** The model holds that a person should answer. */
  needsPerson: boolean;
  /** What it says to whoever decides. */
  note: string | null;
  /** How often the endpoint was asked: 0 to 2. */
  calls: number;
};

type Failed = { outcome: Exclude<AiOutcome, "ok" | "blocked"> };

export type EnrollmentAsk = {
  /** Who belongs into the sequence, in the account's words. */
  instruction: string;
  /** The sequence's name, description and goal. */
  purpose: string;
  facts: readonly VettedFact[];
  conversation: ConversationLine[];
  /** The account's day (ISO). */
  today: string;
  /** In which `reason` is written: `en`, `pt-BR` or `es`. */
  language: string;
};
/** `confidence` in percent; `reason` of at most 300 characters. */
export type EnrollmentVerdict =
  | { outcome: "ok"; shouldEnroll: boolean; confidence: number; reason: string }
  | Failed;

export type ReplyAsk = { text: string; conversation: ConversationLine[]; today: string };
/** `until`: the day (ISO, not before today) that the contact named, where the intent has one. */
export type ReplyMeaning =
  | { outcome: "ok"; intent: ReplyIntent; confidence: number; until: string | null }
  | Failed;

/**
 * What asking the endpoint once came to. `code` names the cause of a failure where the outcome alone is not enough:
 * `private_address`, `not_found`, a status such as `http_500`, a system code such as `econnrefused`.
 */
export type EndpointTrial = {
  outcome: AiOutcome;
  code: string | null;
  detail: string;
  latencyMs: number;
  /** It keeps to a JSON schema by itself; otherwise its answers are read as they come. */
  isStructured: boolean;
};

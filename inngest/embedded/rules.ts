import type { InngestFunction } from "inngest";
import { parseCron } from "./cron";
import { periodMs } from "./duration";
import { eventField, type Operand, parseEqualities, type Scalar } from "./equality";
import { type Match, parseMatch } from "./match";

/** What this engine knows of a function. Kept in the database too, so that any worker can route its events. */
export interface FunctionRules {
  /** `<app>-<function>`, as Inngest names it. */
  slug: string;
  triggers: { event: string; equals: { path: string; value: Scalar }[] }[];
  crons: string[];
  cancel: { event: string; match: Match; withinMs: number | null }[];
  concurrency: { limit: number; scope: "fn" | "env" | "account"; key: KeySource | null }[];
  /** The field of the event that may start only one run in 24 hours. */
  idempotency: string | null;
  /** The field of the event whose values share the workers' places fairly. */
  fairBy: string | null;
  maxAttempts: number;
}

export type KeySource = { path: string } | { value: Scalar };
export type HandlerKind = "main" | "failure";

export interface RegisteredFunction {
  rules: FunctionRules;
  fn: InngestFunction.Any;
  handlerKind: HandlerKind;
}

/** A function asks for something this engine does not have. The message is one sentence for the operator. */
export class UnsupportedFeature extends Error {
  override name = "UnsupportedFeature";
}

/** The part of the SDK's registration (4.24 `getConfig`) that this engine reads. */
interface SdkConfig {
  id: string;
  triggers: { event?: string; expression?: string; cron?: string; jitter?: string }[];
  steps: { step?: { retries?: { attempts?: number } } };
  idempotency?: string;
  concurrency?: number | SdkConcurrency | SdkConcurrency[];
  cancel?: { event: string; if?: string; timeout?: string }[];
}
type SdkConcurrency = { limit: number; key?: string; scope?: "fn" | "env" | "account" };
type WithConfig = { getConfig(options: { baseUrl: URL; appPrefix: string }): SdkConfig[] };

const SUPPORTED = new Set(["id", "name", "triggers", "steps", "idempotency", "concurrency", "cancel"]);
/** Inngest: "default retries 4", hence five attempts. */
const DEFAULT_RETRIES = 4;

/**
 * Reads how a function wants to be run. One entry, and a second one when it has `onFailure`.
 * Throws `UnsupportedFeature` with one sentence naming the function and the feature.
 */
export function registerFunction(
  fn: InngestFunction.Any,
  app: string,
  fairKey?: string,
): RegisteredFunction[] {
  const slug = fn.id(app);
  if (fn.opts.optimizeParallelism === false) refuse(slug, "optimizeParallelism: false");
  if ("~inngest" in fn) refuse(slug, "deferred functions");
  const configs = (fn as unknown as WithConfig).getConfig({
    baseUrl: new URL("http://inngest.embedded/"),
    appPrefix: app,
  });
  return configs.map((config, index) => ({
    rules: readRules(config, fairKey),
    fn,
    handlerKind: index === 0 ? "main" : "failure",
  }));
}

function readRules(config: SdkConfig, fairKey: string | undefined): FunctionRules {
  const slug = config.id;
  for (const [option, value] of Object.entries(config)) {
    if (value !== undefined && !SUPPORTED.has(option)) refuse(slug, option);
  }
  return {
    slug,
    triggers: config.triggers.flatMap((trigger) => readTrigger(slug, trigger)),
    crons: config.triggers.flatMap((trigger) => readCron(slug, trigger)),
    cancel: (config.cancel ?? []).map((cancel) => readCancel(slug, cancel)),
    concurrency: readConcurrency(slug, config.concurrency),
    idempotency: readField(slug, config.idempotency, "idempotency expression"),
    fairBy: readField(slug, fairKey, "fair key"),
    maxAttempts: (config.steps.step?.retries?.attempts ?? DEFAULT_RETRIES) + 1,
  };
}

function readTrigger(slug: string, trigger: SdkConfig["triggers"][number]): FunctionRules["triggers"] {
  if (!trigger.event) return [];
  if (trigger.event.includes("*")) refuse(slug, `the wildcard trigger "${trigger.event}"`);
  const equalities = trigger.expression === undefined ? [] : parseEqualities(trigger.expression);
  const equals = equalities?.map(({ left, right }) => fieldEqualsLiteral(left, right));
  if (!equals || equals.includes(null)) {
    return refuse(slug, `the trigger condition "${trigger.expression}" (only plain equality with a literal)`);
  }
  return [{ event: trigger.event, equals: equals.filter((one) => one !== null) }];
}

function fieldEqualsLiteral(left: Operand, right: Operand): { path: string; value: Scalar } | null {
  const [field, literal] = left.from === "event" ? [left, right] : [right, left];
  return field.from === "event" && literal.from === "literal"
    ? { path: field.path, value: literal.value }
    : null;
}

function readCron(slug: string, trigger: SdkConfig["triggers"][number]): string[] {
  if (!trigger.cron) return [];
  if (trigger.jitter) refuse(slug, "jitter on a cron trigger");
  if (!parseCron(trigger.cron)) {
    refuse(slug, `the cron trigger "${trigger.cron}" (five fields, optionally after TZ=<zone>)`);
  }
  return [trigger.cron];
}

function readCancel(
  slug: string,
  cancel: { event: string; if?: string; timeout?: string },
): FunctionRules["cancel"][number] {
  const match = parseMatch(cancel.if);
  if (!match) return refuse(slug, `the cancelOn condition "${cancel.if}" (only plain equality or match)`);
  return { event: cancel.event, match, withinMs: cancel.timeout ? periodMs(cancel.timeout) : null };
}

function readConcurrency(slug: string, option: SdkConfig["concurrency"]): FunctionRules["concurrency"] {
  const listed =
    typeof option === "number" ? [{ limit: option }] : option === undefined ? [] : [option].flat();
  return listed
    .filter((limit) => limit.limit > 0)
    .map((limit: SdkConcurrency) => ({
      limit: limit.limit,
      scope: limit.scope ?? "fn",
      key: limit.key === undefined ? null : readKey(slug, limit.key),
    }));
}

function readKey(slug: string, key: string): KeySource {
  const operand = parseEqualities(`${key} == true`)?.[0]?.left;
  if (operand?.from === "event") return { path: operand.path };
  if (operand?.from === "literal") return { value: operand.value };
  return refuse(slug, `the concurrency key "${key}" (only a field of the event or a literal)`);
}

function readField(slug: string, expression: string | undefined, what: string): string | null {
  if (expression === undefined) return null;
  const path = eventField(expression);
  return path ?? refuse(slug, `the ${what} "${expression}" (only one field of the event)`);
}

function refuse(slug: string, feature: string): never {
  throw new UnsupportedFeature(
    `The embedded executor cannot run the function "${slug}" because it uses ${feature}, which it does not support.`,
  );
}

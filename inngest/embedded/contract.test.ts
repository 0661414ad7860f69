import { Inngest, type InngestFunction, Middleware, RetryAfterError, version } from "inngest";
import { describe, expect, it } from "vitest";
import type { SdkOp } from "./checkpoints";
import { expectedOutput, FIXTURE_KINDS, fixtureFunctions } from "./fixtures/functions";
import { askEngine, askHandler, notingFetch } from "./fixtures/reference";
import type { Dispatch, Memo, StoredEvent } from "./model";
import { memoOf, type Outcome, outcomeOf } from "./outcome";
import { type RegisteredFunction, registerFunction } from "./rules";

const NOW = Date.parse("2026-03-02T09:00:00Z");
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** Adds one to every result of a step. */
class OneMore extends Middleware.BaseMiddleware {
  override readonly id = "one-more";
  override async wrapStepHandler({ next }: { next: () => Promise<unknown> }): Promise<unknown> {
    return Number(await next()) + 1;
  }
}

interface Step {
  checkpointed: Memo[];
  memos: Memo[];
  outcome: Outcome;
}

function openContract(build: (client: Inngest<{ id: string }>) => InngestFunction.Any[]) {
  const noted = notingFetch();
  const client = new Inngest({
    id: "fixture",
    baseUrl: "http://inngest.embedded/",
    eventKey: "embedded",
    isDev: true,
    aiMetadata: false,
    fetch: noted.fetch,
    logger: quiet,
  });
  const functions = build(client);
  const registered = new Map(
    functions.flatMap((fn) => registerFunction(fn, "fixture")).map((one) => [one.rules.slug, one]),
  );

  /** Asks both, compares every recorded result and the outcome, and answers it. */
  async function ask(one: RegisteredFunction, dispatch: Dispatch): Promise<Step> {
    const situation = { ...dispatch, maxAttempts: one.rules.maxAttempts, now: NOW };
    const read = (result: Parameters<typeof outcomeOf>[0]) => withoutChance(outcomeOf(result, situation));
    const direct = read(await askEngine(client, one, dispatch));
    const directCheckpoints = noted.take().map(asMemo);
    const reference = read(await askHandler(client, functions, one, dispatch));
    const referenceCheckpoints = noted.take().map(asMemo);
    expect(direct).toEqual(reference);
    expect(directCheckpoints).toEqual(referenceCheckpoints);
    return { checkpointed: directCheckpoints, ...direct };
  }

  return { ask, registered };
}

function asMemo(op: SdkOp): Memo {
  expect(op.op).toBe("StepRun");
  return memoOf(op, false, op.data ?? null);
}

/** Stacks name the path of the call, and backoff has a jitter: neither can be equal. */
function withoutChance<T extends { memos: Memo[]; outcome: Outcome }>(value: T): T {
  return JSON.parse(JSON.stringify(value), (key, entry) =>
    key === "stack" ? undefined : key === "dueAt" && entry > NOW ? Math.ceil((entry - NOW) / 60_000) : entry,
  );
}

function dispatchOf(event: StoredEvent, memos: Memo[], more: Partial<Dispatch> = {}): Dispatch {
  const base = {
    runId: "1",
    stepId: "",
    gen: 1,
    lane: 0,
    kind: "run" as const,
    attempt: 0,
    lost: 0,
    name: null,
  };
  return { ...base, fnId: 1, event, pending: 1, parent: null, memos, sinceNo: 0, ...more };
}

/** Plays the executor in memory until the run ends, asking both paths at every turn. */
async function play(
  { ask }: ReturnType<typeof openContract>,
  one: RegisteredFunction,
  event: StoredEvent,
  results: Record<string, unknown>,
): Promise<Extract<Outcome, { kind: "ended" }>> {
  const memos: Memo[] = [];
  let attempt = 0;
  for (let turn = 0; turn < 50; turn++) {
    const step = await ask(one, dispatchOf(event, [...memos], { attempt }));
    memos.push(...step.checkpointed, ...step.memos);
    if (step.outcome.kind === "ended") return step.outcome;
    attempt = step.outcome.kind === "retry" ? attempt + 1 : 0;
    for (const wake of step.outcome.kind === "next" ? step.outcome.wakes : []) {
      const { stepId, name } = wake;
      if (wake.kind === "step") {
        const ran = await ask(one, dispatchOf(event, [...memos], { kind: "step", stepId, pending: 2 }));
        expect(ran.outcome).toEqual({ kind: "settled" });
        memos.push(...ran.memos);
      } else {
        memos.push({ stepId, name, failed: false, data: results[name ?? ""] ?? null });
      }
    }
  }
  throw new Error("The run did not end.");
}

describe("the SDK", () => {
  it("is the version whose internals this engine drives", () => {
    expect(version).toBe("4.24.0");
  });
});

describe("driving the SDK's engine directly", () => {
  it.each(FIXTURE_KINDS)("asks and answers exactly as its request handler does: %s", async (kind) => {
    const contract = openContract((client) =>
      fixtureFunctions(client, async (_run, _step, result) => result),
    );
    const one = contract.registered.get(`fixture-${kind}`);
    if (!one) throw new Error("no such fixture");
    const event = { name: "fixture/asked", id: "e", ts: NOW, data: { kind, id: "7" } };
    const answer = { name: "fixture/answer", data: { id: "7", text: "answer to 7" } };
    const end = await play(contract, one, event, { answer, help: 42 });
    expect(end).toMatchObject({ status: "completed", output: expectedOutput(kind, "7") });
  });

  it("agrees on retries, their pauses, the last attempt and the failure", async () => {
    const contract = openContract((client) => [
      client.createFunction({ id: "f", triggers: { event: "a/b" }, retries: 2 }, async ({ step }) => {
        await step.run("fine", () => "fine");
        await step.run("busy", () => {
          throw new RetryAfterError("busy", "7m");
        });
      }),
      client.createFunction({ id: "g", triggers: { event: "a/b" }, retries: 1 }, async () => {
        throw new Error("outside of steps");
      }),
    ]);
    for (const slug of ["fixture-f", "fixture-g"]) {
      const one = contract.registered.get(slug);
      if (!one) throw new Error("no such function");
      const end = await play(contract, one, { name: "a/b", id: "e", ts: NOW, data: {} }, {});
      expect(end.status).toBe("failed");
    }
  });

  it("agrees on failure handlers, on middleware of the function, and without checkpoints", async () => {
    const contract = openContract((client) => {
      const failing = client.createFunction(
        { id: "f", triggers: { event: "a/b" }, onFailure: ({ error }) => error.message },
        () => null,
      );
      const plain = client.createFunction(
        { id: "plain", triggers: { event: "a/b" }, checkpointing: false, middleware: [OneMore] },
        async ({ step }) => (await step.run("a", () => 1)) + (await step.run("b", () => 2)),
      );
      return [failing, plain];
    });
    const failure = contract.registered.get("fixture-f-failure");
    const plain = contract.registered.get("fixture-plain");
    if (!failure || !plain) throw new Error("no such function");
    const data = { function_id: "fixture-f", error: { name: "Error", message: "it broke" }, event: {} };
    const failed = { name: "inngest/function.failed", id: "e", ts: NOW, data };
    expect(await play(contract, failure, failed, {})).toMatchObject({ output: "it broke" });
    expect(await play(contract, plain, { name: "a/b", id: "e", ts: NOW, data: {} }, {})).toMatchObject({
      output: 5,
    });
  });
});

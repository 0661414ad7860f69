import type { Inngest } from "inngest";
import { InngestExecutionEngine } from "inngest/internals";
import type { Dispatch } from "./model";
import type { SdkResult } from "./outcome";
import type { RegisteredFunction } from "./rules";

type EngineOptions = Parameters<typeof InngestExecutionEngine.createExecutionEngine>[0];
type StepState = EngineOptions["stepState"];
type Checkpointing = EngineOptions["checkpointingConfig"];
type WithCheckpointing = {
  shouldAsyncCheckpoint(
    step: string | undefined,
    fnId: string,
    off: boolean,
    maxRuntime: number,
  ): Checkpointing;
};

/** A dispatch has no time limit here: the lease is renewed while the function runs. */
const NO_MAX_RUNTIME = 0;

/**
 * Replays one run through the SDK's own execution engine (npm inngest 4.24.0, `inngest/internals`), which is what
 * its HTTP handler calls after parsing a request; driving it directly costs a third of the time. The contract
 * tests run the same functions through `InngestCommHandler` and compare.
 */
export async function drive(
  dispatch: Dispatch,
  { fn, handlerKind, rules }: RegisteredFunction,
  client: Inngest.Any,
  queueItemId: string,
): Promise<SdkResult> {
  const requestedRunStep = dispatch.kind === "step" ? dispatch.stepId : undefined;
  const checkpointingConfig = (fn as unknown as WithCheckpointing).shouldAsyncCheckpoint(
    requestedRunStep,
    String(dispatch.fnId),
    false,
    NO_MAX_RUNTIME,
  );
  const middleware = [...(client.middleware ?? []), ...(fn.opts.middleware ?? [])];
  const engine = InngestExecutionEngine.createExecutionEngine({
    client,
    fn,
    runId: dispatch.runId,
    stepMode: (checkpointingConfig ? "async_checkpointing" : "async") as EngineOptions["stepMode"],
    checkpointingConfig,
    data: {
      event: dispatch.event,
      events: [dispatch.event],
      runId: dispatch.runId,
      attempt: dispatch.attempt,
      maxAttempts: rules.maxAttempts,
    } as unknown as EngineOptions["data"],
    internalFnId: String(dispatch.fnId),
    queueItemId,
    stepState: stepState(dispatch),
    stepCompletionOrder: dispatch.memos.map((memo) => memo.stepId),
    requestedRunStep,
    handlerKind,
    reqArgs: [],
    headers: {},
    middlewareInstances: middleware.map((Middleware) => new Middleware({ client })),
  });
  return (await engine.start()) as SdkResult;
}

function stepState({ memos }: Dispatch): StepState {
  const state: Record<string, unknown> = {};
  for (const { stepId, failed, data } of memos) {
    state[stepId] = failed ? { id: stepId, error: data } : { id: stepId, data };
  }
  return state as StepState;
}

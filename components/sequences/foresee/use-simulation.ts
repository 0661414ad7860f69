"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { SimulationEvent, SimulationResult } from "@/lib/simulation/schema";

export type SimulationState =
  | { kind: "idle" }
  | { kind: "running"; stage: "loading" | "simulating"; done: number; total: number }
  /** `revision` is the saved draft that it was made from. */
  | { kind: "done"; result: SimulationResult; revision: number }
  /** A sentence for the person; null when the answer broke off. */
  | { kind: "failed"; message: string | null };

/** One simulation at a time, read line by line as it goes on; leaving ends it on the server too. */
export function useSimulation(address: string) {
  const [state, setState] = useState<SimulationState>({ kind: "idle" });
  const underWay = useRef<AbortController>(undefined);

  const stop = useCallback(() => {
    underWay.current?.abort();
    setState({ kind: "idle" });
  }, []);
  useEffect(() => () => underWay.current?.abort(), []);

  const start = async (query: string, revision: number) => {
    underWay.current?.abort();
    const abort = new AbortController();
    underWay.current = abort;
    setState({ kind: "running", stage: "loading", done: 0, total: 0 });
    try {
      const response = await fetch(`${address}?${query}`, { signal: abort.signal });
      for await (const event of linesOf(response)) {
        if (abort.signal.aborted) return;
        setState(next(event, revision));
      }
      if (!abort.signal.aborted) setState((last) => (last.kind === "running" ? BROKEN : last));
    } catch {
      if (!abort.signal.aborted) setState(BROKEN);
    }
  };

  return { state, start, stop };
}

const BROKEN: SimulationState = { kind: "failed", message: null };

function next(event: SimulationEvent, revision: number): SimulationState {
  switch (event.kind) {
    case "progress":
      return { kind: "running", stage: event.stage, done: event.done, total: event.total };
    case "result":
      return { kind: "done", result: event.result, revision };
    case "refused":
      return { kind: "failed", message: event.message };
  }
}

async function* linesOf(response: Response): AsyncGenerator<SimulationEvent> {
  if (!response.ok) {
    const { error } = (await response.json()) as { error: { message: string } };
    yield { kind: "refused", message: error.message };
    return;
  }
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return;
    const lines = (rest + part.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as SimulationEvent;
  }
}

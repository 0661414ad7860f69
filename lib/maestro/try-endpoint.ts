import * as z from "zod";
import { askMetered } from "./ask-metered";
import type { EndpointTrial, MaestroEndpoint, Meter } from "./types";

/** `checked` stands in the schema alone: only an endpoint that keeps to schemas answers it. */
const schema = z.object({ colour: z.string(), checked: z.boolean() });
const answer = z.object({ colour: z.string().max(1_000), checked: z.boolean().optional() });

const question = {
  system: "You are asked whether you can be reached.",
  prompt:
    'Which colour has a clear sky at noon? Answer with one JSON object and nothing else: {"colour": one word}',
  ...{ schema, answer, maxOutputTokens: 1_000 },
};

/** Asks the endpoint something small, and tells whether, how fast and how well it answers. */
export async function tryEndpoint(endpoint: MaestroEndpoint, meter: Meter): Promise<EndpointTrial> {
  const asked = await askMetered(endpoint, { purpose: "test", questionWith: () => question }, meter);
  const latencyMs = asked.answer?.latencyMs ?? 0;
  if (asked.answer?.outcome === "ok") {
    const { value, isStructured } = asked.answer;
    return {
      ...{ outcome: "ok", code: null, detail: "", latencyMs },
      isStructured: isStructured && value.checked !== undefined,
    };
  }
  const { code = null, detail = "" } = asked.answer ?? {};
  return { outcome: asked.outcome, code, detail, latencyMs, isStructured: false };
}

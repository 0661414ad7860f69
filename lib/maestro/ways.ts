import type { MaestroEndpoint } from "./types";

/** How an endpoint wants to be asked, where it differs from the others. */
export type Ways = {
  /** Takes a JSON schema for its answer; otherwise the prompt alone says what is wanted. */
  hasSchema: boolean;
  /** What the limit of the answer's length is called: OpenAI's newer models refuse the older name. */
  limitName: "max_tokens" | "max_completion_tokens";
};

const USUAL: Ways = { hasSchema: true, limitName: "max_tokens" };

/** What was learned, so that each process asks in vain only once; forgotten all at once when there are too many. */
const learned = new Map<string, Ways>();
const MOST_LEARNED = 500;

const nameOf = ({ baseUrl, model }: MaestroEndpoint) => `${baseUrl} ${model}`;

export const waysOf = (endpoint: MaestroEndpoint): Ways => learned.get(nameOf(endpoint)) ?? USUAL;

export function learn(endpoint: MaestroEndpoint, ways: Ways): void {
  if (learned.size >= MOST_LEARNED) learned.clear();
  learned.set(nameOf(endpoint), ways);
}

/**
 * How to ask again after a request was refused as malformed; null where nothing is left to change. An endpoint that
 * does not say what it dislikes is asked without the schema.
 */
export function otherWays(ways: Ways, refusal: string): Ways | null {
  if (ways.limitName === "max_tokens" && /max_completion_tokens/.test(refusal)) {
    return { ...ways, limitName: "max_completion_tokens" };
  }
  return ways.hasSchema ? { ...ways, hasSchema: false } : null;
}

/** The request as this endpoint takes it. */
export function inWays(ways: Ways, body: Record<string, unknown>): Record<string, unknown> {
  const { max_tokens: limit, response_format: format, ...rest } = body;
  return { ...rest, [ways.limitName]: limit, ...(ways.hasSchema && { response_format: format }) };
}

import { createHash } from "node:crypto";
import { type Operand, parseEqualities, type Scalar, scalarAt } from "./equality";

/**
 * A condition between a run's trigger event (`event`) and an incoming event (`async`), as pairs: the field of the
 * incoming event and where the wanted value comes from. No pairs: any event of that name matches.
 */
export interface Match {
  pairs: { path: string; wanted: { path: string } | { value: Scalar } }[];
}

/** Answers null when the expression is more than plain equality with a field of the incoming event. */
export function parseMatch(expression: string | undefined): Match | null {
  if (expression === undefined) return { pairs: [] };
  const equalities = parseEqualities(expression);
  if (!equalities) return null;
  const pairs: Match["pairs"] = [];
  for (const { left, right } of equalities) {
    const [incoming, wanted] = left.from === "async" ? [left, right] : [right, left];
    if (incoming.from !== "async" || wanted.from === "async") return null;
    pairs.push({ path: incoming.path, wanted: wantedBy(wanted) });
  }
  pairs.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { pairs };
}

/** The fields of the incoming event that a match looks at, in one text. */
export function matchPaths(match: Match): string {
  return match.pairs.map((pair) => pair.path).join("&");
}

/** The values a run wants to see, or null when its own event lacks one: then nothing matches. */
export function wantedValues(match: Match, event: unknown): Scalar[] | null {
  return present(
    match.pairs.map(({ wanted }) => ("value" in wanted ? wanted.value : scalarAt(event, wanted.path))),
  );
}

/** The values an incoming event shows, or null when it lacks one. */
export function shownValues(paths: string, event: unknown): Scalar[] | null {
  return present(paths === "" ? [] : paths.split("&").map((path) => scalarAt(event, path)));
}

/** The key under which waits for an event are found. A signed 64-bit number in decimal. */
export function waitKey(eventName: string, paths: string, values: Scalar[]): string {
  return hash64(["wait", eventName, paths, values]);
}

/** The key under which the runs of a function are found by an event that cancels them. */
export function cancelKey(slug: string, paths: string, values: Scalar[]): string {
  return hash64(["cancel", slug, paths, values]);
}

/** 64 bits of sha256: two different keys among a million meet with a chance of about 1 in 10^7. */
export function hash64(parts: unknown): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest().readBigInt64BE(0).toString();
}

function wantedBy(operand: Exclude<Operand, { from: "async" }>): { path: string } | { value: Scalar } {
  return operand.from === "literal" ? { value: operand.value } : { path: operand.path };
}

function present(values: (Scalar | null)[]): Scalar[] | null {
  return values.every((value) => value !== null) ? (values as Scalar[]) : null;
}

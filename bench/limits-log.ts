/** One request as the stub noted it; `at` is in milliseconds since 1970, with the fractions of the monotonic clock. */
export type Arrival = { at: number; number: string; message: string };

/** Reads the stub's log, in the order of arrival. */
export function readArrivals(log: string): Arrival[] {
  const [head, ...lines] = log.trimEnd().split("\n");
  const [ticks = "0", , wall = "0"] = head?.split(" ") ?? [];
  const arrivals = lines.map((line) => {
    const [at = "0", number = "", message = ""] = line.split(" ");
    return { at: Number(wall) + Number(BigInt(at) - BigInt(ticks)) / 1e6, number, message };
  });
  return arrivals.sort((a, b) => a.at - b.at);
}

/** The most of these ascending instants that any stretch of `lengthMs` holds, wherever it begins; its end is not in it. */
export function mostWithin(instants: readonly number[], lengthMs: number): number {
  let most = 0;
  let from = 0;
  for (const [index, at] of instants.entries()) {
    while (at - (instants[from] ?? at) >= lengthMs) from++;
    most = Math.max(most, index - from + 1);
  }
  return most;
}

/** Messages that arrived more than once, and those of `wanted` that never did. */
export function compareArrivals(
  arrivals: readonly Arrival[],
  wanted: readonly string[],
): { duplicates: number; missing: number } {
  const arrived = new Set(arrivals.map(({ message }) => message));
  return {
    duplicates: arrivals.length - arrived.size,
    missing: wanted.filter((message) => !arrived.has(message)).length,
  };
}

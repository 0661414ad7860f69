import type { Decision, ReasonCode } from "./facts";
import type { EndReason } from "./model";
import { isoDateOf, toLocalMs } from "./zone";

/** Sends of one inbox on one day of the account's calendar. */
export type DaySends = { day: string; inboxId: string; count: number };

export type Simulation = {
  /** Runs of the sequence itself. */
  people: number;
  sends: DaySends[];
  /** Of the other sequences, which use the same inboxes. */
  otherSends: DaySends[];
  /** How many people were put off at least once, by reason; most first. */
  deferred: { code: ReasonCode; people: number }[];
  /** Steps that were not sent, by reason. */
  unsent: { kind: "skip" | "fail"; code: ReasonCode; count: number }[];
  ends: { reason: EndReason; people: number }[];
  /** Runs that wait for something that cannot be foreseen, or beyond the horizon. */
  unfinished: number;
  /** How many people are through, by the day of their last step. */
  finishes: { day: string; people: number }[];
  firstSendAt: Date | null;
  lastSendAt: Date | null;
};

/** Counts what comes of a simulation. Days are those of the account's zone. */
export function createTally(zone: string) {
  const sends = new Counter();
  const otherSends = new Counter();
  const unsent = new Counter();
  const ends = new Counter();
  const finishes = new Counter();
  const deferred = new Map<ReasonCode, Set<number>>();
  let unfinished = 0;
  let first: Date | null = null;
  let last: Date | null = null;
  const dayOf = (at: Date) => isoDateOf(toLocalMs(at.getTime(), zone));

  return {
    count(run: number, decision: Decision, at: Date): void {
      switch (decision.kind) {
        case "send":
          sends.add(dayOf(at), decision.inboxId);
          first ??= at;
          last = at;
          break;
        case "skip":
        case "fail":
        case "lost":
          unsent.add(decision.kind === "skip" ? "skip" : "fail", decision.because.code);
          break;
        case "end":
          ends.add(decision.reason);
          finishes.add(dayOf(at));
          break;
        case "wait": {
          const { code } = decision.because;
          if (code === "not_due") break;
          const people = deferred.get(code) ?? new Set();
          deferred.set(code, people.add(run));
          break;
        }
      }
    },
    countOther: (inboxId: string, at: Date) => otherSends.add(dayOf(at), inboxId),
    countUnfinished: () => {
      unfinished++;
    },
    result: (people: number): Simulation => ({
      people,
      sends: sends.list(([day, inboxId], count) => ({ day, inboxId, count })).sort(byDay),
      otherSends: otherSends.list(([day, inboxId], count) => ({ day, inboxId, count })).sort(byDay),
      deferred: [...deferred]
        .map(([code, who]) => ({ code, people: who.size }))
        .sort((a, b) => b.people - a.people),
      unsent: unsent
        .list(([kind, code], count) => ({ kind: kind as "skip" | "fail", code: code as ReasonCode, count }))
        .sort((a, b) => b.count - a.count),
      ends: ends
        .list(([reason], count) => ({ reason: reason as EndReason, people: count }))
        .sort((a, b) => b.people - a.people),
      unfinished,
      finishes: finishes.list(([day], count) => ({ day, people: count })).sort(byDay),
      firstSendAt: first,
      lastSendAt: last,
    }),
  };
}

const byDay = (a: { day: string }, b: { day: string }) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

class Counter {
  private readonly counts = new Map<string, { key: string[]; count: number }>();
  add(...key: string[]): void {
    const name = key.join(" ");
    const entry = this.counts.get(name);
    if (entry) entry.count++;
    else this.counts.set(name, { key, count: 1 });
  }
  list<T>(make: (key: [string, string], count: number) => T): T[] {
    return [...this.counts.values()].map(({ key, count }) => make([key[0] ?? "", key[1] ?? ""], count));
  }
}

import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { enterGate, type Gate } from "./compose-gate";

const NOW = new Date("2026-03-10T15:00:00Z");
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const opened = (gate: Gate) => {
  if (gate.kind !== "open") throw new Error(`The gate is ${gate.kind}.`);
  return gate;
};

describe("drafts that are to be written at once", () => {
  it("are eight of an account; the others come again one after another", () => {
    const accountId = randomUUID();
    const inside = Array.from({ length: 8 }, () => opened(enterGate(accountId, NOW)));
    const turnedAway = Array.from({ length: 100 }, () => {
      const gate = enterGate(accountId, NOW);
      return gate.kind === "full" ? gate.until.getTime() : 0;
    });
    expect(turnedAway.every((until) => until > NOW.getTime())).toBe(true);
    expect(new Set(turnedAway).size).toBe(100);
    expect(turnedAway).toEqual([...turnedAway].sort((a, b) => a - b));
    // Another account has its own.
    expect(enterGate(randomUUID(), NOW).kind).toBe("open");
    inside[0]?.leave("ok", 1_000, NOW);
    expect(enterGate(accountId, NOW).kind).toBe("open");
    expect(enterGate(accountId, NOW).kind).toBe("full");
  });

  it("are a hundred of all accounts, so that others than Maestro's runs get their turn", () => {
    const accounts = Array.from({ length: 20 }, () => randomUUID());
    const gates = accounts.flatMap((id) => Array.from({ length: 8 }, () => enterGate(id, NOW)));
    const inside = gates.filter(({ kind }) => kind === "open");
    expect(inside.length).toBeLessThanOrEqual(100);
    expect(inside.length).toBeGreaterThan(80);
    expect(enterGate(randomUUID(), NOW).kind).toBe("full");
    for (const gate of inside) opened(gate).leave(null, 0, NOW);
    expect(opened(enterGate(randomUUID(), NOW)).kind).toBe("open");
  });
});

describe("an endpoint that does not answer", () => {
  it("is left alone for half a minute after three calls in a row, and then asked again", () => {
    const accountId = randomUUID();
    for (const _ of [1, 2]) opened(enterGate(accountId, NOW)).leave("timeout", 20_000, NOW);
    expect(enterGate(accountId, NOW).kind).toBe("open");
    opened(enterGate(accountId, NOW)).leave("unavailable", 10, NOW);
    expect(enterGate(accountId, at(29))).toEqual({ kind: "resting", outcome: "unavailable" });
    const again = opened(enterGate(accountId, at(31)));
    again.leave("timeout", 20_000, at(31));
    expect(enterGate(accountId, at(60)).kind).toBe("resting");
    opened(enterGate(accountId, at(62))).leave("ok", 900, at(62));
    expect(enterGate(accountId, at(62)).kind).toBe("open");
  });

  it("is not one that answers what cannot be used", () => {
    const accountId = randomUUID();
    for (const outcome of ["nonsense", "refused", "blocked", "budget"] as const) {
      opened(enterGate(accountId, NOW)).leave(outcome, 10, NOW);
    }
    expect(enterGate(accountId, NOW).kind).toBe("open");
  });
});

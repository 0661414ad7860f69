import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/test-database";
import { race } from "./fixtures/race";

const database = useTestDatabase();

/** A sample of `bench/race.ts`, which plays 10,000 rounds. */
const ROUNDS = 500;

describe("stops and sends that meet at the same moment, in two worker processes", () => {
  it("sends nothing after a stop that was committed before the claim, and nothing twice", async () => {
    const report = await race(database.sql, { rounds: ROUNDS, seed: 20_260_310 });
    expect(report).toMatchObject({
      afterStop: 0,
      duplicates: 0,
      lost: 0,
      wrongReason: 0,
      broken: [],
      errors: [],
    });
    // Both orders happened, or the sample proves nothing.
    expect(report.stoppedBeforeClaim).toBeGreaterThan(ROUNDS / 20);
    expect(report.stoppedAfterClaim).toBeGreaterThan(ROUNDS / 50);
    expect(report.heldBeforeClaim).toBeGreaterThan(0);
    expect(report.sends).toBeGreaterThan(ROUNDS / 2);
  }, 120_000);
});

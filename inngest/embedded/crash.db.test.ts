import { expect, it } from "vitest";
import { crashWorkers } from "./fixtures/crash";

// A sample; `node --import tsx bench/executor-crash.ts --kills 200` is the whole of it.
it("every function ends with the result of an uncrashed run when workers are killed at random moments", async () => {
  const report = await crashWorkers(15);
  expect(report.violations).toEqual([]);
  expect(report.kills).toBe(15);
}, 180_000);

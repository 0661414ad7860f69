import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inWords, playwrightTally, sum, vitestTally } from "./tally.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "follow-ups-tally-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(content: object) {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});
const counts = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 0 };

describe("the tally of vitest", () => {
  it("counts tests", () => {
    const testResults = [file("passed", "passed", "passed"), file("failed", "passed", "failed")];
    expect(vitestTally(report({ ...counts, testResults }), 1)).toMatchObject({
      passed: 3,
      failed: 1,
      skipped: 1,
    });
  });

  it("counts a file that could not be loaded as a failure", () => {
    const testResults = [file("failed"), file("failed", "failed")];
    expect(vitestTally(report({ ...counts, testResults }), 1).failed).toBe(2);
  });

  it("counts a failed run without a failed test, or without a report, as a failure", () => {
    const content = { ...counts, numFailedTests: 0, testResults: [file("passed", "passed")] };
    expect(vitestTally(report(content), 1).failed).toBe(1);
    expect(vitestTally(join(folder, "none.json"), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe("the tally of Playwright", () => {
  it("counts what passed at last as passed", () => {
    const stats = { expected: 4, flaky: 1, unexpected: 2, skipped: 1 };
    expect(playwrightTally(report({ stats }), 1)).toMatchObject({ passed: 5, failed: 2, skipped: 1 });
  });
});

describe("what failed", () => {
  it("is named with its file and why", () => {
    const assertionResults = [
      { status: "passed", fullName: "adds" },
      { status: "failed", fullName: "subtracts", failureMessages: ["Error: 1 is not 2\n  at a line"] },
    ];
    const testResults = [
      { name: join(process.cwd(), "lib/sum.test.ts"), status: "failed", assertionResults },
    ];
    expect(vitestTally(report({ ...counts, testResults }), 1).failures).toEqual([
      "lib/sum.test.ts › subtracts: Error: 1 is not 2",
    ]);
  });

  it("is named of browser tests, too, however deep they stand", () => {
    const stats = { expected: 1, flaky: 0, unexpected: 1, skipped: 0 };
    const spec = { title: "opens", ok: false, file: "door.spec.ts", line: 3 };
    const suites = [{ specs: [{ ...spec, ok: true }], suites: [{ specs: [spec] }] }];
    expect(playwrightTally(report({ stats, suites }), 1).failures).toEqual(["door.spec.ts:3 › opens"]);
  });
});

describe("the last line", () => {
  it("adds up, and speaks of skipped tests only when there are some", () => {
    const total = sum([
      { passed: 2, failed: 1, skipped: 0 },
      { passed: 3, failed: 0, skipped: 0 },
    ]);
    expect(inWords(total)).toBe("5 passed, 1 failed");
    expect(inWords({ ...total, skipped: 2 })).toBe("5 passed, 1 failed, 2 skipped");
  });
});

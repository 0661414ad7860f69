import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "../start/settings.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number, failures?: string[] }} Tally */

/**
 * What a run of vitest came to. A file that could not be loaded, and a run that fails without a failed test
 * (an unhandled error), count as one failure each.
 * @param {string} reportFile of vitest's JSON reporter
 * @param {number} exitCode
 * @returns {Tally}
 */
export function vitestTally(reportFile, exitCode) {
  const report = read(reportFile);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  ).length;
  return withExitCode(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(namesOfFailed),
  });
}

/**
 * What failed in a file, with the first line of why.
 * @param {{ name?: string, status: string, message?: string, assertionResults: { status: string, fullName?: string, failureMessages?: string[] }[] }} file
 */
function namesOfFailed({ name = "", status, message = "", assertionResults }) {
  const path = relative(root, name);
  const failed = assertionResults.filter((one) => one.status === "failed");
  if (failed.length === 0) return status === "failed" ? [`${path}: ${firstLine(message)}`] : [];
  return failed.map(
    ({ fullName, failureMessages = [] }) => `${path} › ${fullName}: ${firstLine(failureMessages[0])}`,
  );
}

/** @param {string} [text] */
const firstLine = (text = "") => text.trim().split("\n", 1)[0]?.slice(0, 300);

/**
 * @param {string} reportFile of Playwright's JSON reporter
 * @param {number} exitCode
 * @returns {Tally}
 */
export function playwrightTally(reportFile, exitCode) {
  const report = read(reportFile);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, flaky, unexpected, skipped } = report.stats;
  const failures = (report.suites ?? []).flatMap(namesOfUnexpected);
  return withExitCode(exitCode, { passed: expected + flaky, failed: unexpected, skipped, failures });
}

/**
 * @typedef {{ title: string, ok: boolean, file?: string, line?: number }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function namesOfUnexpected({ specs = [], suites = [] }) {
  const own = specs.filter(({ ok }) => !ok).map(({ title, file, line }) => `${file}:${line} › ${title}`);
  return [...own, ...suites.flatMap(namesOfUnexpected)];
}

/** @param {Tally[]} tallies */
export function sum(tallies) {
  return tallies.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
      failures: [...(total.failures ?? []), ...(one.failures ?? [])],
    }),
    { passed: 0, failed: 0, skipped: 0, failures: [] },
  );
}

/** @param {Tally} tally */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * @param {number} exitCode
 * @param {Tally} tally
 */
function withExitCode(exitCode, tally) {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

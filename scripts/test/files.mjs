import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../start/settings.mjs";

const NO_SOURCES = new Set(["node_modules", ".next", ".data", ".git", "test-results", "coverage"]);

/**
 * The test files of one kind whose path, relative to the checkout, holds the pattern or matches it as an expression.
 * @param {"unit" | "integration" | "e2e"} kind
 * @param {string[]} patterns any of which may match; none means all files
 */
export function testFiles(kind, patterns) {
  return sources("")
    .filter((file) => kindOf(file) === kind)
    .filter((file) => patterns.length === 0 || patterns.some((pattern) => matches(file, pattern)))
    .sort();
}

/**
 * @param {string} file
 * @param {string} pattern
 */
function matches(file, pattern) {
  if (file.includes(pattern)) return true;
  try {
    return new RegExp(pattern).test(file);
  } catch {
    return false;
  }
}

/** @param {string} file */
function kindOf(file) {
  if (!/\.(test|spec)\.tsx?$/.test(file)) return null;
  if (file.startsWith("e2e/")) return "e2e";
  return file.endsWith(".db.test.ts") ? "integration" : "unit";
}

/**
 * @param {string} folder
 * @returns {string[]} relative paths with forward slashes
 */
function sources(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return NO_SOURCES.has(entry.name) ? [] : sources(path);
    return [path];
  });
}

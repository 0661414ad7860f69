import { posix } from "node:path";
import { BANNED_IN_CORE, FREE, MODULES } from "./boundary-rules.mjs";

/** @typedef {{ file: string, line: number, sentence: string }} Violation */

const IMPORT =
  /\b(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"']+)["']|\b(?:import|require)\(\s*["']([^"']+)["']/g;

/**
 * What a source file imports against the rules of its module, and what the pure core may not touch.
 * @param {string} file relative to the checkout, with forward slashes
 * @param {string} text
 * @returns {Violation[]}
 */
export function violations(file, text) {
  const module = MODULES.find(({ files }) => files.test(file));
  if (!module || FREE.test(file)) return [];
  const code = withoutComments(text);
  const found = imports(file, code)
    .filter((one) => !isAllowed(module, one))
    .map(({ index, specifier }) => ({
      file,
      line: lineAt(code, index),
      sentence: `${module.name} may not import ${specifier}: ${module.why}.`,
    }));
  return module.isPure ? [...found, ...impurities(file, code)] : found;
}

/**
 * Blanked out, so that positions stay.
 * @param {string} text
 */
function withoutComments(text) {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:"'`])\/\/.*$/gm, (comment) =>
    comment.replaceAll(/[^\n]/g, " "),
  );
}

/**
 * @param {string} file
 * @param {string} code
 */
function imports(file, code) {
  return [...code.matchAll(IMPORT)].map((match) => {
    const specifier = match[2] ?? match[3] ?? "";
    return { index: match.index, specifier, isType: match[1] !== undefined, target: target(file, specifier) };
  });
}

/**
 * @param {string} file
 * @param {string} specifier
 */
function target(file, specifier) {
  const path = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(file), specifier)
      : null;
  return path === null ? `package:${specifier}` : path.replace(/\.(m?[jt]sx?)$/, "");
}

/**
 * @param {(typeof MODULES)[number]} module
 * @param {{ target: string, isType: boolean }} one
 */
function isAllowed(module, { target: path, isType }) {
  if (isType && module.mayType?.some((pattern) => pattern.test(path))) return true;
  return (
    !module.never.some((pattern) => pattern.test(path)) && module.may.some((pattern) => pattern.test(path))
  );
}

/**
 * @param {string} file
 * @param {string} code
 */
function impurities(file, code) {
  return BANNED_IN_CORE.flatMap(({ pattern, name }) =>
    [...code.matchAll(pattern)].map(({ index }) => ({
      file,
      line: lineAt(code, index),
      sentence: `lib/core may not use ${name}: it is told the time and everything else.`,
    })),
  );
}

/**
 * @param {string} code
 * @param {number} index
 */
function lineAt(code, index) {
  return code.slice(0, index).split("\n").length;
}

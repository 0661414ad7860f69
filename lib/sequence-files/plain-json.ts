import { AppError } from "@/lib/errors";

/** A sequence has ten levels; more are a trap for whatever walks them. */
const MAX_DEPTH = 20;
/** Longer than any text that a step may have. */
const MAX_STRING = 20_000;
/** Names that would reach an object's prototype instead of a value. */
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Refuses JSON that no honest file has, and that Postgres or a later reader would trip over. It walks without
 * recursion, since the depth is what it is here to limit. Throws AppError `invalid` with the path.
 */
export function checkPlain(value: unknown): void {
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value, path: "", depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: part, path, depth } = next;
    if (typeof part === "string") checkString(part, path);
    if (typeof part !== "object" || part === null) continue;
    if (depth >= MAX_DEPTH) throw refuse("too_deep", path);
    for (const [key, below] of Object.entries(part)) {
      const here = path === "" ? key : `${path}.${key}`;
      if (FORBIDDEN_KEYS.has(key)) throw refuse("forbidden_key", here);
      checkString(key, path);
      waiting.push({ value: below, path: here, depth: depth + 1 });
    }
  }
}

function checkString(text: string, path: string): void {
  if (text.includes("\0") || !text.isWellFormed()) throw refuse("unreadable_characters", path);
  if (text.length > MAX_STRING) throw refuse("huge_text", path);
}

/** A path is shown; what a stranger made of it must not fill the screen. */
const refuse = (reason: string, path: string): AppError =>
  new AppError("invalid", `sequence_file.${reason}`, {
    data: { path: path.toWellFormed().replaceAll("\0", "").slice(0, 120), max: MAX_STRING },
  });

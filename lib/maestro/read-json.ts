/** What models think aloud before they answer, and the fences that they put around JSON. */
const AROUND = /<think>[\s\S]*?(<\/think>|$)|```[a-z]*/gi;
/** Enough for an answer with some talk around it; protects from a text of nothing but braces. */
const MAX_TRIES = 20;

/** The JSON object in a model's answer: all of it, or the last whole one between other words. Null where there is none. */
export function readJson(answer: string): Record<string, unknown> | null {
  const text = answer.replace(AROUND, "").trim();
  const whole = objectOf(text);
  if (whole) return whole;
  const end = text.lastIndexOf("}");
  let start = text.indexOf("{");
  for (let tries = 0; start >= 0 && start < end && tries < MAX_TRIES; tries++) {
    const found = objectOf(text.slice(start, end + 1));
    if (found) return found;
    start = text.indexOf("{", start + 1);
  }
  return null;
}

function objectOf(text: string): Record<string, unknown> | null {
  if (!text.startsWith("{")) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

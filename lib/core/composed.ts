import type { Because, OutboundContent } from "./facts";

export type Composed = { ok: true; content: OutboundContent } | { ok: false; because: Because };

/** One part of a message, filled in. */
export type Field = { ok: true; text: string } | { ok: false; because: Because };

export function fail(code: Because["code"], data: Because["data"]): { ok: false; because: Because } {
  return { ok: false, because: { code, data } };
}

/** Header fields and HSM parameters may not have line breaks, tabs or runs of spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

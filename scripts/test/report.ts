import { appendFileSync } from "node:fs";

/** A part of the report that `npm run conformance` prints: a title and lines of two columns. Other runs print nothing. */
export function report(title: string, lines: string[][]): void {
  const file = process.env.CONFORMANCE_REPORT;
  if (file) appendFileSync(file, `${JSON.stringify({ title, lines })}\n`);
}

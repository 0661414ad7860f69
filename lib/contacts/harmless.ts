/**
 * A cell as a spreadsheet may safely open it: one that it would take for a formula gets an apostrophe before it
 * (owasp.org, CSV injection). Numbers and phone numbers with their sign are no formulas, and an import reads them again.
 */
export function harmless(cell: string | number | boolean | null | undefined): string {
  const text = String(cell ?? "");
  if (/^[+-]\d+([.,]\d+)?$/.test(text)) return text;
  return /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/.test(text) ? `'${text}` : text;
}

/** A limit as a form sends it: null when the field is empty. */
export function limitOf(value: FormDataEntryValue | null): number | null {
  const text = String(value ?? "").trim();
  return text === "" ? null : Number(text);
}

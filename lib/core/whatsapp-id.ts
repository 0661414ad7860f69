/** A business-scoped user id such as `US.13491208655302741918`; stands in for the number where Meta hides it. */
export const isBusinessScopedId = (value: string): boolean => /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/.test(value);

/**
 * All forms under which WhatsApp may know a number, as digits, the given one first: Brazilian mobiles with and without
 * the ninth digit, Mexican ones with and without the 1. Meta's answers and its webhooks may use either. What is no
 * number has one form.
 */
export function whatsappVariants(id: string): string[] {
  if (!/^\+?[\d\s().-]+$/.test(id)) return [id];
  const digits = id.replace(/\D/g, "");
  const other = brazilian(digits) ?? mexican(digits);
  return other ? [digits, other] : [digits];
}

function brazilian(digits: string): string | null {
  // Eight digits from 6 up were mobiles before the ninth came; below are landlines, which never got one.
  const withNinth = /^(55[1-9]\d)9([6-9]\d{7})$/.exec(digits);
  if (withNinth) return `${withNinth[1]}${withNinth[2]}`;
  const without = /^(55[1-9]\d)([6-9]\d{7})$/.exec(digits);
  return without ? `${without[1]}9${without[2]}` : null;
}

function mexican(digits: string): string | null {
  const withOne = /^521(\d{10})$/.exec(digits);
  if (withOne) return `52${withOne[1]}`;
  const without = /^52(\d{10})$/.exec(digits);
  return without ? `521${without[1]}` : null;
}

/** As much of a delivery is shown; the rest is attachments. */
const MAX_SHOWN = 64 * 1024;
/** Some servers put their key into what they deliver: whoever may see a run may not see that. */
const SECRET = /token|secret|signature|api_?key|password|authorization|credential/i;
const HIDDEN = "•••";
const FORM = /^[\w.%[\]-]+=[^\s&]*(&[\w.%[\]-]+=[^\s&]*)*$/;

/** What a provider delivered, for a person to read: JSON indented, a form line by line, anything else as it is. Pure. */
export function shownBody(body: string): { body: string; isCut: boolean } {
  const text = asJson(body) ?? asForm(body) ?? withoutSecrets(body);
  return { body: text.slice(0, MAX_SHOWN), isCut: text.length > MAX_SHOWN };
}

function asJson(body: string): string | null {
  try {
    const hidden = (name: string, value: unknown) => (SECRET.test(name) && value !== null ? HIDDEN : value);
    return JSON.stringify(JSON.parse(body), hidden, 2);
  } catch {
    return null;
  }
}

function asForm(body: string): string | null {
  if (!FORM.test(body)) return null;
  const lines = [...new URLSearchParams(body)];
  return lines.map(([name, value]) => `${name}: ${SECRET.test(name) ? HIDDEN : value}`).join("\n");
}

/** Of text that is cut off in the middle, or no JSON at all. */
const withoutSecrets = (body: string): string =>
  body.replace(/("[^"]*"\s*:\s*)"[^"]*"/g, (pair, name: string) =>
    SECRET.test(name) ? `${name}"${HIDDEN}"` : pair,
  );

import type { HsmFrame, HsmHeader, Media } from "./model";

/**
 * The approved body of an HSM template with its variables filled in, as the contact will read it: `{{1}}` by
 * position, or `{{name}}` where `parameterNames` says which value has which name. A variable without a value stays.
 */
export function fillBody(
  body: string,
  parameters: readonly string[],
  parameterNames?: readonly string[],
): string {
  return body.replace(BODY_VARIABLE, (written, name: string) => {
    const index = parameterNames?.indexOf(name) ?? Number(name) - 1;
    return parameters[index] ?? written;
  });
}

/** The names or numbers of the variables that a body has, each once, in their order. */
export function bodyVariables(body: string): string[] {
  return [...new Set([...body.matchAll(BODY_VARIABLE)].map((match) => match[1] ?? ""))];
}

const BODY_VARIABLE = /\{\{\s*([a-z0-9_]+)\s*\}\}/g;

/** The file above a template's body; null where there are words or nothing, or where Meta keeps it under an id. */
export function headMedia(header: HsmHeader | undefined): Media | null {
  if (!header || header.type === "text" || !URL.canParse(header.value)) return null;
  const { type: kind, value: url, fileName } = header;
  return { kind, url, ...(fileName && { fileName }) };
}

type Around = { header: string | null; footer: string | null; buttons: { type: string; text: string }[] };

/** What a step or a message keeps of what stands around a template's body; undefined where nothing does. */
export function frameOf({ header, footer, buttons }: Around): HsmFrame | undefined {
  if (header === null && footer === null && buttons.length === 0) return undefined;
  const kept = buttons
    .slice(0, 20)
    .map(({ type, text }) => ({ type: type.slice(0, 40), text: text.slice(0, 100) }));
  return {
    ...(header !== null && { header: header.slice(0, 200) }),
    ...(footer !== null && { footer: footer.slice(0, 200) }),
    ...(kept.length > 0 && { buttons: kept }),
  };
}

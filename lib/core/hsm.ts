import type { HsmHeader, Media } from "./model";

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

/** The text fields of a form as its body has them, whichever of the two ways it was sent; files are left out. */
export function postedForm(body: string): Record<string, string> {
  const boundary = /^--([^\r\n]{1,200})\r?\n/.exec(body)?.[1];
  return boundary === undefined ? Object.fromEntries(new URLSearchParams(body)) : partsOf(body, boundary);
}

function partsOf(body: string, boundary: string): Record<string, string> {
  const fields: Record<string, string> = Object.create(null);
  for (const part of body.split(`--${boundary}`).slice(1, MOST_PARTS)) {
    const [, head = "", value = ""] = /^\r?\n([\s\S]*?)\r?\n\r?\n([\s\S]*?)\r?\n$/.exec(part) ?? [];
    const name = /\bname="([^"]*)"/i.exec(head)?.[1];
    if (name !== undefined && !/\bfilename\*?=/i.test(head)) fields[name] ??= value;
  }
  return fields;
}

const MOST_PARTS = 200;

export const isForm = (headers: Headers): boolean =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(headers.get("content-type") ?? "");

/** A received mail, read far enough for tests: headers by lower-case name, and the decoded text parts. */
export type ReceivedMail = {
  from: string;
  to: string[];
  headers: Record<string, string>;
  text: string;
  html: string;
  raw: string;
};

/** Reads a mail as our own driver writes it: one level of multipart, quoted-printable or base64, UTF-8. */
export function readMail(raw: string, envelope: { from: string; to: string[] }): ReceivedMail {
  const top = partOf(raw);
  const boundary = /boundary="?([^";]+)"?/i.exec(top.headers["content-type"] ?? "")?.[1];
  const parts = boundary ? top.body.split(`--${boundary}`).slice(1, -1).map(partOf) : [top];
  const decoded = (type: string) => {
    const part = parts.find(({ headers }) => (headers["content-type"] ?? "text/plain").startsWith(type));
    return part ? decode(part.body, part.headers["content-transfer-encoding"] ?? "7bit") : "";
  };
  const headers = Object.fromEntries(
    Object.entries(top.headers).map(([name, value]) => [name, decodeWords(value)]),
  );
  return { ...envelope, headers, text: decoded("text/plain"), html: decoded("text/html"), raw };
}

function partOf(text: string): { headers: Record<string, string>; body: string } {
  const trimmed = text.replace(/^\r\n/, "");
  const end = trimmed.indexOf("\r\n\r\n");
  const head = trimmed.slice(0, end).replace(/\r\n[ \t]+/g, " ");
  const headers: Record<string, string> = {};
  for (const line of head.split("\r\n")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    if (headers[name] !== undefined) throw new Error(`Header ${name} stands twice`);
    headers[name] = line.slice(colon + 1).trim();
  }
  return { headers, body: trimmed.slice(end + 4) };
}

function decode(body: string, encoding: string): string {
  const text = body.replace(/\r\n$/, "");
  if (encoding === "base64") return Buffer.from(text, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return text;
  return fromQuoted(text.replace(/=\r\n/g, ""));
}

/** Encoded words of headers (RFC 2047). */
const decodeWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(text, "base64").toString("utf8")
        : fromQuoted(text.replaceAll("_", " ")),
    );

function fromQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

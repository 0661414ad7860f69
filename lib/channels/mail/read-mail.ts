import { simpleParser } from "mailparser";
import type { MailFeatures } from "@/lib/core/inbound/mail-kind";

/** Beyond it the text is no answer but a document; what is said stands at the beginning. */
const LONGEST_TEXT = 50_000;

/**
 * A mail as it came over the wire, read as far as its kind and its words need it. Never throws: what cannot be read as
 * mail is one without headers.
 */
export async function readMail(raw: Buffer): Promise<MailFeatures> {
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextLinks: true });
  const headers = new Map<string, string[]>();
  for (const { key, line } of mail.headerLines) {
    const value = line
      .slice(line.indexOf(":") + 1)
      .replace(/\r?\n[ \t]+/g, " ")
      .trim();
    headers.set(key, [...(headers.get(key) ?? []), value]);
  }
  return {
    headers,
    from: (mail.from?.value[0]?.address ?? addressIn(headers.get("from")?.[0])).toLowerCase(),
    subject: mail.subject ?? "",
    text: (mail.text ?? "").slice(0, LONGEST_TEXT),
    contentTypes: contentTypesOf(raw),
  };
}

/** Servers write senders that are no address by the book: `MAILER-DAEMON (Mail Delivery System)`. */
const addressIn = (from = ""): string => /<([^>]*)>/.exec(from)?.[1] ?? from.trim().split(/\s/)[0] ?? "";

/**
 * The parser joins parts that it takes for attachments; whether a part is there at all is seen in the lines themselves.
 */
const contentTypesOf = (raw: Buffer): string[] =>
  [...raw.toString("latin1").matchAll(/^content-type:\s*([\w.+-]+\/[\w.+-]+)/gim)].map(([, type = ""]) =>
    type.toLowerCase(),
  );

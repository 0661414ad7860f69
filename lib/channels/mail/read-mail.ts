import { type ParsedMail, simpleParser } from "mailparser";
import type { MailFeatures } from "@/lib/core/inbound/mail-kind";
import { htmlToText } from "./html-text";

/** Beyond it the text is no answer but a document; what is said stands at the beginning. */
const LONGEST_TEXT = 50_000;
/** What is read of a mail that is made to be hard to read. */
const LONGEST_HEAD = 64 * 1024;
const LONGEST_HEADER = 4 * 1024;

export type Mail = MailFeatures & {
  /** Without angle brackets; empty where the mail has none. */
  messageId: string;
  fromName: string | null;
  /** Every address that it went to, as far as its headers say. */
  to: string[];
  /** Names of the files that came along. */
  files: string[];
  /** Of the reports within (RFC 3464, RFC 5965): their lines, decoded. */
  report: string;
};

/**
 * A mail as it came over the wire, read as far as its kind and its words need it. Never throws: of what cannot be read
 * as mail (parts within parts without end, headers of megabytes) only the first headers are taken.
 */
export async function readMail(raw: Buffer): Promise<Mail> {
  const mail = await parsed(raw).catch(() => parsed(headOnly(raw)));
  const headers = headersOf(mail);
  const sender = mail.from?.value[0];
  return {
    headers,
    from: (sender?.address ?? addressIn(headers.get("from")?.[0])).toLowerCase(),
    fromName: sender?.name?.trim() || null,
    subject: mail.subject ?? "",
    text: textOf(mail),
    contentTypes: contentTypesOf(raw),
    messageId: idsIn(headers.get("message-id")?.[0])[0] ?? "",
    to: ADDRESSED.flatMap((name) => headers.get(name) ?? []).flatMap(addressesIn),
    files: mail.attachments.flatMap(({ filename }) => (filename ? [filename] : [])),
    report: mail.attachments
      .filter(({ contentType }) => REPORTS.has(contentType))
      .map(({ content }) => content.toString("latin1"))
      .join("\n"),
  };
}

const REPORTS = new Set(["message/delivery-status", "message/feedback-report"]);
/** Servers note here, too, which of a mailbox's addresses a mail came by. */
const ADDRESSED = ["to", "cc", "delivered-to", "x-original-to", "envelope-to"];

/** Links and images are left as they stand, and HTML is turned into text by what cannot be made to take long. */
const parsed = (raw: Buffer): Promise<ParsedMail> =>
  simpleParser(raw, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
    keepDeliveryStatus: true,
  });

/** The first headers, without those that are too long or say what comes below. */
function headOnly(raw: Buffer): Buffer {
  const [head = ""] = raw
    .subarray(0, LONGEST_HEAD)
    .toString("latin1")
    .split(/\r?\n\r?\n/, 1);
  const fields = head.split(/\r?\n(?![ \t])/).filter((field) => {
    return field.length <= LONGEST_HEADER && !/^content-/i.test(field);
  });
  return Buffer.from(`${fields.slice(0, 200).join("\r\n")}\r\n\r\n`, "latin1");
}

function headersOf({ headerLines }: ParsedMail): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, line } of headerLines) {
    const value = line
      .slice(line.indexOf(":") + 1)
      .replace(/\r?\n[ \t]+/g, " ")
      .trim();
    headers.set(key, [...(headers.get(key) ?? []), value]);
  }
  return headers;
}

function textOf({ text, html }: ParsedMail): string {
  if (text?.trim()) return text.slice(0, LONGEST_TEXT);
  return html ? htmlToText(html).slice(0, LONGEST_TEXT) : "";
}

/** Message ids in a header or a text, without angle brackets. */
export const idsIn = (text = ""): string[] =>
  [...text.matchAll(/<([^<>\s]{3,500})>/g)].map(([, id = ""]) => id);

const addressesIn = (text: string): string[] =>
  (text.match(/[^\s<>,;:"()]{1,64}@[^\s<>,;:"()]{1,255}/g) ?? []).map((address) => address.toLowerCase());

/** Servers write senders that are no address by the book: `MAILER-DAEMON (Mail Delivery System)`. */
const addressIn = (from = ""): string => /<([^>]*)>/.exec(from)?.[1] ?? from.trim().split(/\s/)[0] ?? "";

/**
 * The parser joins parts that it takes for attachments; whether a part is there at all is seen in the lines themselves.
 */
const contentTypesOf = (raw: Buffer): string[] =>
  [...raw.toString("latin1").matchAll(/^content-type:\s*([\w.+-]+\/[\w.+-]+)/gim)].map(([, type = ""]) =>
    type.toLowerCase(),
  );

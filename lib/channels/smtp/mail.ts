import type { SendMailOptions } from "nodemailer";
import type { DriverInbox, OutboundMessage } from "@/lib/channels/driver";
import { replyAddress } from "@/lib/channels/mail/reply-token";
import type { OutboundContent } from "@/lib/core/facts";
import { marksToPlain } from "@/lib/core/marks";
import { headerText, mailAddressSchema, type SmtpConfig, type SmtpSecrets } from "./config";
import { htmlOf } from "./html";
import { mediaLine, richHtmlOf } from "./rich-html";

/** Long threads keep their first message and the latest ones: some servers refuse very long header lines. */
const MAX_REFERENCES = 20;

/** Our own Message-ID without angle brackets: the same at every attempt, so that repeats can be recognised. */
export const mailId = (messageId: string, { fromAddress }: SmtpConfig): string =>
  `${messageId}@${fromAddress.slice(fromAddress.lastIndexOf("@") + 1)}`;

/** The message as nodemailer takes it, or null when the recipient is no mail address. */
export function mailOf(
  { config }: DriverInbox<SmtpConfig, SmtpSecrets>,
  message: OutboundMessage,
): SendMailOptions | null {
  const to = mailAddressSchema.safeParse(message.to);
  if (!to.success) return null;
  const references = message.references.map(referenceOf).filter((id) => id !== "");
  const replyTo = replyToOf(config, message);
  return {
    messageId: `<${mailId(message.id, config)}>`,
    from: { name: config.fromName, address: config.fromAddress },
    to: { name: headerText(message.toName), address: to.data },
    ...(replyTo && { replyTo }),
    subject: subjectOf(message),
    ...(references.length > 0 && {
      inReplyTo: references.at(-1),
      references: [...references.slice(0, 1), ...references.slice(1).slice(1 - MAX_REFERENCES)],
    }),
    ...bodyOf(message),
    ...(message.unsubscribeUrl && { headers: unsubscribeHeaders(config, replyTo, message.unsubscribeUrl) }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** An address that names the message, so that the answer is known where mail programs leave the thread's headers out. */
function replyToOf({ usesPlusAddress, replyTo, fromAddress }: SmtpConfig, { id }: OutboundMessage): string {
  return (usesPlusAddress && replyAddress(replyTo || fromAddress, id)) || replyTo;
}

/**
 * One click in the mail program unsubscribes (RFC 8058), or a mail to us where somebody reads it (RFC 2369). The lines
 * are given as they stand: folded ones broke signatures on some relays.
 */
function unsubscribeHeaders(config: SmtpConfig, replyTo: string, url: string) {
  const isRead = config.imapHost !== "" || config.usesPlusAddress;
  const mailto = `<mailto:${encodeURI(replyTo || config.fromAddress)}?subject=unsubscribe>`;
  const ways = [`<${new URL(url).href}>`, ...(isRead ? [mailto] : [])];
  const asIs = (value: string) => ({ prepared: true, value });
  return {
    "List-Unsubscribe": asIs(ways.join(", ")),
    "List-Unsubscribe-Post": asIs("List-Unsubscribe=One-Click"),
  };
}

function bodyOf({ content, locale }: OutboundMessage): { text: string; html: string } {
  if (content.type !== "rich") return { text: content.text, html: htmlOf(content.text) };
  return { text: plainOf(content), html: richHtmlOf(content, locale) };
}

/** For mailboxes that show no HTML: the text without its marks, and where the media is. */
const plainOf = ({ text, media }: Extract<OutboundContent, { type: "rich" }>): string =>
  [marksToPlain(text), media ? mediaLine(media) : ""].filter(Boolean).join("\n\n");

/** A given subject is never changed; without one the message's first line stands in. */
function subjectOf({ content }: OutboundMessage): string {
  const given = content.type === "template" ? "" : headerText(content.subject ?? "");
  if (given) return given;
  const text = content.type === "rich" ? plainOf(content) : content.text;
  const line = headerText(text.trim().split("\n")[0] ?? "");
  return line.length > 78 ? `${line.slice(0, 77).trimEnd()}…` : line;
}

const referenceOf = (id: string): string => {
  const bare = id.replace(/[\s<>]/g, "");
  return bare && `<${bare}>`;
};

import { createHash } from "node:crypto";
import type { ProviderEvent } from "@/lib/channels/driver";
import { mailKindOf } from "@/lib/core/inbound/mail-kind";
import { ownWords } from "@/lib/core/inbound/own-words";
import { answeredIds, bounceOf } from "./bounce";
import { type Mail, readMail } from "./read-mail";
import { messageNamedBy } from "./reply-token";

/** Longer threads are known by their newest mails. */
const MOST_REFERENCES = 50;

/** What a mail that came into one of our mailboxes reports. `at`: when it arrived. `own`: what we send from. */
export async function eventsOfMail(
  raw: Buffer,
  { own, at }: { own: string; at: Date },
): Promise<ProviderEvent[]> {
  const mail = await readMail(raw);
  const kind = mailKindOf(mail);
  // A copy of what we sent: of the server's own "sent" folder, or to ourselves.
  if ((kind === "person" || kind === "automatic") && mail.from === own.toLowerCase())
    return ignored("own_mail");
  switch (kind) {
    case "receipt":
      return ignored("receipt");
    case "bounce":
      return bounced(mail, raw, at);
    case "complaint":
      return complained(mail, raw, at);
    case "person":
    case "automatic":
      return written(mail, raw, { isAutomatic: kind === "automatic", at });
  }
}

function written(
  mail: Mail,
  raw: Buffer,
  { isAutomatic, at }: { isAutomatic: boolean; at: Date },
): ProviderEvent[] {
  const references = answeredIds(mail).slice(0, MOST_REFERENCES);
  const answersMessageId = ourIdIn(references) ?? messageNamedBy(mail.to);
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(mail.from);
  if (!isAddress && !answersMessageId && references.length === 0) return ignored("no_sender");
  const text = ownWords(mail.text) || mail.text.trim() || mail.files.join(", ");
  return [
    {
      kind: "message",
      providerId: mail.messageId || `sha256:${createHash("sha256").update(raw).digest("hex")}`,
      from: isAddress ? [{ kind: "email", value: mail.from }] : [],
      fromName: mail.fromName,
      at,
      text,
      subject: mail.subject || null,
      contentType: "text",
      inReplyTo: references[0] ?? null,
      references,
      answersMessageId,
      isAutomatic,
    },
  ];
}

function bounced(mail: Mail, raw: Buffer, at: Date): ProviderEvent[] {
  const { outcome, code, detail, recipient, messageIds } = bounceOf(mail, raw);
  if (outcome === "arrived") return ignored("delivered_notice");
  return [
    {
      kind: "bounce",
      ...named(mail, messageIds),
      address: recipient ? { kind: "email", value: recipient } : null,
      isPermanent: outcome === "dead",
      isFinal: outcome !== "delayed",
      ...{ at, code, detail },
    },
  ];
}

/** RFC 5965 section 3.1 and 7.3; `not-spam` takes a complaint back, and reports on signatures are no complaints. */
function complained(mail: Mail, raw: Buffer, at: Date): ProviderEvent[] {
  const type = /^Feedback-Type:\s*([\w-]+)/im.exec(mail.report || raw.toString("latin1"))?.[1]?.toLowerCase();
  if (type === "not-spam" || type?.startsWith("auth-failure") || type === "dmarc")
    return ignored(`report_${type}`);
  const { recipient, messageIds, detail } = bounceOf(mail, raw);
  return [
    {
      kind: "bounce",
      ...named(mail, messageIds),
      address: recipient ? { kind: "email", value: recipient } : null,
      ...{ isPermanent: true, isFinal: false, isComplaint: true, at, code: type ?? "complaint", detail },
    },
  ];
}

const named = (mail: Mail, messageIds: string[]) => ({
  messageId: ourIdIn(messageIds) ?? messageNamedBy(mail.to),
  providerId: messageIds[0] ?? null,
  references: messageIds,
});

/** Our Message-IDs begin with the message's own id. Others are written so, too: the engine looks whether it is ours. */
function ourIdIn(ids: string[]): string | null {
  const own = ids.find((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@/.test(id));
  return own?.slice(0, 36) ?? null;
}

const ignored = (what: string): ProviderEvent[] => [{ kind: "ignored", what }];

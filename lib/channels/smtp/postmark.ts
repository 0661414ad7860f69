import * as z from "zod";
import type { ProviderEvent } from "@/lib/channels/driver";
import { eventsOfMail } from "@/lib/channels/mail/mail-events";
import { ownWords } from "@/lib/core/inbound/own-words";

const headerSchema = z.object({ Name: z.string(), Value: z.string() });
const inboundSchema = z.object({
  From: z.string(),
  To: z.string().default(""),
  Subject: z.string().default(""),
  MessageID: z.string(),
  Date: z.string().default(""),
  TextBody: z.string().default(""),
  HtmlBody: z.string().default(""),
  Headers: z.array(headerSchema).default([]),
  RawEmail: z.string().optional(),
});
const bounceSchema = z.object({
  RecordType: z.enum(["Bounce", "SpamComplaint"]),
  Type: z.string(),
  Email: z.string(),
  MessageID: z.string().optional(),
  Description: z.string().default(""),
  Details: z.string().default(""),
  BouncedAt: z.string().optional(),
  Metadata: z.record(z.string(), z.unknown()).optional(),
});
const recordSchema = z.object({ RecordType: z.string().optional() });

type Reading = { own: string; at: Date };

/** What Postmark posts: an inbound mail, a bounce, a complaint; anything else is stored and ignored. */
export async function postmarkEvents(body: string, reading: Reading): Promise<ProviderEvent[]> {
  const json: unknown = JSON.parse(body);
  const { RecordType: type } = recordSchema.parse(json);
  if (type === "Bounce" || type === "SpamComplaint")
    return [bounceEvent(bounceSchema.parse(json), reading.at)];
  const inbound = inboundSchema.safeParse(json);
  if (!inbound.success) return [{ kind: "ignored", what: `postmark_${type ?? "unknown"}` }];
  return inboundEvents(inbound.data, reading);
}

/** Read as the mail that it was, so that one set of rules says what it is. */
async function inboundEvents(
  posted: z.infer<typeof inboundSchema>,
  reading: Reading,
): Promise<ProviderEvent[]> {
  return eventsOfMail(Buffer.from(posted.RawEmail ?? mailOf(posted)), reading);
}

/** Of its own headers Postmark keeps all but those that it shows as fields. */
function mailOf({
  From,
  To,
  Subject,
  MessageID,
  Headers,
  TextBody,
  HtmlBody,
}: z.infer<typeof inboundSchema>): string {
  const line = (name: string, value: string) => `${name}: ${value.replace(/[\r\n]+/g, " ")}`;
  const given = Headers.filter(({ Name }) => !SHOWN.has(Name.toLowerCase()));
  const hasId = given.some(({ Name }) => Name.toLowerCase() === "message-id");
  const isHtml = ownWords(TextBody) === "" && HtmlBody !== "";
  return [
    line("From", From),
    line("To", To),
    line("Subject", encoded(Subject)),
    ...(hasId ? [] : [line("Message-ID", `<${MessageID}@inbound.postmarkapp.com>`)]),
    ...given.map(({ Name, Value }) => line(Name.replace(/[^\w-]/g, ""), Value)),
    line("Content-Type", `text/${isHtml ? "html" : "plain"}; charset=utf-8`),
    "",
    isHtml ? HtmlBody : TextBody,
  ].join("\r\n");
}

const SHOWN = new Set(["from", "to", "subject", "content-type", "content-transfer-encoding", "mime-version"]);

const encoded = (text: string) =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;

function bounceEvent(bounce: z.infer<typeof bounceSchema>, now: Date): ProviderEvent {
  const { RecordType, Type, Email, MessageID, Description, Details, BouncedAt } = bounce;
  const isComplaint = RecordType === "SpamComplaint" || Type === "SpamComplaint";
  const at = new Date(BouncedAt ?? "");
  const isDead = DEAD.has(Type);
  return {
    kind: "bounce",
    messageId: null,
    providerId: MessageID ?? null,
    address: { kind: "email", value: Email.toLowerCase() },
    isPermanent: isComplaint || isDead,
    isFinal: !isComplaint && !LATER.has(Type),
    ...(isComplaint && { isComplaint }),
    at: Number.isNaN(at.getTime()) || at > now ? now : at,
    code: Type,
    detail: (Details || Description || Type).slice(0, 500),
  };
}

/** Postmark's bounce types; of the others the mail failed for a reason that is not the address. */
const DEAD = new Set(["HardBounce", "BadEmailAddress", "ManuallyDeactivated", "AddressChange"]);
const LATER = new Set(["Transient", "SoftBounce", "DnsError", "SMTPApiError"]);

import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { DriverInbox, WebhookRequest, WebhookSide } from "@/lib/channels/driver";
import { bytesOfText } from "@/lib/channels/mail/mail-bytes";
import { eventsOfMail } from "@/lib/channels/mail/mail-events";
import { isSameText } from "@/lib/channels/same-text";
import type { SmtpConfig, SmtpSecrets } from "./config";
import { isForm, postedForm } from "./posted-form";
import { postmarkEvents } from "./postmark";

type Inbox = DriverInbox<SmtpConfig, SmtpSecrets>;

/**
 * Mails and bounces that come by webhook: a whole mail (RFC 5322) signed by Standard Webhooks, a form of Mailgun's routes
 * with `body-mime`, or JSON of Postmark.
 */
export const smtpWebhook: WebhookSide<SmtpConfig, SmtpSecrets> = {
  // Who signs nothing proves itself by a word that only both sides know.
  addressOf: ({ webhookUrl, secrets }) =>
    secrets.verifyToken ? `${webhookUrl}?token=${encodeURIComponent(secrets.verifyToken)}` : webhookUrl,

  verify(inbox, request) {
    if (request.headers.has("webhook-signature")) return isSigned(inbox, request);
    if (isForm(request.headers)) return isOfMailgun(inbox, postedForm(request.rawBody));
    return saysToken(inbox, request);
  },

  keep({ headers, rawBody }) {
    const id = headers.get("webhook-id");
    if (!isForm(headers)) return id ? { dedupeKey: `webhook:${id}` } : {};
    const { "body-mime": body, token } = postedForm(rawBody);
    return { ...(body !== undefined && { body }), ...(token && { dedupeKey: `mailgun:${token}` }) };
  },

  parse({ config }, body, receivedAt = new Date()) {
    const reading = { own: config.fromAddress, at: receivedAt };
    if (/^\s*\{/.test(body)) return postmarkEvents(body, reading);
    return eventsOfMail(bytesOfText(body), reading);
  },
};

/** Several keys stand side by side while they are exchanged. */
const keysOf = ({ secrets }: Inbox): string[] => secrets.webhookSecret.split(/\s+/).filter(Boolean);

function isSigned(inbox: Inbox, { headers, rawBody }: WebhookRequest): boolean {
  const named = Object.fromEntries(headers);
  return keysOf(inbox).some((key) => {
    try {
      new Webhook(key).verify(rawBody, named, { jsonParse: false });
      return true;
    } catch {
      return false;
    }
  });
}

/** Mailgun signs the moment and a token of its own, and repeats a delivery for eight hours. */
const MAILGUN_HOURS = 9;

function isOfMailgun(
  inbox: Inbox,
  { timestamp = "", token = "", signature = "" }: Record<string, string>,
): boolean {
  const age = Math.abs(Date.now() / 1000 - Number(timestamp));
  if (!(age < MAILGUN_HOURS * 3600) || token === "") return false;
  return keysOf(inbox).some((key) =>
    isSameText(
      signature,
      createHmac("sha256", key)
        .update(timestamp + token)
        .digest("hex"),
    ),
  );
}

/** In the address, or as the password of basic authentication. */
function saysToken({ secrets: { verifyToken } }: Inbox, { headers, url }: WebhookRequest): boolean {
  if (verifyToken === "") return false;
  const [, basic = ""] = /^Basic ([\w+/=]+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  const [, password = ""] = /^[^:]*:([\s\S]*)$/.exec(Buffer.from(basic, "base64").toString("utf8")) ?? [];
  return isSameText(url.searchParams.get("token") ?? password, verifyToken);
}

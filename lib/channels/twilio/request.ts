import { isLoopback } from "@/lib/channels/base-url";
import type { DriverInbox, OutboundMessage } from "@/lib/channels/driver";
import { marksToPlain } from "@/lib/core/marks";
import { senderOf, type TwilioConfig, type TwilioSecrets } from "./config";

/** The parameter of the status callback's address that brings our own message id back. */
export const MESSAGE_PARAMETER = "message";

/** Twilio would keep a message for ten hours, far into the night; what was kept longer than this is decided anew. */
const LONGEST_QUEUED_SECONDS = 4 * 3600;

/**
 * Form of `POST /2010-04-01/Accounts/{Sid}/Messages.json`; null where the recipient is no phone number. Media goes as
 * its address in the text, because only a few countries have MMS.
 */
export function formOf(
  { config, webhookUrl }: DriverInbox<TwilioConfig, TwilioSecrets>,
  message: OutboundMessage,
): URLSearchParams | null {
  const to = message.to.replace(/[\s().-]/g, "");
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return null;
  const form = new URLSearchParams({
    ...{ To: to, ...senderOf(config), Body: textOf(message) },
    ValidityPeriod: String(LONGEST_QUEUED_SECONDS),
  });
  if (isReachable(webhookUrl, config)) {
    form.set("StatusCallback", `${webhookUrl}?${MESSAGE_PARAMETER}=${message.id}`);
  }
  return form;
}

function textOf({ content }: OutboundMessage): string {
  if (content.type !== "rich") return content.text;
  return [marksToPlain(content.text), content.media?.url ?? ""].filter(Boolean).join("\n");
}

/** Twilio refuses a message whose callback it cannot reach; an installation on a desk gets no statuses. */
function isReachable(webhookUrl: string, { baseUrl }: TwilioConfig): boolean {
  if (!URL.canParse(webhookUrl)) return false;
  return !isLoopback(new URL(webhookUrl).hostname) || isLoopback(new URL(baseUrl).hostname);
}

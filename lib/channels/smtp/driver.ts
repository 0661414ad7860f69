import type { ChannelDriver } from "@/lib/channels/driver";
import { checkImap, imapAccessOf } from "@/lib/channels/mail/imap";
import { isBodyStarted } from "./body-watch";
import { type SmtpConfig, type SmtpSecrets, smtpConfigSchema, smtpSecretsSchema } from "./config";
import { lacksKey } from "./dkim";
import { mailId, mailOf } from "./mail";
import { outcomeOfError, type SmtpError } from "./outcome";
import { createPools, createTransport, type SmtpTimeouts } from "./pools";
import { smtpWebhook } from "./webhook";

const NO_KEY = "A DKIM domain is set, but no private key to sign with";
const TIMEOUTS: SmtpTimeouts = { connectMs: 15_000, silenceMs: 45_000, totalMs: 60_000 };

/** A mailbox that sends over SMTP. Servers may take one Message-ID twice, so an unknown outcome is not repeated. */
export function createSmtpDriver(timeouts: SmtpTimeouts = TIMEOUTS): ChannelDriver<SmtpConfig, SmtpSecrets> {
  const pools = createPools(timeouts);
  return {
    provider: "smtp",
    channels: ["email"],
    hasWindow: false,
    hasTemplates: false,
    isIdempotent: false,
    configSchema: smtpConfigSchema,
    secretsSchema: smtpSecretsSchema,

    async send(inbox, message) {
      const mail = mailOf(inbox, message);
      if (!mail) {
        const detail = "The address is no mail address";
        return { kind: "refused", reaction: "switch_channel", code: "bad_address", detail };
      }
      if (lacksKey(inbox)) {
        return { kind: "refused", reaction: "pause_inbox", code: "dkim_key", detail: NO_KEY };
      }
      const signal = AbortSignal.timeout(timeouts.totalMs);
      try {
        await pools.of(inbox).sendMail({ ...mail, signal });
        return { kind: "accepted", providerId: mailId(message.id, inbox.config) };
      } catch (error) {
        return outcomeOfError(asSmtpError(error), isBodyStarted(signal));
      }
    },

    async checkConnection(inbox) {
      const { host, port } = inbox.config;
      if (lacksKey(inbox)) return { ok: false, detail: NO_KEY };
      const transport = createTransport(inbox, timeouts);
      try {
        await transport.verify();
        const access = imapAccessOf(inbox);
        const reading = access && (await checkImap(access));
        if (reading && !reading.ok) return reading;
        return { ok: true, label: [`${host}:${port}`, ...(reading ? [reading.label] : [])].join(", ") };
      } catch (error) {
        const { response, message } = asSmtpError(error);
        return { ok: false, detail: `${host}:${port}: ${response || message}` };
      } finally {
        transport.close();
      }
    },

    webhook: smtpWebhook,
    close: () => pools.close(),
  };
}

export const smtpDriver = createSmtpDriver();

const asSmtpError = (error: unknown): SmtpError =>
  error instanceof Error ? error : new Error(String(error));

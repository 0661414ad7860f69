import { ImapFlow } from "imapflow";
import type { ConnectionCheck } from "@/lib/channels/driver";

/** How a mailbox is read; user and password may be those of sending. */
export type ImapAccess = {
  host: string;
  port: number;
  security: "tls" | "starttls" | "none";
  user: string;
  password: string;
  folder: string;
};

type Settings = {
  config: {
    user: string;
    imapHost: string;
    imapPort: number;
    imapSecurity: ImapAccess["security"];
    imapUser: string;
    imapFolder: string;
  };
  secrets: { password: string; imapPassword: string };
};

/** Null for an inbox that is not read. */
export const imapAccessOf = ({ config, secrets }: Settings): ImapAccess | null =>
  config.imapHost === ""
    ? null
    : {
        host: config.imapHost,
        port: config.imapPort,
        security: config.imapSecurity,
        user: config.imapUser || config.user,
        password: secrets.imapPassword || secrets.password,
        folder: config.imapFolder,
      };

/** Larger mails are fetched in part. */
export const MOST_MAIL_BYTES = 5 * 1024 * 1024;
const CONNECT_MS = 15_000;

/** Not connected yet. What a server may send at once is bounded, so that none can fill the memory. */
export function imapClient({ host, port, security, user, password }: ImapAccess): ImapFlow {
  const client = new ImapFlow({
    host,
    port,
    secure: security === "tls",
    doSTARTTLS: security === "starttls",
    auth: { user, pass: password },
    clientInfo: { name: "Follow-ups" },
    logger: false,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    autoIdleDelay: 200,
    maxIdleTime: 5 * 60_000,
    maxLiteralSize: MOST_MAIL_BYTES + 1024,
    maxLineLength: 16 * 1024 * 1024,
    maxResponseSize: 24 * 1024 * 1024,
    maxResponseTokens: 200_000,
  });
  // It comes besides the rejection of whatever was under way; without a listener it would end the process.
  client.on("error", () => {});
  return client;
}

/** Signs in and opens the folder, without reading anything. Never throws. */
export async function checkImap(access: ImapAccess): Promise<ConnectionCheck> {
  const client = imapClient(access);
  try {
    await client.connect();
    await client.mailboxOpen(access.folder, { readOnly: true });
    await client.logout();
    return { ok: true, label: `${access.host}:${access.port}` };
  } catch (error) {
    return { ok: false, detail: imapTrouble(access, error) };
  } finally {
    client.close();
  }
}

/** What went wrong, for the person who set the mailbox up. */
export function imapTrouble({ host, port }: Pick<ImapAccess, "host" | "port">, error: unknown): string {
  const { responseText, message } = error as { responseText?: string; message?: string };
  return `${host}:${port}: ${responseText || message || "no answer"}`;
}

import { createHash } from "node:crypto";
import nodemailer, { type Transporter } from "nodemailer";
import type { DriverInbox } from "@/lib/channels/driver";
import { watchBodies } from "./body-watch";
import type { SmtpConfig, SmtpSecrets } from "./config";
import { dkimOf } from "./dkim";

export type SmtpTimeouts = {
  /** Connecting, the TLS handshake and the greeting. */
  connectMs: number;
  /** Silence of the server on an open connection. */
  silenceMs: number;
  /** One mail, from waiting for a free connection to the last reply. */
  totalMs: number;
};

/** Bounds open sockets of a worker that serves many mailboxes. */
const MAX_POOLS = 50;

export type SmtpPools = {
  of(inbox: DriverInbox<SmtpConfig, SmtpSecrets>): Transporter;
  close(): void;
};

/** Pooled connections per inbox; the least recently used are closed, and those whose settings changed. */
export function createPools(timeouts: SmtpTimeouts): SmtpPools {
  const pools = new Map<string, { fingerprint: string; transport: Transporter }>();

  const drop = (inboxId: string) => {
    // Mails under way end on their connection first.
    pools.get(inboxId)?.transport.close();
    pools.delete(inboxId);
  };

  return {
    of(inbox) {
      const fingerprint = fingerprintOf(inbox);
      const known = pools.get(inbox.id);
      const isCurrent = known?.fingerprint === fingerprint;
      const pool = isCurrent
        ? known
        : { fingerprint, transport: watchBodies(createTransport(inbox, timeouts)) };
      if (!isCurrent) drop(inbox.id);
      // Re-inserting keeps the map in order of use.
      pools.delete(inbox.id);
      pools.set(inbox.id, pool);
      const oldest = pools.size > MAX_POOLS ? pools.keys().next().value : undefined;
      if (oldest) drop(oldest);
      return pool.transport;
    },
    close() {
      for (const inboxId of [...pools.keys()]) drop(inboxId);
    },
  };
}

/** Settings and password as a digest: a pool never outlives the settings it was opened with. */
const fingerprintOf = ({ config, secrets }: DriverInbox<SmtpConfig, SmtpSecrets>): string =>
  createHash("sha256")
    .update(JSON.stringify([config, secrets]))
    .digest("hex");

/** Opens no connection before it is used. */
export function createTransport(
  { config, secrets }: DriverInbox<SmtpConfig, SmtpSecrets>,
  { connectMs, silenceMs }: SmtpTimeouts,
): Transporter {
  const dkim = dkimOf({ config, secrets });
  return nodemailer.createTransport({
    pool: true,
    host: config.host,
    port: config.port,
    secure: config.security === "tls",
    requireTLS: config.security === "starttls",
    ignoreTLS: config.security === "none",
    ...(dkim && { dkim }),
    ...(config.user && { auth: { user: config.user, pass: secrets.password } }),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silenceMs,
    maxConnections: 3,
    idleTimeout: 30_000,
    // A pool repeats a mail only where its first byte was never sent: a connection found dead on reuse.
    maxRequeues: 1,
  });
}

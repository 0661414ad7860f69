import nodemailer from "nodemailer";
import { env } from "@/lib/env";

/** `html` says the same as `text`. */
type SystemMail = { to: string; subject: string; text: string; html?: string };

/** `refused`: surely not taken, so it may be sent again; `unknown`: it may have been. */
type MailOutcome = { kind: "sent" } | { kind: "refused" | "unknown"; detail: string };

/** Whether this installation can send mails of its own. */
export const hasSystemMail = (): boolean => env.mail !== null;

const PATIENCE_MS = 20_000;

/** Sends mails of the product itself, one after the other over one connection. Never throws for a server's answer. */
export async function sendSystemMails(mails: SystemMail[]): Promise<MailOutcome[]> {
  const { mail } = env;
  if (!mail) return mails.map(() => ({ kind: "refused", detail: "MAIL_URL is not set." }));
  const transport = nodemailer.createTransport({
    url: mail.url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const outcomes: MailOutcome[] = [];
    for (const one of mails) outcomes.push(await outcomeOf(transport.sendMail({ from: mail.from, ...one })));
    return outcomes;
  } finally {
    transport.close();
  }
}

async function outcomeOf(sending: Promise<unknown>): Promise<MailOutcome> {
  try {
    await sending;
    return { kind: "sent" };
  } catch (error) {
    const { responseCode, code, syscall, message } = error as NodeJS.ErrnoException & {
      responseCode?: number;
    };
    // A reply of the server, or a connection that never came about, says surely that it was not taken.
    const isSure =
      responseCode !== undefined ||
      syscall === "connect" ||
      syscall === "getaddrinfo" ||
      SURE.has(code ?? "");
    return { kind: isSure ? "refused" : "unknown", detail: message };
  }
}

const SURE = new Set(["EDNS", "EAUTH", "EENVELOPE", "ETLS"]);

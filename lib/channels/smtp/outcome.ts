import type { SendOutcome } from "@/lib/channels/driver";

/** What nodemailer puts on its errors. */
export type SmtpError = Error & {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
};

/**
 * What became of a mail that failed. `isBodyStarted` says that the server had asked for the body (354) and we had begun
 * to send it: from there on only a reply of the server tells whether it took the mail (RFC 5321 section 4.2.5).
 */
export function outcomeOfError(error: SmtpError, isBodyStarted: boolean): SendOutcome {
  const detail = error.response || error.message;
  if (error.responseCode && error.responseCode >= 400) return outcomeOfReply(error, detail);
  const code = nameOf(error);
  if (isBodyStarted) return { kind: "unknown", code, detail };
  if (isSetUpWrong(error)) return { kind: "refused", reaction: "pause_inbox", code, detail };
  // Ours, before anything was sent: an address or a size that this server will never take.
  if (error.code === "EENVELOPE" || error.code === "EMESSAGE") {
    return { kind: "refused", reaction: "fail", code, detail };
  }
  return { kind: "retry", afterSeconds: null, code, detail };
}

/** The operating system's or nodemailer's own code, in small letters; all time limits have one name. */
function nameOf({ originalCode, code }: SmtpError): string {
  if (code === "ETIMEDOUT" || code === "EABORT") return "timeout";
  return (originalCode ?? code ?? "network").toLowerCase();
}

/** Replies of the server: 4yz may be repeated, 5yz never (RFC 5321 section 4.2.1), enhanced codes by RFC 3463. */
function outcomeOfReply(error: SmtpError, detail: string): SendOutcome {
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(error.response ?? "")?.[1] ?? null;
  const code = enhanced ?? String(error.responseCode);
  if ((error.responseCode ?? 0) < 500) return { kind: "retry", afterSeconds: null, code, detail };
  const isAboutUs =
    error.code === "EAUTH" || error.code === "ETLS" || SIGN_IN_NEEDED.has(error.responseCode ?? 0);
  // 5.7.x is policy: blocked sender, failed authentication, no relaying.
  if (isAboutUs || enhanced?.startsWith("5.7."))
    return { kind: "refused", reaction: "pause_inbox", code, detail };
  if (error.command === "RCPT TO" && isUnknownMailbox(enhanced, detail)) {
    return { kind: "refused", reaction: "suppress", code, detail };
  }
  return { kind: "refused", reaction: "fail", code, detail };
}

/** RFC 4954: sign-in required, mechanism too weak, credentials invalid, encryption required. */
const SIGN_IN_NEEDED = new Set([530, 534, 535, 538]);

/** Addresses that do not exist; servers without enhanced codes say it in words only. */
function isUnknownMailbox(enhanced: string | null, detail: string): boolean {
  if (enhanced) return ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"].includes(enhanced);
  return /user unknown|unknown (user|recipient)|no such (user|mailbox|recipient)|does ?n[o']t exist/i.test(
    detail,
  );
}

/** A password that is missing, a certificate that is not trusted, a server without STARTTLS. */
function isSetUpWrong(error: SmtpError): boolean {
  if (error.code === "EAUTH" || error.code === "ENOAUTH") return true;
  const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|certificate|wrong version number|packet length/i;
  const isTls = error.code === "ETLS" || error.code === "ESOCKET";
  return isTls && isCertificate.test(`${error.originalCode ?? ""} ${error.message}`);
}

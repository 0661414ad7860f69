import { idsIn, type Mail } from "./read-mail";

/** What a mail server says of a mail that it could not deliver. */
export type BounceNotice = {
  /**
   * `dead`: the address does not exist or takes no more mail; `failed`: this mail will not arrive; `delayed`: it may
   * still, or the mailbox is full for now; `arrived`: it says that the mail did arrive.
   */
  outcome: "dead" | "failed" | "delayed" | "arrived";
  /** As RFC 3463 writes it, else the reply code; `bounced` where the server gives none. */
  code: string;
  /** The server's own words. */
  detail: string;
  recipient: string | null;
  /** Ids of the mails that came back or that it mentions, without angle brackets. */
  messageIds: string[];
};

/** Enough for the fields of a report and the headers of what came back. */
const LONGEST_SEARCHED = 300_000;

/** Reads a delivery report (RFC 3464), and what servers write that know no such thing. */
export function bounceOf(mail: Mail, raw: Buffer): BounceNotice {
  const lines = `${mail.report}\n${mail.text}\n${bodyOf(raw)}`.slice(0, LONGEST_SEARCHED);
  const diagnostic = fieldOf(lines, "Diagnostic-Code")?.replace(/^[\w-]+;\s*/, "") ?? null;
  const code = codeOf(lines, diagnostic, mail.text);
  const action = fieldOf(lines, "Action")?.toLowerCase() ?? "";
  const detail = (diagnostic ?? saidIn(mail.text) ?? mail.subject).slice(0, 500);
  return {
    outcome: outcomeOf({
      action,
      code,
      words: `${detail} ${mail.text.slice(0, 4_000)}`,
      subject: mail.subject,
    }),
    code: code ?? "bounced",
    detail,
    recipient: recipientOf(mail, lines),
    messageIds: [...new Set([...returnedIds(lines), ...answeredIds(mail)])].slice(0, 20),
  };
}

const bodyOf = (raw: Buffer): string => {
  const text = raw.subarray(0, LONGEST_SEARCHED).toString("latin1");
  return text.slice(text.search(/\r?\n\r?\n/) + 1);
};

/** One line, with those that continue it. */
function fieldOf(lines: string, name: string): string | null {
  const [, value] =
    new RegExp(`^${name}:[ \\t]*([^\\r\\n]+(?:\\r?\\n[ \\t]+[^\\r\\n]+){0,9})`, "im").exec(lines) ?? [];
  return value?.replace(/\s+/g, " ").trim() || null;
}

/** `Status: 5.0.0` says nothing that the server's own words do not say better. */
function codeOf(lines: string, diagnostic: string | null, text: string): string | null {
  const told = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(fieldOf(lines, "Status") ?? "")?.[1];
  if (told && !/^[245]\.0\.0$/.test(told)) return told;
  for (const words of [diagnostic ?? "", text.slice(0, 4_000)]) {
    const enhanced = /(?<![\d.])([45]\.[0-7]\.\d{1,3})(?![\d.])/.exec(words)?.[1];
    if (enhanced && !/\.0\.0$/.test(enhanced)) return enhanced;
    const reply = /(?<![\d.])([45][0-5]\d)(?=[ -])/.exec(words)?.[1];
    if (reply) return reply;
  }
  return told ?? null;
}

type Said = { action: string; code: string | null; words: string; subject: string };

function outcomeOf({ action, code, words, subject }: Said): BounceNotice["outcome"] {
  if (/^(delivered|relayed|expanded)/.test(action)) return "arrived";
  if (action.startsWith("delayed") || DELAYED.test(subject) || code?.startsWith("4")) return "delayed";
  if (code === "5.2.2" || (!isPrecise(code) && FULL.test(words))) return "delayed";
  if (code && DEAD.has(code)) return "dead";
  return !isPrecise(code) && UNKNOWN.test(words) ? "dead" : "failed";
}

/** Reply codes say only that it failed; so does `5.0.0`, and `5.1.0` that something is with the address. */
const isPrecise = (code: string | null) => code !== null && /^5\.[1-7]\.[1-9]/.test(code);

/** RFC 3463 and the registry of IANA: no such mailbox, no such system, no address, has moved, is disabled, null MX. */
const DEAD = new Set(["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"]);
const DELAYED = /\b(delay(ed)?|still being retried|warning: (could not|message))\b/i;
const FULL =
  /\b(mailbox (is )?full|over ?quota|quota exceeded|exceeded (the )?(storage|quota)|insufficient storage)\b/i;
const UNKNOWN =
  /\b(user unknown|unknown (user|recipient|mailbox)|no such (user|mailbox|recipient|address|person)|(user|mailbox|recipient|account|address)( \S{1,80})? (not found|unknown|does ?n[o']t exist|is (unknown|invalid|disabled|inactive))|invalid (recipient|mailbox)|does ?n[o']t have an? \S{1,40} account)\b/i;

function recipientOf(mail: Mail, lines: string): string | null {
  const named =
    fieldOf(lines, "Original-Recipient") ??
    fieldOf(lines, "Final-Recipient") ??
    fieldOf(lines, "Original-Rcpt-To") ??
    mail.headers.get("x-failed-recipients")?.[0];
  const [address] = /[^\s<>,;:"()]{1,64}@[^\s<>,;:"()]{1,255}/.exec(named ?? "") ?? [];
  return address?.toLowerCase() ?? null;
}

/** Of the mail that came back, whole or its headers, also where it was quoted; the header of the notice is above. */
const returnedIds = (lines: string): string[] =>
  [...lines.matchAll(/^[> \t]*(?:Original-)?Message-ID:[ \t]*(?:\r?\n[ \t]+)?(<[^<>\s]+>)/gim)].flatMap(
    ([, id]) => idsIn(id),
  );

export const answeredIds = ({ headers }: Mail): string[] => {
  const references = (headers.get("references") ?? []).flatMap(idsIn);
  return [...(headers.get("in-reply-to") ?? []).flatMap(idsIn), ...references.reverse()];
};

/** The first line of the notice that cites a server. */
const saidIn = (text: string): string | null =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .find((line) => /(?<![\d.])[45](\.\d\.\d{1,3}|[0-5]\d[ -])/.test(line)) ?? null;

import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

type Mail = { uid: number; raw: Buffer; at: Date };
type Session = { socket: Socket; isSelected: boolean; idleTag: string | null; told: number };

export type ImapStub = {
  port: number;
  /** Puts a mail into the folder and tells whoever waits; answers its UID. */
  deliver(raw: string | Buffer, at?: Date): number;
  /** The folder was built anew: the same mails under new UIDs. */
  rebuild(): void;
  /** Cuts every connection. */
  cut(): void;
  /** Refuses to sign anybody in until it is told otherwise. */
  refuse(isRefusing: boolean): void;
  /** The next so many fetches of a whole mail cut the connection instead. */
  cutFetches(times: number): void;
  /** Connections that have the folder open, now and the most at any time. */
  readers(): { now: number; most: number };
  /** Commands as they came. */
  commands: string[];
  close(): Promise<void>;
};

const SELECTED_CAPABILITIES = "IMAP4rev1 IDLE";

/** A real IMAP server on loopback with one folder: the part of RFC 3501 and RFC 2177 that a reader needs. */
export async function startImapStub(account = { user: "hello", password: "secret" }): Promise<ImapStub> {
  let mails: Mail[] = [];
  let nextUid = 1;
  let validity = 1000;
  let isRefusing = false;
  let fetchesToCut = 0;
  let most = 0;
  const sessions = new Set<Session>();
  const commands: string[] = [];
  const now = () => [...sessions].filter(({ isSelected }) => isSelected).length;

  /** Servers tell at the next occasion of what came while nobody listened. */
  const tellNews = (session: Session) => {
    if (!session.isSelected || session.told === mails.length) return;
    session.told = mails.length;
    session.socket.write(`* ${mails.length} EXISTS\r\n`);
  };

  const uidsOf = (set: string): Mail[] => {
    const last = mails.at(-1)?.uid ?? 0;
    const ranges = set.split(",").map((range) => {
      const [from = "0", to = from] = range.split(":");
      const ends = [from, to].map((end) => (end === "*" ? last : Number(end))).sort((a, b) => a - b);
      return { from: ends[0] ?? 0, to: ends[1] ?? 0 };
    });
    return mails.filter(({ uid }) => ranges.some(({ from, to }) => uid >= from && uid <= to));
  };

  const search = (query: string): Mail[] => {
    const set = /UID ([\d:*,]+)/i.exec(query)?.[1];
    const since = /SINCE "?([\w-]+)"?/i.exec(query)?.[1];
    const found = set ? uidsOf(set) : mails;
    return since ? found.filter(({ at }) => at.getTime() >= Date.parse(`${since} 00:00 UTC`)) : found;
  };

  const fetched = ({ uid, raw, at }: Mail, items: string): Buffer => {
    const parts = [`UID ${uid}`];
    if (/RFC822\.SIZE/i.test(items)) parts.push(`RFC822.SIZE ${raw.length}`);
    if (/INTERNALDATE/i.test(items)) parts.push(`INTERNALDATE "${dateOf(at)}"`);
    const body = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/i.exec(items);
    const head = Buffer.from(
      `* ${mails.findIndex((mail) => mail.uid === uid) + 1} FETCH (${parts.join(" ")}`,
    );
    if (!body) return Buffer.concat([head, Buffer.from(")\r\n")]);
    const start = Number(body[1] ?? 0);
    const given = raw.subarray(start, body[2] ? start + Number(body[2]) : undefined);
    const name = body[2] ? `BODY[]<${start}>` : "BODY[]";
    return Buffer.concat([head, Buffer.from(` ${name} {${given.length}}\r\n`), given, Buffer.from(")\r\n")]);
  };

  const obey = (session: Session, line: string) => {
    const { socket } = session;
    const say = (text: string) => void socket.write(`${text}\r\n`);
    if (session.idleTag && /^DONE$/i.test(line)) {
      say(`${session.idleTag} OK done`);
      session.idleTag = null;
      return;
    }
    const [, tag = "*", verb = "", rest = ""] = /^(\S+) (\S+) ?(.*)$/.exec(line) ?? [];
    const command =
      verb.toUpperCase() === "UID" ? `UID ${rest.split(" ")[0]?.toUpperCase()}` : verb.toUpperCase();
    commands.push(/^LOGIN$/i.test(verb) ? `${tag} LOGIN` : line);
    const ok = (text = "done") => say(`${tag} OK ${text}`);
    switch (command) {
      case "CAPABILITY":
        say(`* CAPABILITY ${SELECTED_CAPABILITIES}`);
        return ok();
      case "LOGIN": {
        const [user, password] = rest.split(" ").map((word) => word.replace(/^"|"$/g, ""));
        const isKnown = user === account.user && password === account.password && !isRefusing;
        return isKnown ? ok() : say(`${tag} NO [AUTHENTICATIONFAILED] Wrong user or password`);
      }
      case "LIST":
      case "LSUB":
        if (/[*%]|INBOX/i.test(rest)) say(`* ${command} (\\HasNoChildren) "/" INBOX`);
        return ok();
      case "SELECT":
      case "EXAMINE":
        if (!/INBOX/i.test(rest)) return say(`${tag} NO [NONEXISTENT] No such folder`);
        session.isSelected = true;
        session.told = mails.length;
        most = Math.max(most, now());
        say("* FLAGS (\\Seen \\Deleted)");
        say(`* ${mails.length} EXISTS`);
        say("* 0 RECENT");
        say(`* OK [UIDVALIDITY ${validity}] valid`);
        say(`* OK [UIDNEXT ${nextUid}] next`);
        return ok("[READ-ONLY] open");
      case "UID SEARCH":
        say(
          `* SEARCH ${search(rest)
            .map(({ uid }) => uid)
            .join(" ")}`.trimEnd(),
        );
        return ok();
      case "UID FETCH": {
        const [, set = "", items = ""] = /^FETCH (\S+) (.*)$/i.exec(rest) ?? [];
        if (/BODY\.PEEK\[\]/i.test(items) && fetchesToCut > 0) {
          fetchesToCut--;
          return void socket.destroy();
        }
        for (const mail of uidsOf(set)) socket.write(fetched(mail, items));
        return ok();
      }
      case "IDLE":
        session.idleTag = tag;
        say("+ idling");
        return tellNews(session);
      case "LOGOUT":
        say("* BYE");
        ok();
        return void socket.end();
      case "NOOP":
      case "CLOSE":
      case "UNSELECT":
        tellNews(session);
        return ok();
      default:
        return say(`${tag} BAD unknown`);
    }
  };

  const server = createServer((socket) => {
    const session: Session = { socket, isSelected: false, idleTag: null, told: 0 };
    sessions.add(session);
    socket.on("error", () => {});
    socket.on("close", () => sessions.delete(session));
    socket.write("* OK ready\r\n");
    let buffer = "";
    socket.on("data", (chunk: Buffer) => {
      buffer += chunk.toString("latin1");
      for (let end = buffer.indexOf("\r\n"); end !== -1; end = buffer.indexOf("\r\n")) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        obey(session, line);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    port: (server.address() as AddressInfo).port,
    commands,
    deliver(raw, at = new Date()) {
      const uid = nextUid++;
      mails.push({ uid, at, raw: Buffer.isBuffer(raw) ? raw : Buffer.from(raw.replace(/\r?\n/g, "\r\n")) });
      for (const session of sessions) if (session.idleTag) tellNews(session);
      return uid;
    },
    rebuild() {
      validity++;
      mails = mails.map((mail, i) => ({ ...mail, uid: i + 1 }));
      nextUid = mails.length + 1;
      for (const { socket } of sessions) socket.destroy();
    },
    cut() {
      for (const { socket } of sessions) socket.destroy();
    },
    refuse(isNow) {
      isRefusing = isNow;
    },
    cutFetches(times) {
      fetchesToCut = times;
    },
    readers: () => ({ now: now(), most }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const { socket } of sessions) socket.destroy();
      }),
  };
}

/** `17-Jul-1996 02:44:25 +0000` (RFC 3501). */
function dateOf(at: Date): string {
  const [, day = "", month = "", year = "", time = ""] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(at.toUTCString()) ?? [];
  return `${day}-${month}-${year} ${time} +0000`;
}

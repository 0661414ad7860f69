import { setTimeout as sleep } from "node:timers/promises";
import { type ImapAccess, imapClient, imapTrouble } from "@/lib/channels/mail/imap";
import { log } from "@/lib/log";
import { catchUp, type Stuck } from "./catch-up";
import { type Held, LeaseLost, noteTrouble } from "./place";

/** Servers forget to tell of mails: a look costs them next to nothing. */
const LOOK_EVERY_MS = 60_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

type Reading = {
  access: ImapAccess;
  signal: AbortSignal;
  clock: () => Date;
  firstPauseMs?: number | undefined;
};

/**
 * Reads a mailbox until the signal, or until another process has taken it over: takes in what came, waits for news
 * (IDLE), and connects again, ever more slowly, when the connection is lost. Never throws.
 */
export async function readMailbox(held: Held, reading: Reading): Promise<void> {
  const { signal, access, clock, firstPauseMs = FIRST_PAUSE_MS } = reading;
  const stuck: Stuck = new Map();
  let failures = 0;
  let since: Date | null = null;
  while (!signal.aborted) {
    try {
      await readOnce(held, { ...reading, stuck }, () => {
        failures = 0;
        since = null;
      });
    } catch (error) {
      if (signal.aborted || error instanceof LeaseLost) return;
      since ??= clock();
      const told = imapTrouble(access, error);
      log.warn({ inboxId: held.inboxId, detail: told }, "mailbox cannot be read");
      const noted = await noteTrouble(held, told, since, clock()).catch((failed: unknown) => failed);
      if (noted instanceof LeaseLost) return;
      const pause = Math.min(firstPauseMs * 2 ** Math.min(failures++, 20), LONGEST_PAUSE_MS);
      // Servers that come back are not to be met by all mailboxes at once.
      await sleep(pause * (0.75 + Math.random() / 2), undefined, { signal }).catch(() => {});
    }
  }
}

/** One connection, until it ends. `answered` is called whenever the server has. */
async function readOnce(
  held: Held,
  { access, signal, clock, stuck }: Reading & { stuck: Stuck },
  answered: () => void,
): Promise<void> {
  const client = imapClient(access);
  const close = () => client.close();
  signal.addEventListener("abort", close, { once: true });
  const news = createNews(client);
  try {
    await client.connect();
    await client.mailboxOpen(access.folder, { readOnly: true });
    while (!signal.aborted) {
      await catchUp(client, held, { clock, stuck });
      answered();
      await news.next(LOOK_EVERY_MS, signal);
      if (!client.usable) throw new Error("The connection was closed");
      // Asks the server, so that a connection that is dead without a word is found to be.
      await client.noop();
    }
  } finally {
    signal.removeEventListener("abort", close);
    client.close();
  }
}

/** Waits for a mail, the end of the connection, or the given time; what came before it is asked counts. */
function createNews(client: ReturnType<typeof imapClient>) {
  let isThere = false;
  let wake = () => {};
  const tell = () => {
    isThere = true;
    wake();
  };
  client.on("exists", tell);
  client.on("close", tell);
  return {
    async next(withinMs: number, signal: AbortSignal): Promise<void> {
      if (!isThere) {
        const done = new AbortController();
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const either = AbortSignal.any([signal, done.signal]);
        await Promise.race([woken, sleep(withinMs, undefined, { signal: either }).catch(() => {})]);
        done.abort();
      }
      isThere = false;
    },
  };
}

import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { AccountId } from "@/lib/accounts/account-id";
import { imapAccessOf } from "@/lib/channels/mail/imap";
import { smtpConfigSchema, smtpSecretsSchema } from "@/lib/channels/smtp/config";
import { driverInbox, type InboxRow } from "@/lib/engine/inbox";
import { log } from "@/lib/log";
import { LEASE_MS, leaseMailboxes, readingAccounts, releaseMailbox } from "./lease";
import { readMailbox } from "./read-mailbox";

/** A lease is renewed three times before it ends. */
const LOOK_EVERY_MS = 15_000;
/** One connection each; a process with more would rather be two. */
const MOST_MAILBOXES = 500;

type Options = { leaseMs?: number; lookEveryMs?: number; firstPauseMs?: number; clock?: () => Date };
type Open = { accountId: AccountId; settings: string; abort: AbortController; ended: Promise<void> };

/**
 * Reads the mailboxes of all accounts until it is stopped, shared with however many other processes do the same: each
 * mailbox is read by the one that has the lease on it, and by another when that one has died.
 */
export function startMailReaders(options: Options = {}): { stop(): Promise<void> } {
  const { leaseMs = LEASE_MS, lookEveryMs = LOOK_EVERY_MS, clock = () => new Date() } = options;
  const readerId = randomUUID();
  const open = new Map<string, Open>();
  const stopping = new AbortController();

  const look = async () => {
    const found = new Set<string>();
    for (const accountId of await readingAccounts()) {
      if (stopping.signal.aborted) return;
      const most = MOST_MAILBOXES - open.size;
      for (const row of await leaseMailboxes(accountId, { readerId, leaseMs, now: clock() }, most)) {
        found.add(row.id);
        const settings = settingsOf(row);
        if (open.get(row.id)?.settings === settings) continue;
        await close(row.id);
        start(accountId, row, settings);
      }
    }
    for (const inboxId of [...open.keys()]) if (!found.has(inboxId)) await close(inboxId);
  };

  const start = (accountId: AccountId, row: InboxRow, settings: string) => {
    const access = accessOf(row);
    if (!access) return;
    const abort = new AbortController();
    const { signal } = abort;
    const held = { accountId, inboxId: row.id, readerId };
    const ended = readMailbox(held, { access, signal, clock, firstPauseMs: options.firstPauseMs });
    const reading = { accountId, settings, abort, ended };
    open.set(row.id, reading);
    // One that lost its lease is begun again should the lease come back.
    void ended.then(() => open.get(row.id) === reading && open.delete(row.id));
  };

  const close = async (inboxId: string) => {
    const reading = open.get(inboxId);
    open.delete(inboxId);
    reading?.abort.abort();
    await reading?.ended;
  };

  const looking = (async () => {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) => log.error({ err: error }, "mailboxes could not be looked for"));
      await sleep(lookEveryMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  return {
    async stop() {
      stopping.abort();
      await looking;
      const held = [...open].map(([inboxId, { accountId }]) => ({ inboxId, accountId }));
      await Promise.all(held.map(({ inboxId }) => close(inboxId)));
      const released = held.map(({ inboxId, accountId }) => releaseMailbox(accountId, { inboxId, readerId }));
      await Promise.allSettled(released);
    },
  };
}

/** Reading begins anew when anything of it changes. */
const settingsOf = ({ config, secrets }: InboxRow): string =>
  createHash("sha256")
    .update(JSON.stringify([config, secrets]))
    .digest("hex");

function accessOf(row: InboxRow) {
  try {
    const { config, secrets } = driverInbox(row);
    return imapAccessOf({
      config: smtpConfigSchema.parse(config),
      secrets: smtpSecretsSchema.parse(secrets),
    });
  } catch (error) {
    log.error({ inboxId: row.id, err: error }, "settings of a mailbox cannot be read");
    return null;
  }
}

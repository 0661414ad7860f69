import { createHash } from "node:crypto";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { raiseAlert, resolveAlert } from "@/lib/engine/alerts";

/** Which mailbox, and who reads it. Every write is refused to a process whose lease another one has taken over. */
export type Held = { accountId: AccountId; inboxId: string; readerId: string };

/** Where reading goes on; `uidValidity` null: the mailbox has never been opened. */
export type Place = { uidValidity: bigint | null; lastUid: number };

/** Another process reads the mailbox now, or it is read no more. */
export class LeaseLost extends Error {}

export const readPlace = ({ accountId, inboxId, readerId }: Held): Promise<Place> =>
  withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ uid_validity: string | null; last_uid: string }[]>`
      select uid_validity, last_uid from mailboxes where inbox_id = ${inboxId} and reader_id = ${readerId}`;
    if (!row) throw new LeaseLost();
    return {
      uidValidity: row.uid_validity === null ? null : BigInt(row.uid_validity),
      lastUid: Number(row.last_uid),
    };
  });

/** The server has answered: what was wrong is over. */
export const movePlace = (held: Held, place: Place, now: Date): Promise<void> =>
  withAccountSql(held.accountId, async (tx) => {
    await setPlace(tx, held, place, now);
    await resolveAlert(tx, held.accountId, { dedupeKey: alertKey(held.inboxId), now });
  });

type StoredMail = {
  /** The mail as text. */
  body: string;
  /** Its first headers: a mail that is met again, under other UIDs or in another folder, is the same. */
  head: string;
  receivedAt: Date;
};

/**
 * Stores a mail as it came and moves the place behind it, together: whatever happens, it is neither lost nor taken in
 * twice. Answers the id under which it waits, or null for one that was there before.
 */
export const storeMail = (held: Held, place: Place, mail: StoredMail, now: Date): Promise<string | null> =>
  withAccountSql(held.accountId, async (tx) => {
    await setPlace(tx, held, place, now);
    const [row] = await tx<{ id: string }[]>`
      insert into inbound_events
        (account_id, inbox_id, provider, dedupe_key, body, received_at, received_last_at)
      values (${held.accountId}, ${held.inboxId}, 'smtp', ${keyOf(mail.head)}, ${mail.body}, ${mail.receivedAt}, ${now})
      on conflict (inbox_id, dedupe_key) do nothing returning id`;
    return row?.id ?? null;
  });

async function setPlace(tx: SqlTx, { inboxId, readerId }: Held, place: Place, now: Date): Promise<void> {
  const rows = await tx`
    update mailboxes set uid_validity = ${place.uidValidity === null ? null : String(place.uidValidity)}::bigint,
      last_uid = ${place.lastUid}, seen_at = ${now}, error = null
    where inbox_id = ${inboxId} and reader_id = ${readerId} returning inbox_id`;
  if (rows.length === 0) throw new LeaseLost();
}

/** So long a server may be away before a person is told. */
const PATIENCE_MS = 15 * 60_000;

/** Notes why the mailbox cannot be read, and tells a person when that lasts. `since`: of the first failure in a row. */
export const noteTrouble = (held: Held, detail: string, since: Date, now: Date): Promise<void> =>
  withAccountSql(held.accountId, async (tx) => {
    const error = detail.slice(0, 500).toWellFormed().replaceAll("\0", "");
    const [row] = await tx<{ name: string }[]>`
      update mailboxes m set error = ${error} from inboxes i
      where i.id = m.inbox_id and m.inbox_id = ${held.inboxId} and m.reader_id = ${held.readerId} returning i.name`;
    if (!row) throw new LeaseLost();
    if (now.getTime() - since.getTime() < PATIENCE_MS) return;
    await raiseAlert(tx, held.accountId, {
      ...{ kind: "inbox_disconnected", dedupeKey: alertKey(held.inboxId), inboxId: held.inboxId },
      ...{ data: { inbox: row.name, detail: error.slice(0, 300) }, now },
    });
  });

/** The alert that a mailbox cannot be read; over, too, when it is read no more. */
export const alertKey = (inboxId: string) => `inbox_disconnected:${inboxId}:mail`;

/** Of the headers that name a mail; one without any of them is known by all that it has. */
function keyOf(head: string): string {
  const fields = head
    .split(/\r?\n(?![ \t])/)
    .filter((line) => /^(message-id|from|date|subject):/i.test(line));
  const named = fields.some((line) => /^message-id:/i.test(line)) ? fields.join("\n") : head;
  return `mail:${createHash("sha256").update(named).digest("hex")}`;
}

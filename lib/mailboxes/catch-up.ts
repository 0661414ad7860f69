import type { ImapFlow } from "imapflow";
import { MOST_MAIL_BYTES } from "@/lib/channels/mail/imap";
import { textOfBytes } from "@/lib/channels/mail/mail-bytes";
import { DAY_MS } from "@/lib/core/zone";
import { processInbound } from "@/lib/engine/webhook";
import { log } from "@/lib/log";
import { type Held, movePlace, type Place, readPlace, storeMail } from "./place";

/** How often the connection was lost over a mail. One that can never be fetched must not keep the others from being read. */
export type Stuck = Map<number, number>;
const WHOLE_TRIES = 3;
const TRIES = 6;

/** What is fetched of a mail that is too large: its headers and its text stand before what it carries. */
const MOST_OF_LARGE = 512 * 1024;
/** After a folder was built anew, mails of so many days are looked at again; those that are known change nothing. */
const LOOK_BACK_DAYS = 7;
const CHUNK = 100;

/**
 * Takes in every mail that came since the last look, the oldest first, and answers how many. A mailbox that is opened
 * for the first time is not read: what lies in it is older than any message of ours.
 */
export async function catchUp(
  client: ImapFlow,
  held: Held,
  { clock, stuck }: { clock: () => Date; stuck: Stuck },
): Promise<number> {
  const folder = client.mailbox;
  if (!folder) throw new Error("The folder is not open");
  const place = await readPlace(held);
  const { uidValidity } = folder;
  if (place.uidValidity === null) {
    await movePlace(held, { uidValidity, lastUid: folder.uidNext - 1 }, clock());
    return 0;
  }
  const isSame = place.uidValidity === uidValidity;
  const lastUid = isSame ? place.lastUid : 0;
  const since = new Date(clock().getTime() - LOOK_BACK_DAYS * DAY_MS);
  const found = await client.search(isSame ? { uid: `${lastUid + 1}:*` } : { since }, { uid: true });
  // `n:*` names the last mail also where it is older than n.
  const uids = (found || []).filter((uid) => uid > lastUid).sort((a, b) => a - b);
  for (let at = 0; at < uids.length; at += CHUNK) {
    const sizes = await client.fetchAll(uids.slice(at, at + CHUNK).join(","), { size: true }, { uid: true });
    const sizeOf = new Map(sizes.map(({ uid, size }) => [uid, size ?? 0]));
    for (const uid of uids.slice(at, at + CHUNK)) {
      await takeIn(client, held, { uidValidity, lastUid: uid }, sizeOf.get(uid), { clock, stuck });
    }
  }
  const newest = Math.max(lastUid, uids.at(-1) ?? 0, isSame ? 0 : folder.uidNext - 1);
  await movePlace(held, { uidValidity, lastUid: newest }, clock());
  return uids.length;
}

async function takeIn(
  client: ImapFlow,
  held: Held,
  place: Place,
  size: number | undefined,
  { clock, stuck }: { clock: () => Date; stuck: Stuck },
): Promise<void> {
  const mail = size === undefined ? false : await fetchMail(client, place.lastUid, size, stuck);
  // Deleted since it was found.
  if (size === undefined || !mail || !mail.source) return movePlace(held, place, clock());
  const now = clock();
  const arrivedAt = new Date(mail.internalDate ?? now);
  const receivedAt = arrivedAt > now || Number.isNaN(arrivedAt.getTime()) ? now : arrivedAt;
  const [head = ""] = mail.source
    .subarray(0, 64 * 1024)
    .toString("latin1")
    .split(/\r?\n\r?\n/, 1);
  const stored = await storeMail(held, place, { body: textOfBytes(mail.source), head, receivedAt }, now);
  if (size > MOST_MAIL_BYTES) log.info({ inboxId: held.inboxId, size }, "large mail taken in part");
  if (stored) await processInbound(held.accountId, stored, now);
}

async function fetchMail(client: ImapFlow, uid: number, size: number, stuck: Stuck) {
  const failures = stuck.get(uid) ?? 0;
  if (failures >= TRIES) {
    log.error({ uid, size }, "mail cannot be fetched and is passed over");
    return false;
  }
  const isPart = size > MOST_MAIL_BYTES || failures >= WHOLE_TRIES;
  const source = isPart ? { maxLength: MOST_OF_LARGE } : true;
  stuck.set(uid, failures + 1);
  const mail = await client.fetchOne(String(uid), { source, internalDate: true }, { uid: true });
  stuck.delete(uid);
  return mail;
}

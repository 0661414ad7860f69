import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { insertRecord } from "./insert";
import type { News, NewsAnswer } from "./news";
import { rankOf } from "./ranks";
import { lockRecord, type StoredRecord, TABLES } from "./stored";
import { isComplete, toldColumns } from "./told-columns";
import { contactOf } from "./told-contact";
import { changeStored } from "./write";

const BEGINNINGS = { deal: "open", appointment: "booked", charge: "pending" } as const;

/**
 * Takes in what another system tells of a deal, appointment or charge: webhooks and the API call this. The record is
 * the one of that external id; an unknown one is made. News may come twice, late and in any order: what is known already
 * changes nothing, and what is older than the newest that is known does not move the record back.
 */
export async function recordTold(accountId: AccountId, sent: News & { now: Date }): Promise<NewsAnswer> {
  // A source whose clock is ahead must not silence whoever comes after it.
  const news = { ...sent, at: sent.at > sent.now ? sent.now : sent.at };
  const changed = await withAccountSql(accountId, (tx) => changeKnown(tx, accountId, news));
  if (changed) return changed;
  const added = await withAccountSql(accountId, (tx) => addTold(tx, accountId, news));
  if (added) return added;
  // A rival has just made it.
  const retold = await withAccountSql(accountId, (tx) => changeKnown(tx, accountId, news));
  if (!retold) throw new AppError("conflict");
  return retold;
}

type Telling = News & { now: Date };

async function changeKnown(tx: SqlTx, accountId: AccountId, news: Telling): Promise<NewsAnswer | null> {
  const [known] = await tx<{ id: string }[]>`
    select id from ${tx(TABLES[news.kind])} where external_id = ${news.externalId}`;
  if (!known) return null;
  const stored = await lockRecord(tx, news.kind, known.id);
  const isOld = news.at < stored.knownAt;
  const values = isOld ? {} : await toldColumns(tx, news);
  const isStatusOld = news.status !== undefined && isOlderStatus(stored, news.status, news.at);
  const status = isStatusOld ? undefined : news.status;
  if (isOld && !status) return { did: "outdated", recordId: known.id };
  const by = { actorId: null, now: news.now };
  const isChanged = await changeStored(tx, accountId, stored, {
    ...{ values, at: news.at, by },
    ...(status && { status }),
  });
  if (isChanged) return { did: "changed", recordId: known.id };
  // That it is still so is news as well: what was said of it before no longer counts.
  await tx`
    update ${tx(TABLES[news.kind])} set known_at = greatest(known_at, ${news.at}) where id = ${known.id}`;
  return { did: "unchanged", recordId: known.id };
}

/**
 * Older than the status that the record has. Of the same moment (many sources give whole seconds) the one that is
 * further along came later.
 */
function isOlderStatus(stored: StoredRecord, status: string, at: Date): boolean {
  const difference = at.getTime() - stored.statusAt.getTime();
  if (difference !== 0) return difference < 0;
  return rankOf(stored.kind, status) < rankOf(stored.kind, stored.status);
}

async function addTold(tx: SqlTx, accountId: AccountId, news: Telling): Promise<NewsAnswer | null> {
  const values = await toldColumns(tx, news);
  if (!isComplete(news.kind, values)) return { did: "refused", reason: "incomplete" };
  const contact = await contactOf(tx, accountId, news);
  if ("reason" in contact) return { did: "refused", reason: contact.reason };
  const recordId = await insertRecord(tx, accountId, {
    kind: news.kind,
    contactId: contact.id,
    status: news.status ?? BEGINNINGS[news.kind],
    values: { ...values, external_id: news.externalId },
    at: news.at,
    by: { actorId: null, now: news.now },
  });
  return recordId ? { did: "created", recordId } : null;
}

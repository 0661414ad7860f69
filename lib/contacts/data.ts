import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { type Cursor, MAX_COUNTED, type Page, toPage } from "@/lib/keyset";
import { matching, scopeOf } from "./filter";
import type { ContactFilter } from "./schema";

export type ContactListItem = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  tags: string[];
  isBlocked: boolean;
  /** Opted out of every channel or of one. */
  isSuppressed: boolean;
  liveRuns: number;
  lastReplyAt: string | null;
};

const PAGE_SIZE = 50;

/** A page of contacts, newest first, and how many there are (counted to 10,001). */
export const listContacts = (
  accountId: AccountId,
  filter: ContactFilter,
  cursor: Cursor,
): Promise<Page<ContactListItem> & { count: number }> =>
  withAccountSql(accountId, async (tx) => {
    const which = matching(tx, await scopeOf(tx, filter));
    const [rows, count] = await Promise.all([
      readContacts(tx, which, cursor, PAGE_SIZE + 1),
      countMatching(tx, which),
    ]);
    return { ...toPage(rows, cursor, PAGE_SIZE), count };
  });

/** How many contacts a filter means now, counted to 10,001. */
export const countContacts = (accountId: AccountId, filter: ContactFilter): Promise<number> =>
  withAccountSql(accountId, async (tx) => countMatching(tx, matching(tx, await scopeOf(tx, filter))));

async function countMatching(tx: SqlTx, which: ReturnType<typeof matching>): Promise<number> {
  const [counted] = await tx<{ count: number }[]>`
    select count(*)::int as count from (select from contacts c where ${which} limit ${MAX_COUNTED + 1}) counted`;
  return counted?.count ?? 0;
}

const MAX_OPTIONS = 20;

/** The newest contacts that match, for pickers. */
export const contactOptions = (accountId: AccountId, search: string): Promise<ContactListItem[]> =>
  withAccountSql(accountId, (tx) => readContacts(tx, matching(tx, { search }), {}, MAX_OPTIONS));

async function readContacts(
  tx: SqlTx,
  which: ReturnType<typeof matching>,
  { after, before }: Cursor,
  limit: number,
) {
  const rows = await tx<(Omit<ContactListItem, "lastReplyAt"> & { lastReplyAt: Date | null })[]>`
    select c.id, c.name, c.tags, c.blocked_at is not null as "isBlocked", c.last_reply_at as "lastReplyAt",
      ${newest(tx, "phone")} as phone, ${newest(tx, "email")} as email, ${isSuppressed(tx)} as "isSuppressed",
      (select count(*)::int from enrollments e where e.contact_id = c.id and e.status in ('active', 'paused')) as "liveRuns"
    from contacts c
    where ${which}
      ${after ? tx`and c.id < ${after}` : tx``} ${before ? tx`and c.id > ${before}` : tx``}
    order by c.id ${before ? tx`asc` : tx`desc`} limit ${limit}`;
  return rows.map((row) => ({ ...row, lastReplyAt: row.lastReplyAt?.toISOString() ?? null }));
}

/** Of several addresses of a kind the newest is the one in use. */
const newest = (tx: SqlTx, kind: "phone" | "email") => tx`(
  select value from contact_identities i where i.contact_id = c.id and i.kind = ${kind} order by i.id desc limit 1)`;

/** The hash is that of `lib/identity-hash`, made where the rows are. */
const isSuppressed = (tx: SqlTx) => tx`exists (
  select from contact_identities i
  join suppressions s on s.account_id = i.account_id and s.lifted_at is null
    and s.identity_hash = encode(sha256(convert_to(i.kind || ':' || i.value, 'UTF8')), 'hex')
  where i.contact_id = c.id)`;

import { type SqlTx, withAccountSql } from "@/db/client";
import type { ActionResult } from "@/db/schema/automation";
import type { AccountId } from "@/lib/accounts/account-id";
import { type Cursor, MAX_COUNTED, type Page, toPage } from "@/lib/keyset";
import type { RULE_RUN_STATUSES, RunFilter } from "./schema";

export type RunRow = {
  id: string;
  at: string;
  /** Of the rule or macro. */
  name: string;
  ruleId: string | null;
  macroId: string | null;
  event: string;
  status: (typeof RULE_RUN_STATUSES)[number];
  because: string | null;
  results: ActionResult[];
  contactId: string;
  /** Null when the contact was erased. */
  contactName: string | null;
  conversationId: string | null;
  /** The names of the rules that led to it, the first one first. */
  causes: string[];
  /** The person who ran the macro. */
  actor: string | null;
};

const PAGE_SIZE = 50;

/** A page of the log, newest first, and how many rows there are (counted to 10,001). */
export const listRuleRuns = (
  accountId: AccountId,
  filter: RunFilter,
  cursor: Cursor,
): Promise<Page<RunRow> & { count: number }> =>
  withAccountSql(accountId, async (tx) => {
    const [rows, counted] = await Promise.all([
      readPage(tx, filter, cursor),
      tx<{ count: number }[]>`
        select count(*)::int as count
        from (select from rule_runs r where ${matching(tx, filter)} limit ${MAX_COUNTED + 1}) counted`,
    ]);
    return { ...toPage(rows, cursor, PAGE_SIZE), count: counted[0]?.count ?? 0 };
  });

async function readPage(tx: SqlTx, filter: RunFilter, { after, before }: Cursor): Promise<RunRow[]> {
  const rows = await tx<(Omit<RunRow, "at"> & { at: Date })[]>`
    select r.id, r.at, coalesce(ru.name, m.name, '') as name, r.rule_id as "ruleId", r.macro_id as "macroId",
      r.event, r.status, r.because, r.results, r.contact_id as "contactId", c.name as "contactName",
      r.conversation_id as "conversationId", u.name as actor,
      coalesce((select array_agg(x.name order by x.place) from (
        select cause.name, ids.place from unnest(r.caused_by) with ordinality ids(id, place)
        join rules cause on cause.id = ids.id) x), '{}') as causes
    from rule_runs r
    left join rules ru on ru.id = r.rule_id left join macros m on m.id = r.macro_id
    left join contacts c on c.id = r.contact_id and c.deleted_at is null
    left join users u on u.id = r.actor_id
    where ${matching(tx, filter)}
      ${after ? tx`and r.id < ${after}` : tx``} ${before ? tx`and r.id > ${before}` : tx``}
    order by r.id ${before ? tx`asc` : tx`desc`} limit ${PAGE_SIZE + 1}`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

const matching = (tx: SqlTx, { rule, macro, status }: RunFilter) => tx`
  r.account_id = (select current_setting('app.account_id')::uuid)
  ${rule ? tx`and r.rule_id = ${rule}` : tx``}
  ${macro ? tx`and r.macro_id = ${macro}` : tx``}
  ${status ? tx`and r.status = ${status}` : tx``}`;

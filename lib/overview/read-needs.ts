import type { SqlTx } from "@/db/client";
import { MOST_COUNTED } from "@/lib/troubles/schema";
import type { Bounded, Needs } from "./schema";

type Asking = { accountId: string; userId: string; now: Date };

/** What waits for a person, each counted by an index of its own until one more than anybody needs. */
export async function readNeeds(tx: SqlTx, { accountId, userId, now }: Asking): Promise<Needs> {
  const draft = tx`
    account_id = ${accountId} and status = 'open' and (snoozed_until is null or snoozed_until <= ${now})`;
  const upTo = tx`limit ${MOST_COUNTED + 1}`;
  const [row] = await tx<Record<keyof Needs, number>[]>`
    select
      (select count(*)::int from (select from drafts where ${draft} ${upTo}) d) as drafts,
      (select count(*)::int from (
        select from drafts where ${draft} and (assignee_id = ${userId} or assignee_id is null) ${upTo}) d) as "myDrafts",
      (select count(*)::int from (
        select from ai_suggestions where account_id = ${accountId} and status = 'open' ${upTo}) s) as suggestions,
      (select count(*)::int from (
        select from enrollments
        where account_id = ${accountId} and status = 'paused' and next_because = 'reply_waits' ${upTo}) e) as replied`;
  return {
    drafts: bounded(row?.drafts),
    myDrafts: bounded(row?.myDrafts),
    suggestions: bounded(row?.suggestions),
    replied: bounded(row?.replied),
  };
}

export const bounded = (count = 0): Bounded => ({
  count: Math.min(count, MOST_COUNTED),
  isMore: count > MOST_COUNTED,
});

import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Channel } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import { liveRunsOf, type Pair, threadsOf } from "./read";
import { clashesOf } from "./run-clashes";

/** What a merge would do now. */
export type MergePreview = {
  names: { survivor: string; loser: string };
  addresses: string[];
  threads: { moved: number; joined: number };
  records: number;
  runs: number;
  /** Runs that end, because one of the same kind is kept. */
  superseded: { sequenceName: string }[];
  /** On which channels either of the two has opted out. */
  optedOut: (Channel | "all")[];
  isBlocked: boolean;
};

/** Changes nothing. Throws AppError `invalid`, `not_found` and `conflict` where the merge would. */
export const previewMerge = (accountId: AccountId, pair: Pair): Promise<MergePreview> =>
  withAccountSql(accountId, async (tx) => {
    if (pair.survivorId === pair.loserId) throw new AppError("invalid", "merge_itself");
    const both = [pair.survivorId, pair.loserId];
    const contacts = await tx<{ id: string; name: string; isGone: boolean; isBlocked: boolean }[]>`
      select id, name, deleted_at is not null as "isGone", blocked_at is not null as "isBlocked"
      from contacts where id = any(${both})`;
    const [survivor, loser] = both.map((id) => contacts.find((contact) => contact.id === id));
    if (!survivor || !loser) throw new AppError("not_found");
    if (survivor.isGone || loser.isGone) throw new AppError("conflict", "merge_gone");
    const threads = await threadsOf(tx, pair);
    const runs = await liveRunsOf(tx, pair, threads);
    return {
      names: { survivor: survivor.name, loser: loser.name },
      threads: {
        moved: threads.filter(({ into }) => !into).length,
        joined: threads.filter(({ into }) => into).length,
      },
      superseded: clashesOf(runs).map(({ ended }) => ({ sequenceName: ended.sequenceName })),
      isBlocked: survivor.isBlocked || loser.isBlocked,
      ...(await countsOf(tx, pair.loserId)),
      optedOut: await optOutsOf(tx, both),
    };
  });

async function countsOf(tx: SqlTx, loserId: string) {
  const [counted] = await tx<{ addresses: string[] | null; records: number; runs: number }[]>`
    select (select array_agg(value order by kind, value) from contact_identities
        where contact_id = ${loserId} and kind <> 'whatsapp') as addresses,
      (select count(*)::int from deals where contact_id = ${loserId})
        + (select count(*)::int from appointments where contact_id = ${loserId})
        + (select count(*)::int from charges where contact_id = ${loserId}) as records,
      (select count(*)::int from enrollments
        where contact_id = ${loserId} and (status in ('active', 'paused') or status = 'ended')) as runs`;
  const { addresses = null, records = 0, runs = 0 } = counted ?? {};
  return { addresses: addresses ?? [], records, runs };
}

async function optOutsOf(tx: SqlTx, ids: string[]): Promise<(Channel | "all")[]> {
  const rows = await tx<{ channel: Channel | "all" }[]>`
    select distinct coalesce(s.channel::text, 'all') as channel from contact_identities i
    join suppressions s on s.account_id = i.account_id and s.lifted_at is null and s.reason <> 'bounced'
      and s.identity_hash = identity_hash(i.kind, i.value)
    where i.contact_id = any(${ids}) order by 1`;
  return rows.map(({ channel }) => channel);
}

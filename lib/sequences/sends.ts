import "server-only";
import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { accountZone } from "@/lib/core/effective-zone";
import { DAY_MS, isoDateOf, startOfDay, toInstantMs, toLocalMs } from "@/lib/core/zone";
import { loadAccount } from "@/lib/engine/snapshot";
import { SENDS_DAYS } from "./limits";
import type { DaySends } from "./schema";

/** Runs of each sequence, live ones and the latest that ended, whose sends are counted: the list stays fast beside a million. */
const MOST_RUNS = 5_000;

type Row = { id: string; day: string; sent: number };

/** What each sequence that is not archived sent on each of the last days of the account's calendar, today the last. */
export const listSends = (accountId: AccountId, now: Date): Promise<Record<string, DaySends>> =>
  withAccountSql(accountId, async (tx) => {
    const { settings } = await loadAccount(tx);
    const zone = accountZone(settings);
    const first = startOfDay(toLocalMs(now.getTime(), zone)) - (SENDS_DAYS - 1) * DAY_MS;
    const since = new Date(toInstantMs(first, zone));
    const counts = await tx<{ id: string; isPartial: boolean }[]>`
      select s.id, exists (
        select from enrollments e where e.sequence_id = s.id and e.status in ('active', 'paused') offset ${MOST_RUNS}
      ) or exists (
        select from (
          select e.enrolled_at from enrollments e where e.sequence_id = s.id and e.status = 'ended'
          order by e.id desc offset ${MOST_RUNS - 1} limit 1
        ) oldest where oldest.enrolled_at >= ${since}
      ) as "isPartial"
      from sequences s where s.status <> 'archived'`;
    const rows = await tx<Row[]>`
      select s.id, to_char(m.sent_at at time zone ${zone}, 'YYYY-MM-DD') as day, count(*)::int as sent
      from sequences s cross join lateral (
        (select e.id, e.last_sent_at from enrollments e
          where e.sequence_id = s.id and e.status in ('active', 'paused') limit ${MOST_RUNS})
        union all
        (select e.id, e.last_sent_at from enrollments e
          where e.sequence_id = s.id and e.status = 'ended' order by e.id desc limit ${MOST_RUNS})
      ) e join messages m on m.enrollment_id = e.id
      where s.status <> 'archived' and e.last_sent_at >= ${since} and m.sent_at >= ${since}
      group by 1, 2`;
    const sentOn = new Map(rows.map(({ id, day, sent }) => [`${id} ${day}`, sent]));
    const days = Array.from({ length: SENDS_DAYS }, (_, index) => isoDateOf(first + index * DAY_MS));
    return Object.fromEntries(
      counts.map(({ id, isPartial }) => [
        id,
        { days: days.map((day) => sentOn.get(`${id} ${day}`) ?? 0), isPartial },
      ]),
    );
  });

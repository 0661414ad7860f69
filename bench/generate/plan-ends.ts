import { type Generating, inAccount, times } from "./stage";

/**
 * What contacts did, and how each run stands: the first of its last step, a reply of the contact on whatever run, the
 * goal, a person's stop, the archiving, or the next enrollment of the contact into the same sequence ends it.
 */
export async function planEnds(generating: Generating): Promise<void> {
  const { now } = times(generating);
  await inAccount(generating, async (tx) => {
    await tx.unsafe(`
      create unlogged table generated.event as
      select c, date_trunc('milliseconds', reply_at) as at, case when is_opt_out then 'opt_out' else 'reply' end as kind, n,
        generated.id(reply_at, n, 60) as id
      from generated.run where reply_at < ${now} and (stop_at is null or stop_at > reply_at)
        and (archived_at is null or archived_at > reply_at)
      union all
      select c, date_trunc('milliseconds', goal_at), 'goal', n, generated.id(goal_at, n, 61)
      from generated.run where goal_at < ${now};
      create index on generated.event (c);
      create index on generated.event (at);
      analyze generated.event`);
    await tx.unsafe(`
      create unlogged table generated.stand as
      with next as (
        select n, lead(enrolled_at) over (partition by c, sequence order by n) - interval '1 minute' as again_at from generated.run
      ), reached as (
        select distinct on (r.n) r.n, e.at, e.kind, e.id, e.n as of
        from generated.run r join generated.event e on e.c = r.c and e.at > r.enrolled_at
          and (e.kind <> 'goal' or r.has_goal)
        order by r.n, e.at
      ), closed as (
        select c, min(at) as at from generated.event where kind = 'opt_out' group by c
      ), ends as (
        select r.*, e.at as event_at, e.kind, e.id as event_id, closed.at < r.enrolled_at as is_closed,
          least(r.ats[r.k], r.stop_at, r.archived_at, x.again_at, e.at) as over_at, x.again_at
        from generated.run r join next x on x.n = r.n left join reached e on e.n = r.n left join closed on closed.c = r.c
      ), ended as (
        select *, over_at <= ${now} as is_over, case
            when over_at = event_at then case kind when 'goal' then 'goal_reached' when 'opt_out' then 'opted_out' else 'replied' end
            when over_at = ats[k] then case when coalesce(is_closed, false) then 'undeliverable' else 'completed' end
            when over_at = archived_at then 'sequence_archived'
            when over_at = again_at then 'superseded'
            when is_thread then 'resolved' else 'stopped' end as reason
        from ends
      ), paused as (
        -- Where a reply waits for a person, who stops the run a day later.
        select *, case when is_pausing and is_over and reason = 'replied' then over_at end as held_at from ended
      )
      select n, id, enrolled_at, sequence, version, c, k, dues, ats, entry, method, assignee, is_holdout, is_thread,
        coalesce(is_closed, false) as is_closed, goal_at, has_goal, event_id, kind as event_kind, held_at,
        case when is_over then over_at else ${now} end as cut_at,
        case when held_at is not null then case when held_at + interval '26 hours' < ${now} then held_at + interval '26 hours' end
          when is_over then over_at end as ended_at,
        case when held_at is not null then case when held_at + interval '26 hours' < ${now} then 'stopped' end
          when is_over then reason end as reason,
        is_over and over_at = event_at and kind in ('reply', 'opt_out') as is_answered,
        (select count(*)::int from unnest(ats) a where a <= case when is_over then over_at else ${now} end) as done,
        not is_over and generated.chance(n, 70) < 0.03 as is_paused
      from paused order by n;
      alter table generated.stand add primary key (n);
      create index on generated.stand (enrolled_at);
      create index on generated.stand (ended_at) where ended_at is not null;
      analyze generated.stand`);
  });
}

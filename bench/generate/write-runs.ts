import { type Generating, inAccount, times } from "./stage";

/** The runs in the order of their enrollment, as the engine would have left them. */
export async function writeRuns(generating: Generating): Promise<void> {
  const { accountId } = generating.world;
  const { now } = times(generating);
  await inAccount(generating, async (tx) => {
    await tx.unsafe(`
      create unlogged table generated.last as
      select distinct on (n) n, at, channel from generated.send where fared in ('sent', 'unknown') order by n, pos desc;
      alter table generated.last add primary key (n); analyze generated.last`);
    await tx.unsafe(`
      insert into enrollments (id, account_id, sequence_id, version_id, contact_id, conversation_id, is_holdout, status,
        end_reason, epoch, step_id, wait_from_at, due_at_override, next_action_at, next_because, last_sent_at, last_channel,
        assignee_id, enrolled_by, method, entry, enrolled_at, ended_at, queued_inbox_id, queued_at)
      select s.id, '${accountId}', q.id, s.version, p.id, case when s.is_thread then t.id end, s.is_holdout,
        case when s.ended_at is not null then 'ended' when s.is_paused or s.held_at is not null then 'paused' else 'active' end
          ::enrollment_status,
        s.reason::end_reason, case when s.ended_at is not null or s.is_paused or s.held_at is not null then 1 else 0 end,
        case when s.reason is null or s.reason not in ('completed', 'undeliverable') then step.id end,
        coalesce(s.ats[s.done], s.enrolled_at), x.override, case when s.ended_at is null then x.next_at end, x.because,
        last.at, last.channel, m.id, by.id, s.method::enrollment_method, s.entry, s.enrolled_at, s.ended_at, x.inbox_id, x.queued_at
      from generated.stand s
      join generated.sequence q on q.k = s.sequence
      join generated.person p on p.c = s.c
      left join generated.thread t on t.c = s.c and t.channel = 'whatsapp'
      left join generated.step step on step.version = s.version and step.pos = s.done + 1
      left join generated.last last on last.n = s.n
      left join generated.member m on m.k = s.assignee
      left join generated.member by on by.k = 1 + s.n % 25 and s.method in ('manual', 'bulk', 'macro')
      cross join lateral (
        select case
            when s.ended_at is not null then case s.reason when 'completed' then case when s.is_holdout then 'holdout' else 'no_step_left' end
              when 'undeliverable' then 'nothing_delivered' when 'stopped' then 'stopped_by_person' when 'resolved' then 'conversation_resolved'
              else s.reason end
            when s.held_at is not null then 'reply_waits'
            when s.is_paused then 'run_paused'
            when q."isPaused" then 'sequence_paused'
            when generated.chance(s.n, 140) < 0.003 then 'overdue'
            when generated.chance(s.n, 140) < 0.012 and p.channel = 'whatsapp' and not s.is_holdout then 'inbox_limit'
            when s.dues[s.done + 1] <= ${now} then 'quiet_hours' else 'not_due' end as because
      ) w
      cross join lateral (
        select case when w.because = 'overdue' then 'not_due' else w.because end as because,
          case w.because when 'overdue' then ${now} - interval '2 hours' - generated.chance(s.n, 141) * interval '40 hours'
            when 'inbox_limit' then ${now} - generated.chance(s.n, 141) * interval '3 hours' end as override,
          case w.because when 'overdue' then ${now} - interval '2 hours' - generated.chance(s.n, 141) * interval '40 hours'
            when 'inbox_limit' then ${now} + generated.chance(s.n, 142) * interval '2 hours'
            when 'sequence_paused' then ${now} + interval '29 days' when 'quiet_hours' then s.ats[s.done + 1] when 'not_due' then s.dues[s.done + 1] end as next_at,
          case when w.because = 'inbox_limit' then (select id from generated.inbox where k = 1 + s.n % 2) end as inbox_id,
          case when w.because = 'inbox_limit' then ${now} - generated.chance(s.n, 141) * interval '3 hours' end as queued_at
      ) x
      order by s.n`);
  });
}

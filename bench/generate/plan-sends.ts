import { type Generating, inAccount, times } from "./stage";

const INTENTS = "{interested,interested,interested,not_now,not_now,other,other,wrong_person,complaint}";

/** What became of each step that a run has come to, in which thread, and what the contact answered. */
export async function planSends(generating: Generating): Promise<void> {
  const { now } = times(generating);
  await inAccount(generating, async (tx) => {
    await tx.unsafe(`
      create unlogged table generated.send as
      with came as (
        select s.n, s.c, g.pos, s.ats[g.pos] as at, s.dues[g.pos] as due, t.id as step_id, t.mode as wished, t.variants, s.is_holdout,
          s.is_closed, s.is_answered and g.pos = s.done as is_last_answered, s.cut_at, s.event_kind, s.event_id,
          case when t.channel = 'email' and p.channel <> 'email' and not p.has_both then p.channel
            when t.channel in ('whatsapp', 'sms') and p.channel = 'email' and not p.has_both then p.channel
            else coalesce(t.channel, p.channel) end as channel,
          generated.chance(s.n * 8 + g.pos, 100) as fate, generated.chance(s.n * 8 + g.pos, 101) as arrives,
          generated.chance(s.n * 8 + g.pos, 102) as reads
        from generated.stand s
        join generated.person p on p.c = s.c
        cross join lateral generate_series(1, s.done) g(pos)
        join generated.step t on t.version = s.version and t.pos = g.pos
      ), judged as (
        select *, case
            when is_holdout or is_closed then 'passed'
            when is_last_answered then 'sent'
            when fate < 0.012 then 'failed' when fate < 0.03 then 'passed' when fate < 0.0305 then 'unknown' else 'sent' end as fared
        from came
      )
      select n, c, pos, generated.id(at, n * 8 + pos, 103) as id, at, due, step_id,
        case fared when 'passed' then case when is_closed then 'failed' else 'skipped' end else fared end as fared,
        case when is_holdout then 'holdout' when is_closed then 'no_channel' when fared = 'passed' then 'skip_condition'
          when fared = 'failed' then case channel when 'whatsapp' then '131026' when 'email' then '550' else '30005' end
          when fared = 'unknown' then 'no_answer' end as code,
        case when fared <> 'passed' then channel end as channel,
        case when variants is not null and fared <> 'passed'
          then 1 + floor(generated.chance(n * 8 + pos, 104) * cardinality(variants))::int end as variant,
        case when wished = 'static' or fared = 'passed' then 'static' when generated.chance(n * 8 + pos, 105) < 0.08 then 'fallback' else wished end
          as mode,
        case when fared = 'sent' and (channel = 'whatsapp' and arrives < 0.96 or channel = 'sms' and arrives < 0.9)
          and at + interval '1 minute' < ${now}
          then date_trunc('milliseconds', at + interval '2 seconds' + arrives * interval '50 seconds') end as delivered_at,
        case when fared = 'sent' and (channel = 'whatsapp' and arrives < 0.96 and reads < 0.72 or channel = 'email' and reads < 0.3)
          and at + interval '1 minute' + reads ^ 4 * interval '30 hours' < ${now}
          then date_trunc('milliseconds', at + interval '1 minute' + reads ^ 4 * interval '30 hours') end as read_at,
        case when is_last_answered and fared = 'sent' then cut_at end as replied_at,
        case when is_last_answered and fared = 'sent' then event_id end as reply_id,
        case when is_last_answered and fared = 'sent' and event_kind = 'opt_out' then cut_at end as opted_out_at
      from judged order by n, pos;
      create index on generated.send (n);
      create index on generated.send (at);
      analyze generated.send`);
    await tx.unsafe(threads);
    await tx.unsafe(answers);
  });
}

/** A contact writes and is written to in one inbox of a channel. */
const threads = `
  create unlogged table generated.thread as
  with used as (
    select c, channel, min(at) as at, max(at) as last_at from generated.send where channel is not null group by 1, 2
    union all
    select s.c, 'whatsapp', min(s.enrolled_at), null from generated.stand s where s.is_thread group by 1
    union all
    -- Whoever writes without having been written to.
    select e.c, p.channel, min(e.at), null from generated.event e join generated.person p on p.c = e.c
    where e.kind <> 'goal' and not exists (select from generated.send m where m.c = e.c and m.channel is not null) group by 1, 2
  ), one as (
    select c, channel, min(at) as at, max(last_at) as last_at from used group by 1, 2
  )
  select one.*, generated.id(one.at - interval '1 minute', one.c * 4 + length(one.channel::text), 110) as id, i.k as inbox, i.id as inbox_id, i.name
  from one join generated.inbox i on i.channel = one.channel
    and i.nth = 1 + floor(generated.chance(one.c, 111 + length(one.channel::text)) * i.many)::int;
  alter table generated.thread add primary key (c, channel);
  analyze generated.thread`;

/** Every message that came in: of the channel on which its run had sent last, else in any thread of the contact. */
const answers = `
  create unlogged table generated.answer as
  with last as (
    select distinct on (e.id) e.id, s.channel from generated.event e
    join generated.send s on s.n = e.n and s.at < e.at and s.channel is not null
    where e.kind <> 'goal' order by e.id, s.pos desc
  ), any_thread as (
    select distinct on (c) c, channel from generated.thread order by c, at
  )
  select e.id, e.c, e.at, e.kind, t.id as thread_id, t.inbox_id, t.channel,
    case when e.kind = 'opt_out' then 'opt_out' else generated.pick('${INTENTS}', e.n, 120) end as intent
  from generated.event e
  left join last on last.id = e.id left join any_thread a on a.c = e.c
  join generated.thread t on t.c = e.c and t.channel = coalesce(last.channel, a.channel)
  where e.kind <> 'goal' order by e.at;
  alter table generated.answer add primary key (id);
  create index on generated.answer (c);
  analyze generated.answer`;

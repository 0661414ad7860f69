import { type Generating, inAccount, times } from "./stage";

/** Goals that count for a run: those that ended it, and its own ones within a week of its last send. */
export async function planConversions(generating: Generating): Promise<void> {
  const { now } = times(generating);
  await inAccount(generating, async (tx) => {
    await tx.unsafe(`
      create unlogged table generated.conversion as
      with reached as (
        select s.n, s.event_id, s.ended_at as at, false as is_after_end from generated.stand s where s.reason = 'goal_reached'
        union all
        select s.n, e.id, e.at, true from generated.event e join generated.stand s on s.n = e.n
        left join lateral (select max(m.at) as at from generated.send m where m.n = s.n and m.fared in ('sent', 'unknown')) last on true
        where e.kind = 'goal' and s.reason <> 'goal_reached' and e.at > s.ended_at
          and e.at < case when s.is_holdout then s.ended_at else last.at end + interval '7 days'
      )
      select distinct on (r.n) r.n, s.id as enrollment_id, r.event_id, r.at, r.is_after_end, s.c, m.id as message_id, m.at as sent_at, m.channel,
        m.variant, m.mode, m.step_id, m.pos, (2000 + floor(power(generated.chance(e.n, 131), 3) * 900000))::bigint as amount,
        generated.pick('{BRL,BRL,BRL,BRL,EUR,USD}', e.n, 132) as currency
      from reached r join generated.stand s on s.n = r.n join generated.event e on e.id = r.event_id
      left join generated.send m on m.n = r.n and m.fared = 'sent' and m.at < r.at
      where r.at < ${now}
      order by r.n, m.pos desc nulls last`);
  });
}

/** Conversions; open drafts of steps that Maestro writes; sends that were claimed and never finished; what people are told. */
export async function writeExtras(generating: Generating): Promise<void> {
  const { accountId } = generating.world;
  const { now, goal } = times(generating);
  await inAccount(generating, async (tx) => {
    await tx.unsafe(`
      insert into conversions (id, account_id, enrollment_id, sequence_id, version_id, contact_id, step_id, event_id, event,
        is_holdout, is_after_end, amount, currency, at, enrolled_at, entry, message_id, sent_at, channel, variant_id, mode, assignee_id)
      select generated.id(v.at, v.n, 160), '${accountId}', s.id, q.id, s.version, p.id, v.step_id, v.event_id, '${goal}', s.is_holdout,
        v.is_after_end, v.amount, v.currency, v.at, s.enrolled_at, s.entry, v.message_id, v.sent_at + interval '120 milliseconds',
        v.channel, step.variants[v.variant], v.mode, m.id
      from generated.conversion v join generated.stand s on s.n = v.n join generated.sequence q on q.k = s.sequence
      join generated.person p on p.c = s.c left join generated.member m on m.k = s.assignee
      left join generated.step step on step.version = s.version and step.pos = v.pos
      order by v.at`);
    await tx.unsafe(`
      with waiting as (
        update enrollments e set next_because = 'approval_pending', next_action_at = ${now} + interval '60 hours'
        from (
          select s.n, s.id, s.dues[s.done + 1] as due, t.inbox_id, t.channel, t.id as thread_id, step.mode
          from generated.stand s join generated.step step on step.version = s.version and step.pos = s.done + 1 and step.mode = 'ai_assisted'
          join generated.person p on p.c = s.c join generated.thread t on t.c = s.c and t.channel = p.channel
          where s.ended_at is null and not s.is_paused and s.dues[s.done + 1] < ${now} + interval '2 days' order by s.n desc limit 300
        ) d where e.id = d.id and e.next_because = 'not_due'
        returning e.*, d.due, d.inbox_id, d.channel, d.thread_id, d.mode
      )
      insert into drafts (account_id, enrollment_id, contact_id, sequence_id, conversation_id, step_id, step_epoch, inbox_id, channel,
        mode, language, status, origin, text, written_text, facts, due_at, opened_at, expires_at, assignee_id, created_at, updated_at)
      select account_id, id, contact_id, sequence_id, thread_id, step_id, step_epoch, inbox_id, channel, mode, 'en', 'open', 'ai',
        'Hello, is there anything in the way?', 'Hello, is there anything in the way?', '[]', due, ${now} - interval '3 hours',
        ${now} + interval '60 hours', assignee_id, ${now} - interval '3 hours', ${now} - interval '3 hours'
      from waiting`);
    await tx.unsafe(`
      with claimed as (
        update enrollments e set next_because = 'sending', next_action_at = ${now} - interval '20 minutes',
          due_at_override = ${now} - interval '45 minutes'
        from (
          select s.id, t.inbox_id, t.channel, t.id as thread_id from generated.stand s
          join generated.person p on p.c = s.c join generated.thread t on t.c = s.c and t.channel = p.channel
          where s.ended_at is null and not s.is_paused and not s.is_holdout and s.n % 1009 = 3 order by s.n desc limit 20
        ) d where e.id = d.id and e.next_because = 'not_due'
        returning e.*, d.inbox_id, d.channel, d.thread_id
      )
      insert into messages (account_id, enrollment_id, contact_id, step_id, step_epoch, status, channel, inbox_id, conversation_id,
        attempts, claimed_at, created_at, sequence_id, version_id, assignee_id, entry, enrolled_at)
      select account_id, id, contact_id, step_id, step_epoch, 'claimed', channel, inbox_id, thread_id, 1, ${now} - interval '40 minutes',
        ${now} - interval '40 minutes', sequence_id, version_id, assignee_id, entry, enrolled_at
      from claimed`);
    await tx.unsafe(`
      insert into notifications (account_id, user_id, kind, dedupe_key, subject_id, contact_id, data, at)
      select d.account_id, coalesce(d.assignee_id, (select id from generated.member where k = 1)), 'draft_waiting', 'draft:' || d.id, d.id,
        d.contact_id, jsonb_build_object('contact', c.name, 'sequence', s.name, 'draftId', d.id), d.opened_at
      from drafts d join contacts c on c.id = d.contact_id join sequences s on s.id = d.sequence_id where d.status = 'open'`);
  });
}

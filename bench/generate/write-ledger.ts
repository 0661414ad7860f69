import { ZONE } from "./plan";
import { type Generating, inAccount, times } from "./stage";
import { answerText } from "./write-threads";

type Month = { from: string; until: string };

/** One month of the ledger, in the order in which it was written: the same codes and data as the engine's. */
export async function writeLedger(generating: Generating, { from, until }: Month): Promise<void> {
  const { accountId } = generating.world;
  const { now, goal } = times(generating);
  const within = (at: string) => `${at} >= '${from}' and ${at} < '${until}'`;
  // The index knows when it was made; it was sent a moment later.
  const sent = `m.at >= '${from}'::timestamptz - interval '1 second' and m.at < '${until}'
    and ${within("m.at + interval '120 milliseconds'")}`;
  await inAccount(generating, (tx) =>
    tx.unsafe(`
      insert into ledger (id, account_id, at, enrollment_id, kind, step_id, message_id, actor_id, because)
      select generated.id(l.at, l.salt, 150, l.rank), '${accountId}', l.at, l.enrollment_id, l.kind::ledger_kind, l.step_id, l.message_id,
        l.actor_id, l.because::json
      from (
        select s.enrolled_at as at, 0 as rank, s.n as salt, s.id as enrollment_id, 'enrolled' as kind, null::uuid as step_id,
          null::uuid as message_id, by.id as actor_id, case when s.method in ('event', 'inactivity')
            then '{"code":"enrolled","data":{"trigger":"' || s.entry || '"}}' else '{"code":"enrolled","data":{}}' end as because
        from generated.stand s
        left join generated.member by on by.k = 1 + s.n % 25 and s.method in ('manual', 'bulk', 'macro')
        where ${within("s.enrolled_at")}
        union all
        -- The wait before the first step, where it was not sent at once.
        select s.enrolled_at, 1, s.n, s.id, 'waiting', step.id, null, null, ${waiting("s.dues[1]", "s.ats[1]", "s.enrolled_at")}
        from generated.stand s join generated.step step on step.version = s.version and step.pos = 1
        where ${within("s.enrolled_at")} and s.ats[1] > s.enrolled_at + interval '30 minutes'
        union all
        select m.at + interval '120 milliseconds', 2, m.n, s.id, m.fared, m.step_id, case when m.channel is not null then m.id end, null,
          ${outcome}
        from generated.send m join generated.stand s on s.n = m.n join generated.person p on p.c = m.c
        left join generated.thread t on t.c = m.c and t.channel = m.channel
        where ${sent}
        union all
        select m.at + interval '120 milliseconds', 3, m.n, s.id, 'waiting', step.id, null, null,
          ${waiting("s.dues[m.pos + 1]", "s.ats[m.pos + 1]", "m.at")}
        from generated.send m join generated.stand s on s.n = m.n
        join generated.step step on step.version = s.version and step.pos = m.pos + 1
        where ${sent} and m.pos < s.k
        union all
        select m.delivered_at, 4, m.n, s.id, 'delivered', m.step_id, m.id, null,
          '{"code":"delivered","data":{"channel":"' || m.channel || '","detail":""}}'
        from generated.send m join generated.stand s on s.n = m.n
        where m.at >= '${from}'::timestamptz - interval '3 days' and m.at < '${until}' and ${within("m.delivered_at")}
        union all
        select m.read_at, 5, m.n, s.id, 'read', m.step_id, m.id, null,
          '{"code":"read","data":{"channel":"' || m.channel || '","detail":""}}'
        from generated.send m join generated.stand s on s.n = m.n
        where m.at >= '${from}'::timestamptz - interval '3 days' and m.at < '${until}' and ${within("m.read_at")}
        union all
        select a.at, 6, s.n, s.id, case a.kind when 'opt_out' then 'opted_out' else 'replied' end, null, null, null,
          '{"code":"' || a.kind || '","data":{"channel":"' || a.channel || '","text":"' || ${answerText} || '","meaning":"' || a.kind || '"}}'
        from generated.answer a join generated.stand s on s.event_id = a.id and s.is_answered
        where ${within("a.at")}
        union all
        select a.at, 7, s.n, s.id, 'understood', null, null, null, '{"code":"understood_by_rule","data":{"intent":"' || a.intent
          || '","by":"rule","until":null,"confidence":null,"conversationId":"' || a.thread_id || '"}}'
        from generated.answer a join generated.stand s on s.event_id = a.id and s.is_answered
        where ${within("a.at")} and a.kind = 'reply'
        union all
        select s.held_at, 8, s.n, s.id, 'paused', step.id, null, null,
          '{"code":"replied","data":{"rule":"any_channel","conversationId":"' || a.thread_id || '","at":"' || generated.iso(a.at) || '"}}'
        from generated.stand s join generated.answer a on a.id = s.event_id
        left join generated.step step on step.version = s.version and step.pos = s.done + 1
        where ${within("s.held_at")}
        union all
        select s.ended_at, 9, s.n, s.id, 'ended', case when s.reason not in ('completed', 'undeliverable') then step.id end, null,
          case when s.reason = 'stopped' then by.id end, ${ending}
        from generated.stand s
        left join generated.step step on step.version = s.version and step.pos = s.done + 1
        left join generated.member by on by.k = 1 + s.n % 25
        left join generated.answer a on a.id = s.event_id
        where ${within("s.ended_at")}
        union all
        select s.ended_at, 10, s.n, s.id, 'goal_reached', null, null, null, '{"code":"event","data":{"event":"${goal}"}}'
        from generated.stand s where ${within("s.ended_at")} and s.reason = 'goal_reached'
        union all
        select c.at, 11, c.n, c.enrollment_id, 'converted', c.step_id, null, null,
          '{"code":"event","data":{"event":"${goal}","afterEnd":' || c.is_after_end || ',"amount":' || c.amount
            || ',"currency":"' || c.currency || '"}}'
        from generated.conversion c where ${within("c.at")}
        union all
        select ${now} - interval '1 day' - generated.chance(s.n, 151) * least(interval '20 days', ${now} - interval '1 day' - s.cut_at), 12,
          s.n, s.id, 'paused', step.id, null, by.id, '{"code":"paused_by_person","data":{"until":null}}'
        from generated.stand s join generated.step step on step.version = s.version and step.pos = s.done + 1
        join generated.member by on by.k = 1 + s.n % 25
        where s.is_paused and s.held_at is null
          and ${within(`${now} - interval '1 day' - generated.chance(s.n, 151) * least(interval '20 days', ${now} - interval '1 day' - s.cut_at)`)}
      ) l
      order by l.at, l.salt, l.rank`),
  );
}

/** Waiting for a step: until it is due, or until the hours are open where it is due by then. */
const waiting = (due: string, at: string, since: string) => `
  case when ${due} <= ${since} + interval '1 second' then '{"code":"quiet_hours","data":{"zone":"${ZONE}","zoneFrom":"account","until":"' || generated.iso(${at}) || '"}}'
  else '{"code":"not_due","data":{"dueAt":"' || generated.iso(${due}) || '","zone":"${ZONE}","zoneFrom":"account"}}' end`;

const outcome = `
  case when m.channel is null then '{"code":"' || m.code || '","data":{"dueAt":"' || generated.iso(m.due) || '"}}'
  else '{"code":"' || coalesce(m.code, 'accepted') || '","data":{"channel":"' || m.channel || '","inbox":"' || t.name || '","to":"'
    || case m.channel when 'email' then p.email when 'sms' then p.phone else substr(p.phone, 2) end || '"'
    || case m.mode when 'static' then '' when 'fallback' then ',"composeMode":"ai_assisted","fallback":"failed"'
      else ',"composeMode":"' || m.mode || '"' end
    || case when m.fared in ('failed', 'unknown') then ',"detail":"The provider could not deliver it."' else '' end || '}}' end`;

const ending = `
  case s.reason
    when 'completed' then case when s.is_holdout then '{"code":"holdout","data":{"reason":"completed"}}'
      else '{"code":"no_step_left","data":{"reason":"completed"}}' end
    when 'undeliverable' then '{"code":"nothing_delivered","data":{"reason":"undeliverable"}}'
    when 'replied' then '{"code":"replied","data":{"rule":"any_channel","conversationId":"' || a.thread_id || '","at":"'
      || generated.iso(s.ended_at) || '","reason":"replied"}}'
    when 'opted_out' then '{"code":"opted_out","data":{"channel":"' || a.channel || '","at":"' || generated.iso(s.ended_at)
      || '","reason":"opted_out"}}'
    when 'goal_reached' then '{"code":"goal_reached","data":{"event":"charge.paid","at":"' || generated.iso(s.ended_at)
      || '","reason":"goal_reached"}}'
    when 'stopped' then '{"code":"stopped_by_person","data":{"reason":"stopped"}}'
    when 'resolved' then '{"code":"conversation_resolved","data":{"at":"' || generated.iso(s.ended_at) || '","reason":"resolved"}}'
    else '{"code":"' || s.reason || '","data":{"reason":"' || s.reason || '"}}' end`;

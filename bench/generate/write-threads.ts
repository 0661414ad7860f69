import { type Generating, inAccount, times } from "./stage";

const TEXTS = `case a.intent when 'interested' then 'Yes, I am interested. Can we talk?' when 'not_now' then 'Not now, maybe next month.'
  when 'wrong_person' then 'You have the wrong person.' when 'complaint' then 'I am not happy with this at all.'
  when 'opt_out' then 'STOP' else 'Thank you, I have seen it.' end`;

/** What contacts say, as the ledger quotes it. */
export const answerText = TEXTS;

/** Threads in the order in which they began, what came in, and the charges that were paid. */
export async function writeThreads(generating: Generating): Promise<void> {
  const { accountId } = generating.world;
  const { now, goal } = times(generating);
  await inAccount(generating, async (tx) => {
    await tx.unsafe(`
      insert into conversations (id, account_id, inbox_id, contact_id, status, assignee_id, last_inbound_at, last_reply_at,
        last_message_at, last_outbound_at, resolved_at, created_at)
      select t.id, '${accountId}', t.inbox_id, p.id,
        case when a.at is null or a.at < ${now} - interval '4 days' then 'resolved' else 'open' end::conversation_status,
        m.id, a.at, a.at, greatest(t.last_at, a.at), t.last_at,
        case when a.at is null then t.at - interval '1 minute' when a.at < ${now} - interval '4 days' then a.at + interval '1 day' end,
        t.at - interval '1 minute'
      from generated.thread t
      join generated.person p on p.c = t.c
      left join generated.member m on m.k = p.assignee
      left join (select thread_id, max(at) as at from generated.answer group by 1) a on a.thread_id = t.id
      order by t.at`);
    await tx.unsafe(`
      insert into conversation_messages (id, account_id, conversation_id, contact_id, inbox_id, direction, meaning, intent,
        intent_by, intent_data, text, at)
      select a.id, '${accountId}', a.thread_id, p.id, a.inbox_id, 'inbound',
        case when a.kind = 'opt_out' then 'opt_out' else 'reply' end::inbound_meaning, a.intent, 'rule', '{}', ${TEXTS}, a.at
      from generated.answer a join generated.person p on p.c = a.c order by a.at`);
    await tx.unsafe(`
      insert into charges (id, account_id, contact_id, title, amount, currency, due_on, paid_at, status, status_at, known_at,
        date_set_at, created_at, updated_at)
      select generated.id(e.at - interval '9 days', e.n, 130), '${accountId}', p.id, 'Invoice ' || e.n,
        (2000 + floor(power(generated.chance(e.n, 131), 3) * 900000))::bigint,
        generated.pick('{BRL,BRL,BRL,BRL,EUR,USD}', e.n, 132), (e.at - interval '1 day')::date, e.at, 'paid', e.at, e.at,
        e.at - interval '9 days', e.at - interval '9 days', e.at
      from generated.event e join generated.person p on p.c = e.c where e.kind = 'goal' order by e.at;
      insert into contact_events (id, account_id, contact_id, name, dedupe_key, data, record_id, at)
      select e.id, '${accountId}', p.id, '${goal}', '${goal}:' || e.n, '{}', generated.id(e.at - interval '9 days', e.n, 130), e.at
      from generated.event e join generated.person p on p.c = e.c where e.kind = 'goal' order by e.at`);
  });
}

import { type Generating, inAccount } from "./stage";

type Month = { from: string; until: string };

/** The calendar months (UTC) in which something happened, oldest first. */
export async function monthsOf({ sql }: Generating): Promise<Month[]> {
  return sql<Month[]>`
    select month::text as from, (month + interval '1 month')::text as until
    from generate_series((select date_trunc('month', min(enrolled_at), 'UTC') from generated.run), now(), interval '1 month') month`;
}

/** The send records, partition by partition and in each in the order in which they were made. */
export async function writeMessages(generating: Generating, { from, until }: Month): Promise<void> {
  const { accountId } = generating.world;
  await inAccount(generating, (tx) =>
    tx.unsafe(`
      insert into messages (id, account_id, enrollment_id, contact_id, step_id, step_epoch, variant_id, status, channel, inbox_id,
        conversation_id, address, content, attempts, claimed_at, provider_id, error_code, error_detail, sent_at, delivered_at,
        read_at, replied_at, created_at, sequence_id, version_id, assignee_id, entry, enrolled_at, mode, reply_id, reply_intent,
        opted_out_at)
      select m.id, '${accountId}', s.id, p.id, m.step_id, 0, case when m.variant is not null then step.variants[m.variant] end,
        case when m.replied_at is not null then 'replied' when m.read_at is not null then 'read'
          when m.delivered_at is not null then 'delivered' else m.fared end::message_status,
        m.channel, t.inbox_id, t.id, case when m.channel = 'email' then p.email when m.channel = 'sms' then p.phone
          when m.channel is not null then substr(p.phone, 2) end,
        case when m.channel is not null then ('{"type":"text","text":"'
          || replace(step.texts[coalesce(m.variant, 1)], '{name}', p.first_name) || '","subject":'
          || case when m.channel = 'email' then '"' || step.subject || '"' else 'null' end || '}')::json end,
        case when m.channel is null then 0 else 1 end, case when m.channel is not null then m.at end,
        case when m.fared = 'sent' then 'sandbox-' || m.id end, m.code, case when m.fared = 'failed' and m.channel is not null
          then 'The provider could not deliver it.' end,
        case when m.fared = 'sent' then m.at + interval '120 milliseconds' end, m.delivered_at, m.read_at, m.replied_at, m.at,
        q.id, s.version, member.id, s.entry, s.enrolled_at, m.mode, m.reply_id, a.intent, m.opted_out_at
      from generated.stand s
      join generated.send m on m.n = s.n
      join generated.sequence q on q.k = s.sequence
      join generated.person p on p.c = s.c
      join generated.step step on step.version = s.version and step.pos = m.pos
      left join generated.thread t on t.c = m.c and t.channel = m.channel
      left join generated.member member on member.k = s.assignee
      left join generated.answer a on a.id = m.reply_id
      where s.enrolled_at >= '${from}' and s.enrolled_at < '${until}'
      order by m.at, s.n`),
  );
}

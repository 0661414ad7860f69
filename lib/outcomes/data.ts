import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { settingsOf } from "@/lib/settings/data";
import type { OutcomeList, OutcomeShown } from "./schema";

/** As many as fit on a screen that somebody works through; the oldest first. */
const MOST = 200;
const HOUR_MS = 3_600_000;

/** Sends that nobody knows the outcome of, and refused ones that a person has to judge. */
export async function outcomesOf(accountId: AccountId, now: Date): Promise<OutcomeList> {
  const { unknownAfterHours: afterHours } = await settingsOf(accountId);
  const line = new Date(now.getTime() - afterHours * HOUR_MS);
  return withAccountSql(accountId, async (tx) => {
    const [ofSequences, byHand, [counted]] = await Promise.all([
      loadOfSequences(tx, line),
      loadByHand(tx, line),
      tx<{ waiting: number }[]>`
        select (select count(*)::int from messages where settled_at is null and status = 'unknown'
            and claimed_at > ${line})
          + (select count(*)::int from conversation_messages where settled_at is null and status = 'unknown'
            and claimed_at > ${line}) as waiting`,
    ]);
    const outcomes = [...ofSequences, ...byHand]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .slice(0, MOST)
      .map(({ at, contactId, contactName, sequenceId, sequenceName, ...row }) => ({
        ...row,
        at: at.toISOString(),
        contact: { id: contactId, name: contactName },
        sequence: sequenceId ? { id: sequenceId, name: sequenceName ?? "" } : null,
      }));
    return { outcomes, waiting: counted?.waiting ?? 0, afterHours };
  });
}

type Row = Omit<OutcomeShown, "at" | "contact" | "sequence"> & {
  at: Date;
  contactId: string;
  contactName: string;
  sequenceId: string | null;
  sequenceName: string | null;
};

const loadOfSequences = (tx: SqlTx, line: Date): Promise<Row[]> => tx<Row[]>`
  select 'sequence' as source, m.id, case when m.status = 'unknown' then 'unknown' else 'refused' end as is,
    c.id as "contactId", c.name as "contactName", m.conversation_id as "conversationId", i.channel, i.name as inbox,
    s.id as "sequenceId", s.name as "sequenceName", coalesce(m.content->>'text', '') as text, m.claimed_at as at,
    m.error_code as code, m.error_detail as detail
  from messages m join contacts c on c.id = m.contact_id join inboxes i on i.id = m.inbox_id
    join enrollments e on e.id = m.enrollment_id join sequences s on s.id = e.sequence_id
  where m.settled_at is null and ((m.status = 'unknown' and m.claimed_at <= ${line})
    or (m.asked_at is not null and m.status = 'failed'))
  order by m.claimed_at limit ${MOST}`;

const loadByHand = (tx: SqlTx, line: Date): Promise<Row[]> => tx<Row[]>`
  select 'hand' as source, m.id, 'unknown' as is, c.id as "contactId", c.name as "contactName",
    m.conversation_id as "conversationId", i.channel, i.name as inbox, null as "sequenceId", null as "sequenceName",
    m.text, m.claimed_at as at, m.error_code as code, m.error_detail as detail
  from conversation_messages m join contacts c on c.id = m.contact_id join inboxes i on i.id = m.inbox_id
  where m.settled_at is null and m.status = 'unknown' and m.claimed_at <= ${line}
  order by m.claimed_at limit ${MOST}`;

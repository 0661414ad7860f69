import type { PendingQuery, Row } from "postgres";
import type { SqlTx } from "@/db/client";
import { CHANNELS, type Channel, type IdentityKind } from "@/lib/core/model";

type Sql = PendingQuery<Row[]>;

/**
 * What a condition may look at: one value of the contact, written as a text the way the core sees it, or several
 * (`items` is a query with one column `item`). Null: nothing that contacts have.
 */
type FilterField = { value: Sql } | { items: Sql };

/** The field that a condition names, over `contacts c`. A built-in name wins over an attribute with the same key. */
export function fieldOf(tx: SqlTx, variable: string): FilterField | null {
  if (!variable.startsWith("contact.")) return null;
  const key = variable.slice("contact.".length);
  if (Object.hasOwn(VALUES, key)) return { value: VALUES[key as keyof typeof VALUES](tx) };
  if (Object.hasOwn(ITEMS, key)) return { items: ITEMS[key as keyof typeof ITEMS](tx) };
  return { value: attribute(tx, key) };
}

const VALUES = {
  name: (tx: SqlTx) => tx`c.name`,
  first_name: (tx: SqlTx) => tx`c.first_name`,
  email: (tx: SqlTx) => inUse(tx, "email"),
  phone: (tx: SqlTx) => inUse(tx, "phone"),
  time_zone: (tx: SqlTx) => tx`c.time_zone`,
  preferred_channel: (tx: SqlTx) => tx`c.preferred_channel::text`,
  assignee: (tx: SqlTx) => tx`c.assignee_id::text`,
  blocked: (tx: SqlTx) => tx`(c.blocked_at is not null)::text`,
  created_at: (tx: SqlTx) => instant(tx, tx`c.created_at`),
  last_reply_at: (tx: SqlTx) => instant(tx, tx`c.last_reply_at`),
};

const ITEMS = {
  tags: (tx: SqlTx) => tx`select unnest(c.tags) as item`,
  /** `all`, and each channel on which the person does not want to be messaged. A bounce is no wish. */
  opted_out: (tx: SqlTx) => tx`
    select unnest(case when s.channel is null then ${["all", ...CHANNELS]}::text[] else array[s.channel::text] end) as item
    from contact_identities i join suppressions s on s.account_id = i.account_id
      and s.identity_hash = identity_hash(i.kind, i.value) and s.lifted_at is null and s.reason <> 'bounced'
    where i.contact_id = c.id`,
  /** Where the contact has an address. */
  channels: (tx: SqlTx) => tx`
    select k.channel as item from contact_identities i
    join unnest(${REACHED.map(([, kind]) => kind)}::text[], ${REACHED.map(([channel]) => channel)}::text[])
      as k(kind, channel) on k.kind = i.kind::text
    where i.contact_id = c.id`,
  /** Sequences by their ids. */
  live_in: (tx: SqlTx) => tx`
    select e.sequence_id::text as item from enrollments e
    where e.contact_id = c.id and e.status in ('active', 'paused')`,
  ever_in: (tx: SqlTx) => tx`
    select e.sequence_id::text as item from enrollments e
    where e.contact_id = c.id and (e.status in ('active', 'paused') or e.status = 'ended')`,
  /** What is open of the contact's records. */
  has: (tx: SqlTx) => tx`
    select 'open_deal' as item from deals r where r.contact_id = c.id and r.status = 'open' union all
    select case r.status when 'overdue' then 'overdue_charge' else 'pending_charge' end from charges r
      where r.contact_id = c.id and r.status in ('pending', 'overdue') union all
    select 'upcoming_appointment' from appointments r
      where r.contact_id = c.id and r.status in ('booked', 'confirmed') and r.starts_at > now()`,
};

const REACHED: [Channel, IdentityKind][] = [
  ["whatsapp", "whatsapp"],
  ["whatsapp", "phone"],
  ["sms", "phone"],
  ["email", "email"],
];

/** Of several addresses of a kind the newest is the one in use. */
const inUse = (tx: SqlTx, kind: IdentityKind) => tx`(
  select i.value from contact_identities i where i.contact_id = c.id and i.kind = ${kind} order by i.id desc limit 1)`;

/** As the core is told instants: ISO, in UTC, with milliseconds. */
const instant = (tx: SqlTx, at: Sql) =>
  tx`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Numbers as JavaScript writes them: `1.50` is 1.5. */
const attribute = (tx: SqlTx, key: string) => tx`(
  case jsonb_typeof(c.attributes->${key}) when 'number' then trim_scale((c.attributes->>${key})::numeric)::text
    else c.attributes->>${key} end)`;

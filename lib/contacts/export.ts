import { stringify } from "csv-stringify/sync";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { Attributes } from "@/db/schema/contacts";
import type { AccountId } from "@/lib/accounts/account-id";
import { matching, scopeOf } from "./filter";
import { harmless } from "./harmless";
import type { ContactFilter } from "./schema";

/** In memory at one time; a transaction each, so that a slow reader holds none open. */
const ROWS = 2_000;
const MAX_ATTRIBUTES = 500;

const COLUMNS = [
  ...["name", "first_name", "phone", "email", "other_addresses", "time_zone", "preferred_channel", "tags"],
  ...["assignee", "blocked", "opted_out", "last_reply_at", "created_at"],
] as const;

/**
 * The contacts that a filter means as CSV (UTF-8 with a byte-order mark, which spreadsheets ask for), newest first, made
 * while it is read. Contacts that change meanwhile are told as they are when their turn comes. Throws as `scopeOf`.
 */
export async function exportContacts(accountId: AccountId, filter: ContactFilter) {
  const keys = await withAccountSql(accountId, async (tx) => attributeKeys(tx, filter));
  const header = `\uFEFF${stringify([[...COLUMNS, ...keys].map(harmless)])}`;
  const encoder = new TextEncoder();
  let after: string | null | undefined;
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(header)),
    pull: async (controller) => {
      const rows = await readRows(accountId, filter, after);
      const lines = rows.map((row) => [
        ...COLUMNS.map((column) => row[column]),
        ...keys.map((key) => row.attributes[key]),
      ]);
      if (lines.length > 0)
        controller.enqueue(encoder.encode(stringify(lines.map((cells) => cells.map(harmless)))));
      after = rows.at(-1)?.id;
      if (rows.length < ROWS) controller.close();
    },
  });
}

/** Of all that match: the header stands before the first row. */
async function attributeKeys(tx: SqlTx, filter: ContactFilter): Promise<string[]> {
  const rows = await tx<{ key: string }[]>`
    select distinct k.key from contacts c, jsonb_object_keys(c.attributes) as k(key)
    where ${matching(tx, await scopeOf(tx, filter))} order by k.key limit ${MAX_ATTRIBUTES}`;
  return rows.map(({ key }) => key);
}

type Row = Record<(typeof COLUMNS)[number], string | null> & { id: string; attributes: Attributes };

const readRows = (accountId: AccountId, filter: ContactFilter, after: string | null | undefined) =>
  withAccountSql(
    accountId,
    async (tx) => tx<Row[]>`
      with chosen as (
        select c.* from contacts c where ${matching(tx, await scopeOf(tx, filter))}
          ${after ? tx`and c.id < ${after}` : tx``}
        order by c.id desc limit ${ROWS}
      )
      select c.id, c.name, c.first_name, i.phone, i.email, i.other_addresses, c.time_zone, c.preferred_channel,
        array_to_string(c.tags, ', ') as tags, u.name as assignee,
        case when c.blocked_at is not null then 'yes' else '' end as blocked, o.channels as opted_out,
        to_char(c.last_reply_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as last_reply_at,
        to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as created_at, c.attributes
      from chosen c left join users u on u.id = c.assignee_id
      cross join lateral (
        select (array_agg(value order by id desc) filter (where kind = 'phone'))[1] as phone,
          (array_agg(value order by id desc) filter (where kind = 'email'))[1] as email,
          array_to_string((array_agg(value order by id desc) filter (where kind = 'phone'))[2:]
            || (array_agg(value order by id desc) filter (where kind = 'email'))[2:]
            || array_agg(value) filter (where kind = 'whatsapp' and not exists (
              select from contact_identities p where p.contact_id = c.id and p.kind = 'phone' and p.value = '+' || n.value)),
            ', ') as other_addresses
        from contact_identities n where n.contact_id = c.id
      ) i
      cross join lateral (
        select string_agg(distinct coalesce(s.channel::text, 'all'), ', ') as channels
        from contact_identities n join suppressions s on s.account_id = n.account_id
          and s.identity_hash = identity_hash(n.kind, n.value) and s.lifted_at is null and s.reason <> 'bounced'
        where n.contact_id = c.id
      ) o
      order by c.id desc`,
  );

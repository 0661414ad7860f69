import "server-only";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RecordRow } from "./schema";

const SHOWN = 100;

/** The deals, appointments and charges of a contact, newest first. */
export const listRecords = (accountId: AccountId, contactId: string): Promise<RecordRow[]> =>
  withAccountSql(accountId, async (tx) => rowsOf(tx, contactId));

const rowsOf = (tx: SqlTx, contactId: string): Promise<RecordRow[]> => tx<RecordRow[]>`
  select id, kind, title, status, amount, currency, date, place from (
    select id, 'deal' as kind, title, status::text, amount::float8 as amount, currency,
      expected_close_on::text as date, '' as place
    from deals where contact_id = ${contactId}
    union all
    select id, 'appointment', title, status::text, null, null,
      to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), location
    from appointments where contact_id = ${contactId}
    union all
    select id, 'charge', title, status::text, amount::float8, currency, due_on::text, coalesce(payment_url, '')
    from charges where contact_id = ${contactId}
  ) records order by id desc limit ${SHOWN}`;

import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { DAY_MS } from "@/lib/core/zone";
import { type Cursor, type Page, toPage } from "@/lib/keyset";
import type { Told } from "./data";
import type { RefusalFilter } from "./schema";

/** An attempt to enroll somebody that was refused. */
export type RefusedAttempt = {
  id: string;
  contactId: string;
  contactName: string;
  sequenceId: string | null;
  sequenceName: string | null;
  because: Told;
  /** The person who tried; null for the engine. */
  actorName: string | null;
  at: string;
};

const REFUSALS_KEPT_DAYS = 90;
const PAGE_SIZE = 50;

/** The refused attempts of the last 90 days, newest first; of one contact where it is named. */
export const listRefusals = (
  accountId: AccountId,
  { sequence, code, contact }: RefusalFilter,
  { after, before, now }: Cursor & { now: Date },
): Promise<Page<RefusedAttempt>> =>
  withAccountSql(accountId, async (tx) => {
    const since = new Date(now.getTime() - REFUSALS_KEPT_DAYS * DAY_MS);
    const rows = await tx<(Omit<RefusedAttempt, "at"> & { at: Date })[]>`
      with page as (
        select l.id, l.at, l.contact_id, l.actor_id, l.because from ledger l
        where l.account_id = (select current_setting('app.account_id')::uuid)
          and l.kind = 'enrollment_refused' and l.at > ${since}
          ${contact ? tx`and l.contact_id = ${contact}` : tx``}
          ${sequence ? tx`and l.because->'data'->>'sequenceId' = ${sequence}` : tx``}
          ${code ? tx`and l.because->>'code' = ${code}` : tx``}
          ${after ? tx`and l.id < ${after}` : tx``} ${before ? tx`and l.id > ${before}` : tx``}
        order by l.id ${before ? tx`asc` : tx`desc`} limit ${PAGE_SIZE + 1}
      )
      select p.id, p.contact_id as "contactId", c.name as "contactName", s.id as "sequenceId",
        s.name as "sequenceName", p.because, u.name as "actorName", p.at
      from page p
      join contacts c on c.id = p.contact_id
      left join sequences s on s.id = (p.because->'data'->>'sequenceId')::uuid
      left join users u on u.id = p.actor_id
      order by p.id ${before ? tx`asc` : tx`desc`}`;
    return toPage(
      rows.map((row) => ({ ...row, at: row.at.toISOString() })),
      { after, before },
      PAGE_SIZE,
    );
  });

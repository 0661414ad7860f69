import type { SqlTx } from "@/db/client";
import type { RecordKind } from "@/lib/core/model";
import { containing } from "@/lib/keyset";

/**
 * SQL of records as lists show them, up to and without their `where`. `r` is the record and `c` its contact; a record of
 * a deleted contact is not shown.
 */
export const rowsOf = (tx: SqlTx, kind: RecordKind) => tx`select ${columnsOf(tx, kind)} ${source(tx, kind)}`;

/** The same rows without what each of them shows, for counts and sums. */
export function source(tx: SqlTx, kind: RecordKind) {
  const joined = tx`join contacts c on c.id = r.contact_id and c.deleted_at is null
    left join users u on u.id = r.assignee_id`;
  switch (kind) {
    case "deal":
      return tx`from deals r ${joined} join stages s on s.id = r.stage_id`;
    case "appointment":
      return tx`from appointments r ${joined}`;
    case "charge":
      return tx`from charges r ${joined}`;
  }
}

function columnsOf(tx: SqlTx, kind: RecordKind) {
  const shared = tx`r.id, ${kind} as kind, r.title, r.status::text as status, r.assignee_id as "assigneeId",
    u.name as "assigneeName", r.external_id as "externalId", c.id as "contactId", c.name as "contactName", ${liveRuns(tx)} as "liveRuns"`;
  const noStage = tx`null as "stageId", null as "stageName", null as "lostReason", false as "isStalled"`;
  switch (kind) {
    case "deal":
      return tx`${shared}, r.amount::float8 as amount, r.currency, r.expected_close_on::text as date,
        null as "endsAt", '' as place, r.stage_id as "stageId", s.name as "stageName",
        r.lost_reason as "lostReason", ${isStalled(tx)} as "isStalled", r.position`;
    case "appointment":
      return tx`${shared}, null as amount, null as currency, ${iso(tx, "starts_at")} as date,
        ${iso(tx, "ends_at")} as "endsAt", r.location as place, ${noStage}`;
    case "charge":
      return tx`${shared}, r.amount::float8 as amount, r.currency, r.due_on::text as date, null as "endsAt",
        coalesce(r.payment_url, '') as place, ${noStage}`;
  }
}

/** As its mark says: told by the clock, or due to be told at its next look. */
export const isStalled = (tx: SqlTx) => tx`(r.status = 'open' and (r.stalled_at is not null or
  r.last_activity_at < now() - make_interval(days => (
    select coalesce((settings->>'stalledDays')::int, 7) from module_settings))))`;

const iso = (tx: SqlTx, column: string) =>
  tx`to_char(r.${tx(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** By the contact first: that is how live runs are found. */
const liveRuns = (tx: SqlTx) => tx`(
  select count(*)::int from enrollments e
  where e.contact_id = r.contact_id and e.record_id = r.id and e.status in ('active', 'paused'))`;

type Shared = { search?: string; owner?: string };

/** What every list may be narrowed to, as the end of a `where`. */
export const matchingShared = (tx: SqlTx, { search, owner }: Shared) => tx`
  ${search ? tx`and (r.title ilike ${containing(search)} or c.name ilike ${containing(search)} or r.external_id = ${search})` : tx``}
  ${owner === "none" ? tx`and r.assignee_id is null` : tx``}
  ${owner && owner !== "none" ? tx`and r.assignee_id = ${owner}` : tx``}`;

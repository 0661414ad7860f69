import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { RecordKind } from "@/lib/core/model";
import { lockLiveRuns } from "@/lib/engine/apply-exits";
import { type By, tellChange } from "./events";
import { firstStage } from "./pipelines";
import { type Columns, readLocked, TABLES } from "./stored";

type NewRecord = {
  kind: RecordKind;
  contactId: string;
  status: string;
  values: Columns;
  /** When what its status says came about, where that is not now. */
  at?: Date;
  by: By;
};

/**
 * Adds a record and tells its events; null where the account has one of this external id already, also when a rival
 * has just added it.
 */
export async function insertRecord(
  tx: SqlTx,
  accountId: AccountId,
  { kind, contactId, status, values, at, by }: NewRecord,
): Promise<string | null> {
  await lockLiveRuns(tx, contactId);
  const since = at ?? by.now;
  const row = {
    ...{ account_id: accountId, contact_id: contactId, created_at: by.now, updated_at: by.now },
    ...{ status, status_at: since, known_at: since },
    ...values,
    ...(await ownOf(tx, accountId, { kind, status, values, since, now: by.now })),
  };
  const [added] = await tx<{ id: string }[]>`
    insert into ${tx(TABLES[kind])} ${tx(row)}
    on conflict (account_id, external_id) where external_id is not null do nothing returning id`;
  if (!added) return null;
  const after = await readLocked(tx, kind, added.id);
  if (after) await tellChange(tx, accountId, { before: null, after, by });
  return added.id;
}

type Own = { kind: RecordKind; status: string; values: Columns; since: Date; now: Date };

async function ownOf(
  tx: SqlTx,
  accountId: string,
  { kind, status, values, since, now }: Own,
): Promise<Columns> {
  switch (kind) {
    case "deal": {
      const stageId = String(values.stage_id ?? (await firstStage(tx, accountId)));
      return {
        stage_id: stageId,
        position: await topOf(tx, stageId),
        ...{ stage_changed_at: now, last_activity_at: now },
        closed_at: status === "open" ? null : since,
      };
    }
    case "appointment":
      return { date_set_at: now };
    case "charge":
      return { date_set_at: now, paid_at: status === "paid" || status === "refunded" ? since : null };
  }
}

/** The place above every open deal of a stage. */
export async function topOf(tx: SqlTx, stageId: string): Promise<number> {
  const [top] = await tx<{ position: number | null }[]>`
    select min(position) as position from deals where stage_id = ${stageId} and status = 'open'`;
  return (top?.position ?? 0) - 1;
}

import type { SqlTx } from "@/db/client";
import { countFound, hoursAfter } from "./found";
import type { Trouble } from "./schema";

/** So long before the policy decides in place of a person. */
const NEAR_HOURS = 4;

type Looking = { accountId: string; now: Date };

/** SQL of the drafts that nobody has decided and that expire soon, the next one first. */
export const expiringDrafts = (tx: SqlTx, { accountId, now }: Looking) => tx`
  select d.id, d.expires_at as at, d.enrollment_id, d.enrollment_id as run_id from drafts d
  where d.account_id = ${accountId} and d.status = 'open' and d.expires_at < ${hoursAfter(now, NEAR_HOURS)}
  order by d.expires_at`;

export const findDrafts = async (tx: SqlTx, looking: Looking): Promise<(Trouble | null)[]> => [
  await countFound(tx, "drafts_expiring", expiringDrafts(tx, looking), { isRepairable: true }),
];

import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { record } from "@/lib/engine/ledger";
import type { Repaired } from "./schema";

/** Who repairs, and when. */
export type Repairing = { actorId: string; now: Date };

type Done = Repairing &
  Repaired & {
    /** What was repaired: a trouble's kind, or the act where there are several. */
    code: string;
    /** The inbox or step that it was about. */
    name?: string;
  };

/** A press that came to something stands in the account's own ledger, beside the rows of the runs. */
export async function remember(
  accountId: AccountId,
  { code, name, repaired, isMore, actorId, now }: Done,
): Promise<Repaired> {
  if (repaired > 0) {
    const because = { code, data: { count: repaired, ...(name !== undefined && { name }) } };
    await withAccountSql(accountId, (tx) =>
      record(tx, accountId, [{ at: now, kind: "repaired", actorId, because }]),
    );
  }
  return { repaired, isMore };
}

import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { restUntil } from "@/lib/core/away";
import { lockLiveRuns } from "./apply-exits";
import { holdRuns } from "./hold";
import { lockRuns } from "./snapshot";

type Away = { accountId: AccountId; contactId: string; returnOn: string; now: Date };

/** Pauses the live runs of a contact who is away until the day (ISO) of the return. Locks them first. */
export async function restWhileAway(tx: SqlTx, { accountId, contactId, returnOn, now }: Away): Promise<void> {
  const runs = await lockRuns(tx, await lockLiveRuns(tx, contactId));
  const holds = runs.flatMap(({ row, facts }) => {
    const rest = restUntil(returnOn, facts, now);
    return rest ? [{ id: row.id, ...rest }] : [];
  });
  await holdRuns(tx, accountId, { code: "out_of_office", holds, actorId: null, now });
}

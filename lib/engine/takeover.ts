import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { lockLiveRuns } from "./apply-exits";
import { endRuns } from "./exits";
import { holdRuns } from "./hold";
import { loadAccount } from "./snapshot";

type Writing = { accountId: AccountId; contactId: string; actorId: string; now: Date };

const HOUR_MS = 3_600_000;

/**
 * A person of the team wrote to the contact by hand: what the account has chosen for that happens to the contact's live
 * runs. A pause never shortens another one. Locks the runs first.
 */
export async function teamWrote(tx: SqlTx, { accountId, contactId, actorId, now }: Writing): Promise<void> {
  const ids = await lockLiveRuns(tx, contactId);
  if (ids.length === 0) return;
  const { takeover } = (await loadAccount(tx)).settings;
  switch (takeover.does) {
    case "nothing":
      return;
    case "end": {
      const because = { code: "agent_wrote", data: {} };
      await endRuns(tx, { accountId, ids, reason: "stopped", because, actorId, now });
      return;
    }
    case "pause": {
      const until = new Date(now.getTime() + takeover.hours * HOUR_MS);
      const holds = ids.map((id) => ({ id, until, data: {} }));
      await holdRuns(tx, accountId, { code: "agent_wrote", holds, actorId, now });
      return;
    }
  }
}

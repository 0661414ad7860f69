import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { topOf } from "./insert";
import { passStage } from "./pipelines";
import { lockRecord } from "./stored";
import { changeStored } from "./write";

type Move = {
  dealId: string;
  stageId: string;
  /** Between those of the deals that it stands between, smallest first; absent: above all others. */
  position?: number;
  actorId: string | null;
  now: Date;
};

/**
 * Puts an open deal into a stage, or elsewhere in its own. The last of two who move it at once decides. Throws
 * `not_found` for the deal or stage, and `conflict` for a deal that is closed or a stage that is archived.
 */
export const moveDeal = (
  accountId: AccountId,
  { dealId, stageId, position, ...by }: Move,
): Promise<{ isChanged: boolean }> =>
  withAccountSql(accountId, async (tx) => {
    const deal = await lockRecord(tx, "deal", dealId);
    if (deal.status !== "open") throw new AppError("conflict", "deal_closed");
    const isThere = deal.values.stage_id === stageId;
    if (isThere && position === undefined) return { isChanged: false };
    if (!isThere) await passStage(tx, stageId);
    const values = { stage_id: stageId, position: position ?? (await topOf(tx, stageId)) };
    return { isChanged: await changeStored(tx, accountId, deal, { values, by }) };
  });

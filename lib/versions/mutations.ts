import { and, eq } from "drizzle-orm";
import { withAccount } from "@/db/client";
import { versionMoves } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";

/**
 * Takes back what a publishing chose for the people in flight: everybody finishes where they are. Throws `conflict` as
 * soon as it has begun.
 */
export const cancelMove = (
  accountId: AccountId,
  { moveId, now }: { moveId: string; now: Date },
): Promise<{ status: "canceled" }> =>
  withAccount(accountId, async (tx) => {
    const [canceled] = await tx
      .update(versionMoves)
      .set({ status: "canceled", finishedAt: now })
      .where(and(eq(versionMoves.id, moveId), eq(versionMoves.status, "waiting")))
      .returning({ id: versionMoves.id });
    if (canceled) return { status: "canceled" };
    const [move] = await tx
      .select({ status: versionMoves.status })
      .from(versionMoves)
      .where(eq(versionMoves.id, moveId));
    if (!move) throw new AppError("not_found");
    if (move.status === "canceled") return { status: "canceled" };
    throw new AppError("conflict", "move_begun");
  });

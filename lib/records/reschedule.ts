import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { lockRecord } from "./stored";
import { changeStored } from "./write";

type Wish = { appointmentId: string; startsAt: Date; actorId: string | null; now: Date };

/**
 * Moves an appointment; it stays as long as it was. Whoever had confirmed the old time has not confirmed the new one.
 * Throws `conflict` for one that took place or was canceled.
 */
export const reschedule = (
  accountId: AccountId,
  { appointmentId, startsAt, ...by }: Wish,
): Promise<{ isChanged: boolean }> =>
  withAccountSql(accountId, async (tx) => {
    const stored = await lockRecord(tx, "appointment", appointmentId);
    if (stored.status !== "booked" && stored.status !== "confirmed")
      throw new AppError("conflict", "appointment_over");
    const { starts_at: from, ends_at: until } = stored.values;
    const lasts = from instanceof Date && until instanceof Date ? until.getTime() - from.getTime() : null;
    const isMoved = !(from instanceof Date && from.getTime() === startsAt.getTime());
    if (!isMoved) return { isChanged: false };
    const values = {
      starts_at: startsAt,
      ends_at: lasts === null ? null : new Date(startsAt.getTime() + lasts),
    };
    return { isChanged: await changeStored(tx, accountId, stored, { values, status: "booked", by }) };
  });

import { withAccountSql } from "@/db/client";
import { emit } from "@/db/outbox";
import { startOf } from "@/inngest/events";
import type { AccountId } from "@/lib/accounts/account-id";

/**
 * Starts the next durable run of an enrollment, because replaying a long one costs more with each step. The old run
 * leaves. Nothing happens when another run has taken over already.
 */
export function handOver({
  accountId,
  enrollmentId,
  driver,
}: {
  accountId: AccountId;
  enrollmentId: string;
  driver: number;
}): Promise<{ driver: number } | null> {
  return withAccountSql(accountId, async (tx) => {
    const [row] = await tx<{ driver: number }[]>`
      update enrollments set driver = driver + 1
      where id = ${enrollmentId} and driver = ${driver} and status in ('active', 'paused') returning driver`;
    if (!row) return null;
    await emit(tx, [startOf({ accountId, enrollmentId, driver: row.driver })]);
    return row;
  });
}

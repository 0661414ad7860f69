import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { shownBody } from "./timeline-body";
import { earliest } from "./timeline-entries";
import type { RawDelivery } from "./timeline-schema";

/** Deliveries are small; a mail with its attachments is not. */
const MAX_READ = 256 * 1024;

type Row = { provider: string; receivedAt: Date; receivedCount: number; body: string; isLonger: boolean };

/** What a provider delivered that is told on this very run. Throws AppError `not_found`, also for what is told on others. */
export const rawDelivery = (
  accountId: AccountId,
  { enrollmentId, deliveryId }: { enrollmentId: string; deliveryId: string },
): Promise<RawDelivery> =>
  withAccountSql(accountId, async (tx) => {
    const [run] = await tx<{ enrolledAt: Date }[]>`
      select enrolled_at as "enrolledAt" from enrollments where id = ${enrollmentId}`;
    if (!run) throw new AppError("not_found");
    const [row] = await tx<Row[]>`
      select i.provider, i.received_at as "receivedAt", i.received_count as "receivedCount",
        left(i.body, ${MAX_READ}) as body, length(i.body) > ${MAX_READ} as "isLonger"
      from inbound_events i
      where i.id = ${deliveryId} and exists (
        select from ledger l where l.enrollment_id = ${enrollmentId} and l.at >= ${earliest(run)}
          and l.inbound_event_id = i.id)`;
    if (!row) throw new AppError("not_found");
    const { body, isCut } = shownBody(row.body);
    return {
      provider: row.provider,
      receivedAt: row.receivedAt.toISOString(),
      receivedCount: row.receivedCount,
      body,
      isCut: isCut || row.isLonger,
    };
  });

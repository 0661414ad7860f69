import type { RecordInput } from "./schema";
import type { Columns } from "./stored";

/** The columns that a form fills, besides the status. */
export function columnsOf(record: RecordInput): Columns {
  const owned = { title: record.title, assignee_id: record.assigneeId };
  switch (record.kind) {
    case "deal":
      return {
        ...owned,
        amount: record.amount,
        currency: record.amount === null ? null : record.currency,
        expected_close_on: record.expectedCloseOn,
        ...(record.stageId && { stage_id: record.stageId }),
        lost_reason: record.status === "lost" ? record.lostReason || null : null,
      };
    case "appointment":
      return {
        ...owned,
        starts_at: new Date(record.startsAt),
        ends_at: record.endsAt ? new Date(record.endsAt) : null,
        location: record.location,
      };
    case "charge":
      return {
        ...owned,
        amount: record.amount,
        currency: record.currency,
        due_on: record.dueOn,
        payment_url: record.paymentUrl || null,
      };
  }
}

import type { RecordKind } from "@/lib/core/model";
import type { RecordStatus } from "@/lib/records/schema";

/** Where a person may take a record from its status, the likeliest first. */
const STEPS: Record<RecordKind, Partial<Record<RecordStatus, RecordStatus[]>>> = {
  deal: { open: ["won", "lost"], won: ["open"], lost: ["open"] },
  appointment: {
    booked: ["confirmed", "completed", "no_show", "canceled"],
    confirmed: ["completed", "no_show", "canceled"],
    completed: ["booked"],
    no_show: ["booked"],
    canceled: ["booked"],
  },
  charge: {
    pending: ["paid", "canceled"],
    overdue: ["paid", "canceled"],
    paid: ["refunded", "pending"],
    canceled: ["pending"],
  },
};

export const stepsFrom = (kind: RecordKind, status: RecordStatus): RecordStatus[] =>
  STEPS[kind][status] ?? [];

/** Whose words are `records.steps.<key>`: "confirmed" is a step of appointments alone, "canceled" of two kinds. */
export const stepKey = (kind: RecordKind, status: RecordStatus) => `${kind}_${status}` as const;

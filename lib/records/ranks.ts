import type { RecordKind } from "@/lib/core/model";

/** How far along a status is. Every record begins at 0; of one moment's news the one that is further along is newer. */
const RANKS: Record<RecordKind, Record<string, number>> = {
  deal: { open: 0, won: 1, lost: 1 },
  appointment: { booked: 0, confirmed: 1, completed: 2, no_show: 2, canceled: 2 },
  charge: { pending: 0, overdue: 1, paid: 2, canceled: 2, refunded: 3 },
};

export const rankOf = (kind: RecordKind, status: string): number => RANKS[kind][status] ?? 0;

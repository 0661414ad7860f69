import type { RecordFacts } from "./facts";
import type { RecordKind } from "./model";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * A record to look ahead with when a contact has none of its own: an appointment or due date a week away, a deal that
 * is expected to close in two. `today` is the ISO date in the account's zone. Never enrolled, never sent.
 */
export function standInRecord(kind: RecordKind, now: Date, today: string, currency: string): RecordFacts {
  const dayIn = (days: number) => new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
  const money = { amount: 249.9, currency };
  switch (kind) {
    case "deal": {
      const on = dayIn(14);
      const values = {
        title: "Website",
        ...money,
        status: "open",
        stage: "Proposal",
        pipeline: "Sales",
        expected_close: on,
      };
      return { kind, id: "stand-in", date: { on }, values };
    }
    case "appointment": {
      const at = new Date(now.getTime() + 7 * DAY_MS);
      const endsAt = new Date(at.getTime() + HOUR_MS);
      const values = {
        ...{ title: "Consultation", location: "Av. Paulista 1000", status: "booked" },
        starts_at: at.toISOString(),
        ends_at: endsAt.toISOString(),
      };
      return { kind, id: "stand-in", date: { at }, values };
    }
    case "charge": {
      const on = dayIn(7);
      const values = {
        ...{ title: "Order 1042", ...money, status: "pending" },
        ...{ due_date: on, link: "https://pay.example.com/1042" },
      };
      return { kind, id: "stand-in", date: { on }, values };
    }
  }
}

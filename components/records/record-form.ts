import type { RecordKind } from "@/lib/core/model";
import { minorUnits } from "@/lib/core/money";
import { instantOf } from "@/lib/core/zone";
import type { RecordInput } from "@/lib/records/schema";

/** What the form says, ready for the action; null when its amount cannot be read. */
export function recordOf(kind: RecordKind, form: FormData, zone: string): RecordInput | null {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const title = text("title");
  const currency = text("currency").toUpperCase();
  const amount = text("amount") === "" ? null : minorUnits(text("amount"), currency);
  const isUnreadable = text("amount") !== "" && amount === null;
  switch (kind) {
    case "deal": {
      if (isUnreadable) return null;
      const status = text("status") as Extract<RecordInput, { kind: "deal" }>["status"];
      return { kind, title, amount, currency, status, expectedCloseOn: text("expectedCloseOn") || null };
    }
    case "appointment": {
      const [date = "", time = ""] = text("startsAt").split("T");
      const status = text("status") as Extract<RecordInput, { kind: "appointment" }>["status"];
      const startsAt = instantOf(date, time.slice(0, 5), zone).toISOString();
      return { kind, title, startsAt, location: text("location"), status };
    }
    case "charge": {
      if (amount === null) return null;
      const status = text("status") as Extract<RecordInput, { kind: "charge" }>["status"];
      return { kind, title, amount, currency, dueOn: text("dueOn"), status, paymentUrl: text("paymentUrl") };
    }
  }
}

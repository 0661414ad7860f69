import type { RecordKind } from "@/lib/core/model";
import { minorUnits } from "@/lib/core/money";
import { instantOf } from "@/lib/core/zone";
import type { RecordInput } from "@/lib/records/schema";

/** What the form says, ready for the action; null when its amount cannot be read. */
export function recordOf(
  kind: RecordKind,
  form: FormData,
  { zone, locale }: { zone: string; locale: string },
): RecordInput | null {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const title = text("title");
  const currency = text("currency").toUpperCase();
  const amount = text("amount") === "" ? null : minorUnits(text("amount"), currency, locale);
  const assigneeId = text("assigneeId") || null;
  const isUnreadable = text("amount") !== "" && amount === null;
  switch (kind) {
    case "deal": {
      if (isUnreadable) return null;
      const status = text("status") as Extract<RecordInput, { kind: "deal" }>["status"];
      const expectedCloseOn = text("expectedCloseOn") || null;
      const place = { stageId: text("stageId") || null, lostReason: text("lostReason") };
      return { kind, title, assigneeId, amount, currency, status, expectedCloseOn, ...place };
    }
    case "appointment": {
      const status = text("status") as Extract<RecordInput, { kind: "appointment" }>["status"];
      const at = (name: string) => {
        const [date = "", time = ""] = text(name).split("T");
        return date ? instantOf(date, time.slice(0, 5), zone).toISOString() : null;
      };
      const when = { startsAt: at("startsAt") ?? "", endsAt: at("endsAt") };
      return { kind, title, assigneeId, ...when, location: text("location"), status };
    }
    case "charge": {
      if (amount === null) return null;
      const status = text("status") as Extract<RecordInput, { kind: "charge" }>["status"];
      const due = { dueOn: text("dueOn"), paymentUrl: text("paymentUrl") };
      return { kind, title, assigneeId, amount, currency, status, ...due };
    }
  }
}

"use client";

import { useFormatter } from "next-intl";
import type { RecordRow } from "@/lib/records/schema";

type RecordDateProps = { row: Pick<RecordRow, "kind" | "date">; timeZone: string };

/** The moment of an appointment, or the day of the others. */
export function RecordDate({ row: { kind, date }, timeZone }: RecordDateProps) {
  const format = useFormatter();
  if (date === null) return "–";
  return kind === "appointment"
    ? format.dateTime(new Date(date), { dateStyle: "medium", timeStyle: "short", timeZone })
    : format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
}

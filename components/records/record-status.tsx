"use client";

import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tones";
import type { RecordStatus as Value } from "@/lib/records/schema";

const TONES: Record<Value, Tone> = {
  open: "blue",
  won: "green",
  lost: "red",
  booked: "blue",
  confirmed: "green",
  completed: "green",
  no_show: "amber",
  canceled: "grey",
  pending: "blue",
  overdue: "red",
  paid: "green",
  refunded: "violet",
};

export function RecordStatus({ status }: { status: Value }) {
  const t = useTranslations("status.recordStatus");
  return (
    <Status status={status} tone={TONES[status]}>
      {t(status)}
    </Status>
  );
}

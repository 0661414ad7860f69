"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { RecordRow, RecordStatus } from "@/lib/records/schema";
import { stepKey, stepsFrom } from "./steps";

type StepButtonsProps = {
  row: RecordRow;
  onStep: (row: RecordRow, status: RecordStatus) => void;
  onReschedule?: (row: RecordRow) => void;
};

/** What may be done with the record as it stands; the likeliest first. */
export function StepButtons({ row, onStep, onReschedule }: StepButtonsProps) {
  const t = useTranslations("records");
  const steps = stepsFrom(row.kind, row.status);
  const isToCome = row.status === "booked" || row.status === "confirmed";
  if (steps.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {steps.map((status, index) => (
        <Button
          key={status}
          size="sm"
          variant={index === 0 ? "default" : "outline"}
          onClick={() => onStep(row, status)}
        >
          {t(`steps.${stepKey(row.kind, status)}`)}
        </Button>
      ))}
      {onReschedule && isToCome && (
        <Button size="sm" variant="outline" onClick={() => onReschedule(row)}>
          {t("reschedule.open")}
        </Button>
      )}
    </div>
  );
}

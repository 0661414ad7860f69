"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { RecordRow, RecordStatus } from "@/lib/records/schema";
import { copy } from "./copy-link";
import { stepKey, stepsFrom } from "./steps";

type StepMenuProps = {
  row: RecordRow;
  onStep: (row: RecordRow, status: RecordStatus) => void;
  onReschedule?: (row: RecordRow) => void;
};

/** The acts of a row, without opening it. */
export function StepMenu({ row, onStep, onReschedule }: StepMenuProps) {
  const t = useTranslations("records");
  const steps = stepsFrom(row.kind, row.status);
  const isToCome = row.status === "booked" || row.status === "confirmed";
  const hasLink = row.kind === "charge" && row.place !== "";
  if (steps.length === 0 && !hasLink) return null;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="icon-sm"
          className="relative z-10"
          aria-label={t("acts", { title: row.title })}
        >
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {steps.map((status) => (
          <DropdownMenuItem key={status} onSelect={() => onStep(row, status)}>
            {t(`steps.${stepKey(row.kind, status)}`)}
          </DropdownMenuItem>
        ))}
        {onReschedule && isToCome && (
          <DropdownMenuItem onSelect={() => onReschedule(row)}>{t("reschedule.open")}</DropdownMenuItem>
        )}
        {hasLink && <DropdownMenuItem onSelect={() => copy(row.place, t)}>{t("copyLink")}</DropdownMenuItem>}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

"use client";

import { ArrowDown, ArrowUp, CopyPlus, type LucideIcon, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Hint } from "@/components/ui/tooltip";

type StepActsProps = {
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onDuplicate: () => void;
  onDelete: () => void;
};

export function StepActs({ isFirst, isLast, onMove, onDuplicate, onDelete }: StepActsProps) {
  const t = useTranslations("sequences.step");
  return (
    <div className="flex items-center text-muted-foreground">
      {/* Kept focusable at the ends: a button that is pressed there must not lose the focus to nothing. */}
      <Act icon={ArrowUp} name={t("moveUp")} isOff={isFirst} onClick={() => onMove(-1)} />
      <Act icon={ArrowDown} name={t("moveDown")} isOff={isLast} onClick={() => onMove(1)} />
      <Act icon={CopyPlus} name={t("duplicate")} onClick={onDuplicate} />
      <Act icon={Trash2} name={t("delete")} onClick={onDelete} />
    </div>
  );
}

type ActProps = { icon: LucideIcon; name: string; isOff?: boolean; onClick: () => void };

function Act({ icon: Icon, name, isOff, onClick }: ActProps) {
  return (
    <Hint text={name}>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={name}
        aria-disabled={isOff || undefined}
        onClick={isOff ? undefined : onClick}
      >
        <Icon aria-hidden />
      </Button>
    </Hint>
  );
}

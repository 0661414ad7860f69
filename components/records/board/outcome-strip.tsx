"use client";

import { useDroppable } from "@dnd-kit/core";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { OUTCOMES, type Outcome, outcomeTarget } from "./targets";

/** Where a card that is in the hand is won or lost. It lies over the foot of the board, which stays as it is. */
export function OutcomeStrip({ isShown }: { isShown: boolean }) {
  return (
    <div
      aria-hidden={!isShown}
      className={cn(
        "fixed inset-x-0 bottom-0 z-30 grid grid-cols-2 gap-3 border-t bg-background p-3 transition-opacity max-md:bottom-14 md:left-56",
        !isShown && "pointer-events-none opacity-0",
      )}
    >
      {OUTCOMES.map((outcome) => (
        <OutcomeZone key={outcome} outcome={outcome} isDisabled={!isShown} />
      ))}
    </div>
  );
}

const ZONE = { won: "border-green text-green", lost: "border-red text-red" } as const;
const OVER = { won: "bg-green-soft", lost: "bg-red-soft" } as const;

function OutcomeZone({ outcome, isDisabled }: { outcome: Outcome; isDisabled: boolean }) {
  const t = useTranslations("status.recordStatus");
  const { setNodeRef, isOver } = useDroppable({ id: outcomeTarget(outcome), disabled: isDisabled });
  return (
    <div
      ref={setNodeRef}
      className={cn(
        "grid h-14 place-items-center rounded-md border-2 border-dashed font-medium",
        ZONE[outcome],
        isOver && OVER[outcome],
      )}
    >
      {t(outcome)}
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";

type ConfirmAgainProps = { question: string | null; onAnswer: (isWanted: boolean) => void };

/** What has to be read before a message goes to somebody who opted out. */
export function ConfirmAgain({ question, onAnswer }: ConfirmAgainProps) {
  const t = useTranslations("outcomes");
  const common = useTranslations("common");
  return (
    <Dialog open={question !== null} onOpenChange={(isOpen) => !isOpen && onAnswer(false)}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("acts.sendAgain")}</DialogTitle>
          <DialogDescription>{question}</DialogDescription>
        </DialogHeader>
        <DialogFooter>
          <Button variant="outline" onClick={() => onAnswer(false)}>
            {common("cancel")}
          </Button>
          <Button onClick={() => onAnswer(true)}>{t("acts.sendAgain")}</Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { approveManyAction } from "@/lib/approvals/actions";
import { type DraftListItem, MANY_OUTCOMES, type ManyApproved } from "@/lib/approvals/schema";
import { CHANNELS } from "@/lib/core/model";

type BulkDialogProps = {
  account: string;
  drafts: DraftListItem[];
  onClose: () => void;
  onDone: () => void;
};

/** Says what would go out before it is approved, and what became of each. */
export function BulkDialog({ account, drafts, onClose, onDone }: BulkDialogProps) {
  const t = useTranslations("approvals.bulk");
  const common = useTranslations("common");
  const channel = useTranslations("status.channel");
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  // What is ticked may shrink under the dialog; what was read is what is asked for.
  const [asked] = useState(drafts);
  const channels = CHANNELS.map((each) => ({
    each,
    count: asked.filter((draft) => draft.channel === each).length,
  })).filter(({ count }) => count > 0);

  const outcome = ({ results }: ManyApproved) =>
    MANY_OUTCOMES.map((each) => ({ each, count: results.filter((one) => one.outcome === each).length }))
      .filter(({ count }) => count > 0)
      .map(({ each, count }) => t(`outcome.${each}`, { count }))
      .join(" ");

  const approve = async () => {
    setBusy(true);
    const answer = await approveManyAction({
      account,
      drafts: asked.map(({ id, revision }) => ({ id, revision })),
    }).catch(() => undefined);
    setBusy(false);
    await queries.invalidateQueries({ queryKey: ["approvals", account] });
    if (!answer?.data) return setRefused(refusalOf(answer) ?? t("failed"));
    toast(outcome(answer.data));
    onClose();
    onDone();
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("title", { count: asked.length })}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {channels.map(({ each, count }) => (
            <li key={each}>
              {channel(each)} <span className="text-muted-foreground tabular-nums">{count}</span>
            </li>
          ))}
        </ul>
        <ul className="max-h-72 divide-y overflow-y-auto rounded-md border">
          {asked.map((draft) => (
            <li key={draft.id} className="grid gap-0.5 px-2.5 py-2">
              <p className="flex gap-2">
                <span className="min-w-0 flex-1 truncate font-medium">{draft.contactName}</span>
                <span className="min-w-0 truncate text-muted-foreground text-xs">{draft.sequenceName}</span>
              </p>
              <p className="line-clamp-2 text-muted-foreground text-xs">{draft.excerpt}</p>
            </li>
          ))}
        </ul>
        <FieldError>{refused}</FieldError>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="outline">{common("cancel")}</Button>
          </DialogClose>
          <Button autoFocus isBusy={isBusy} onClick={() => void approve()}>
            {t("approve", { count: asked.length })}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

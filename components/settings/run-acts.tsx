"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useAction } from "next-safe-action/hooks";
import { Button } from "@/components/ui/button";
import { SheetFooter } from "@/components/ui/sheet";
import { toast } from "@/components/ui/toast";
import { cancelRunAction, replayRunAction } from "@/lib/executor/actions";
import type { RunShown } from "@/lib/executor/data";

type RunActsProps = { account: string; run: RunShown; onClose: () => void };

export function RunActs({ account, run, onClose }: RunActsProps) {
  const t = useTranslations("settings.runs");
  const queries = useQueryClient();
  const after = (text: string) => ({
    onSuccess: () => {
      toast.success(text);
      onClose();
      void queries.invalidateQueries();
    },
    onError: ({ error }: { error: { serverError?: { message: string } } }) => {
      toast.error(error.serverError?.message ?? t("failed"));
    },
  });
  const cancel = useAction(cancelRunAction, after(t("cancelled")));
  const replay = useAction(replayRunAction, after(t("replayed")));
  const input = { account, id: run.id };
  return (
    <SheetFooter>
      {run.status === "active" && (
        <Button variant="destructive" isBusy={cancel.isPending} onClick={() => cancel.execute(input)}>
          {t("cancel")}
        </Button>
      )}
      <Button variant="outline" isBusy={replay.isPending} onClick={() => replay.execute(input)}>
        {t("replay")}
      </Button>
    </SheetFooter>
  );
}

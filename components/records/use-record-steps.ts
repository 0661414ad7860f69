"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { setRecordStatusAction } from "@/lib/records/actions";
import type { RecordRow, RecordStatus } from "@/lib/records/schema";

type Stepped = Pick<RecordRow, "id" | "kind" | "status" | "title">;

/**
 * Takes records a step further, with the way back in the notice. `onChange` runs before the server answers with the
 * status that is wanted, and again with the old one where it refused.
 */
export function useRecordSteps(
  account: string,
  { onChange, onDone }: { onChange?: (id: string, status: RecordStatus) => void; onDone: () => void },
) {
  const t = useTranslations("records");
  const status = useTranslations("status.recordStatus");
  const [busyId, setBusyId] = useState<string | null>(null);

  const set = async (row: Stepped, wanted: RecordStatus, reason?: string): Promise<boolean> => {
    onChange?.(row.id, wanted);
    setBusyId(row.id);
    const wish = { account, recordId: row.id, kind: row.kind, from: row.status, status: wanted, reason };
    const answer = await setRecordStatusAction(wish).catch(() => undefined);
    setBusyId(null);
    if (!answer?.data) {
      onChange?.(row.id, row.status);
      toast.error(refusalOf(answer) ?? t("failed"));
    }
    onDone();
    return Boolean(answer?.data);
  };

  const step = async (row: Stepped, wanted: RecordStatus, reason?: string) => {
    if (!(await set(row, wanted, reason))) return;
    toast(t("stepped", { title: row.title, status: status(wanted) }), {
      action: {
        label: t("undo"),
        onClick: () => void set({ ...row, status: wanted }, row.status),
      },
    });
  };
  return { step, busyId };
}

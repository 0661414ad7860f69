"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { cancelMoveAction } from "@/lib/versions/actions";
import { useEditor } from "../editor/editor-scope";
import { refusalOf } from "../refusal";

/** Takes back what a publishing chose for the people in flight, and says whether it was in time. */
export function useTakeBack(): (moveId: string) => Promise<void> {
  const t = useTranslations("versions.move");
  const { account } = useEditor();
  const queries = useQueryClient();
  return async (moveId) => {
    const answer = await cancelMoveAction({ account, moveId }).catch(() => undefined);
    await queries.invalidateQueries({ queryKey: ["moves", account] });
    if (answer?.data) toast.success(t("takenBack"));
    else toast.error(refusalOf(answer) ?? t("failed"));
  };
}

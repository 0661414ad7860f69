"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import {
  archiveTemplateAction,
  duplicateTemplateAction,
  restoreTemplateAction,
} from "@/lib/templates/actions";
import { MAX_TEMPLATE_NAME } from "@/lib/templates/categories";
import type { TemplateRow } from "@/lib/templates/schema";

/** What can be done to a whole template. Archiving is undone with one click. */
export function useTemplateActs(account: string, { id: templateId, name }: TemplateRow) {
  const t = useTranslations("templates");
  const router = useRouter();

  const act = async (
    ask: () => Promise<Parameters<typeof refusalOf>[0]>,
    done: string,
    undo?: () => Promise<void>,
  ) => {
    const answer = await ask();
    const refusal = refusalOf(answer);
    if (refusal || !answer) toast.error(refusal ?? t("failed"));
    else toast.success(done, undo && { action: { label: t("undo"), onClick: () => void undo() } });
    router.refresh();
  };
  const archive = () => act(() => archiveTemplateAction({ account, templateId }), t("archivedNow"), restore);
  const restore = () => act(() => restoreTemplateAction({ account, templateId }), t("restored"));
  const duplicate = () => {
    const copy = t("copyOf", { name }).slice(0, MAX_TEMPLATE_NAME);
    return act(() => duplicateTemplateAction({ account, templateId, name: copy }), t("duplicated"));
  };
  return { archive, restore, duplicate };
}

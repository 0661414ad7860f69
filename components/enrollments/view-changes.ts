"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { changeViewAction, deleteViewAction, saveViewAction } from "@/lib/views/actions";
import type { SavedView } from "@/lib/views/schema";
import { goToList } from "./filter-address";

/** Keeps what a saved view shows, and removes it with the way back. */
export function useViewChanges(account: string) {
  const t = useTranslations();
  const router = useRouter();
  const told = (answer: Parameters<typeof refusalOf>[0]) => {
    const refused = answer ? refusalOf(answer) : t("enrollments.failed");
    if (refused) toast.error(refused);
    return refused === null;
  };

  const restore = async ({ name, query, isShared }: SavedView) => {
    const answer = await saveViewAction({ account, name, query, isShared }).catch(() => undefined);
    if (told(answer)) router.refresh();
  };

  return {
    keep: async (view: SavedView, query: string) => {
      const answer = await changeViewAction({ account, viewId: view.id, query }).catch(() => undefined);
      if (!told(answer)) return;
      router.refresh();
      toast(t("enrollments.views.kept", { name: view.name }));
    },
    remove: async (view: SavedView) => {
      const answer = await deleteViewAction({ account, viewId: view.id }).catch(() => undefined);
      if (!told(answer)) return;
      goToList("");
      router.refresh();
      toast(t("enrollments.views.deleted", { name: view.name }), {
        action: { label: t("common.undo"), onClick: () => void restore(view) },
      });
    },
  };
}

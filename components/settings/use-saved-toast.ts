"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";

/** Says that it was saved and shows the page as it is now. */
export function useSavedToast(): () => void {
  const t = useTranslations("common");
  const router = useRouter();
  return () => {
    toast.success(t("saved"));
    router.refresh();
  };
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";

/** Carries out an act on the contact and shows the page as it is then; a refusal is told in a toast. */
export function useAct() {
  const t = useTranslations("contacts");
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const act = (call: () => Promise<Parameters<typeof refusalOf>[0]>) =>
    start(async () => {
      const answer = await call().catch(() => ({ serverError: { message: t("failed") } }));
      const refused = refusalOf(answer);
      if (refused) toast.error(refused);
      router.refresh();
    });
  return { act, isBusy };
}

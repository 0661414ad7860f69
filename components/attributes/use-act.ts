"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";

/** Carries out an act of a list, says what came of it and shows the list as it is then. */
export function useAct() {
  const t = useTranslations("attributes");
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const act = (call: () => Promise<Parameters<typeof refusalOf>[0]>, done?: string) =>
    start(async () => {
      const answer = await call().catch(() => ({ serverError: { message: t("failed") } }));
      const refused = refusalOf(answer);
      if (refused) toast.error(refused);
      else if (done) toast(done);
      router.refresh();
    });
  return { act, isBusy };
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "@/components/ui/toast";
import { startFromGalleryAction } from "@/lib/gallery/actions";
import type { Locale } from "@/lib/locale";
import { createSequenceAction } from "@/lib/sequences/actions";
import { refusalOf } from "../refusal";

/** Makes a draft and opens it in the builder. */
export function useStart(account: string) {
  const t = useTranslations("sequences");
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();

  const make = (
    ask: () => Promise<Parameters<typeof refusalOf>[0] & { data?: { id: string } }>,
    query = "",
  ) =>
    startTransition(async () => {
      const answer = await ask();
      if (answer?.data) router.push(`/${account}/sequences/${answer.data.id}${query}`);
      else toast.error(refusalOf(answer) ?? t("failed"));
    });

  return {
    isBusy,
    start: (choice: { readyMadeId: string; locale: Locale }) =>
      make(() => startFromGalleryAction({ account, ...choice })),
    // Naming it is the first thing to do there.
    startEmpty: () => make(() => createSequenceAction({ account, name: t("untitled") }), "?new=1"),
  };
}

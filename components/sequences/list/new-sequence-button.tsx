"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { createSequenceAction } from "@/lib/sequences/actions";
import { refusalOf } from "../refusal";

/** Makes an empty draft and opens it with its name selected: naming it is the first thing to do there. */
export function NewSequenceButton({ account }: { account: string }) {
  const t = useTranslations("sequences");
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();

  const create = () =>
    startTransition(async () => {
      const answer = await createSequenceAction({ account, name: t("untitled") });
      if (answer?.data) router.push(`/${account}/sequences/${answer.data.id}?new=1`);
      else toast.error(refusalOf(answer) ?? t("failed"));
    });

  return (
    <Button onClick={create} isBusy={isBusy}>
      {!isBusy && <Plus aria-hidden />}
      {t("new")}
    </Button>
  );
}

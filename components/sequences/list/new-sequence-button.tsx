"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

/** Leads to the gallery: whoever begins has seldom written a sequence before. */
export function NewSequenceButton({ account }: { account: string }) {
  const t = useTranslations("sequences");
  return (
    <Button asChild>
      <Link href={`/${account}/sequences/new`}>
        <Plus aria-hidden />
        {t("new")}
      </Link>
    </Button>
  );
}

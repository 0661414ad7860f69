"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** A page that failed; the frame around it stays usable. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("shell.failed");
  const common = useTranslations("common");
  return (
    <EmptyState
      title={t("title")}
      action={
        <Button variant="outline" onClick={reset}>
          {common("retry")}
        </Button>
      }
    >
      {t("text")}
    </EmptyState>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";

type SaveBarProps = {
  isReadOnly?: boolean;
  isBusy: boolean;
  error?: string;
  /** Where a page has several forms: what this one saves. */
  label?: string;
  children?: ReactNode;
};

/** The end of a settings form: what went wrong, Save, and further acts. */
export function SaveBar({ isReadOnly, isBusy, error, label, children }: SaveBarProps) {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  if (isReadOnly) return <p className="mt-6 text-muted-foreground">{t("readOnly")}</p>;
  return (
    <div className="mt-6 grid gap-3">
      <FieldError>{error}</FieldError>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" isBusy={isBusy} aria-label={label}>
          {common("save")}
        </Button>
        {children}
      </div>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { FreeAttribute } from "@/lib/attributes/schema";

type FreeAttributesProps = {
  free: FreeAttribute[];
  canManage: boolean;
  onDefine: (one: FreeAttribute) => void;
};

export function FreeAttributes({ free, canManage, onDefine }: FreeAttributesProps) {
  const t = useTranslations("attributes");
  return (
    <ul className="border-y">
      {free.map((one) => (
        <li
          key={one.key}
          className="flex min-h-10 items-center gap-3 border-b py-1.5 last:border-0 touch:min-h-12"
        >
          <code className="min-w-0 truncate font-mono text-xs">{one.key}</code>
          <span className="text-muted-foreground">{t("freeContacts", { count: one.contacts })}</span>
          {canManage && (
            <Button
              variant="outline"
              size="sm"
              className="ml-auto"
              aria-label={t("defineNamed", { name: one.key })}
              onClick={() => onDefine(one)}
            >
              {t("define")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

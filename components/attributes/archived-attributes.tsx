"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { restoreAttributeAction } from "@/lib/attributes/actions";
import type { AttributeDefinition } from "@/lib/attributes/schema";
import { useAct } from "./use-act";

type ArchivedAttributesProps = { account: string; definitions: AttributeDefinition[]; canManage: boolean };

export function ArchivedAttributes({ account, definitions, canManage }: ArchivedAttributesProps) {
  const t = useTranslations("attributes");
  const { act, isBusy } = useAct();
  return (
    <ul className="border-y">
      {definitions.map(({ id, label, key }) => (
        <li
          key={id}
          className="flex min-h-10 items-center gap-3 border-b py-1.5 last:border-0 touch:min-h-12"
        >
          <span className="min-w-0 truncate">{label}</span>
          <code className="min-w-0 truncate font-mono text-muted-foreground text-xs">{key}</code>
          {canManage && (
            <Button
              variant="outline"
              size="sm"
              className="ml-auto"
              disabled={isBusy}
              aria-label={t("restoreNamed", { name: label })}
              onClick={() => act(() => restoreAttributeAction({ account, id }))}
            >
              {t("restore")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

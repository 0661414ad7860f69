"use client";

import { Archive, ArrowDown, ArrowUp, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { archiveAttributeAction, orderAttributesAction } from "@/lib/attributes/actions";
import type { AttributeDefinition } from "@/lib/attributes/schema";
import { useAct } from "./use-act";

type AttributeTableProps = {
  account: string;
  definitions: AttributeDefinition[];
  canManage: boolean;
  onEdit: (definition: AttributeDefinition) => void;
};

/** In the order in which forms ask for them. */
export function AttributeTable({ account, definitions, canManage, onEdit }: AttributeTableProps) {
  const t = useTranslations("attributes");
  const { act, isBusy } = useAct();
  const move = (from: number, to: number) => {
    const ids = definitions.map(({ id }) => id);
    const [moved] = ids.splice(from, 1);
    if (moved) ids.splice(to, 0, moved);
    act(() => orderAttributesAction({ account, ids }));
  };
  return (
    <div className="-mx-4 border-t md:-mx-6">
      <Table aria-label={t("title")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("label")}</TableHead>
            <TableHead className="max-sm:hidden">{t("key")}</TableHead>
            <TableHead>{t("type")}</TableHead>
            {canManage && (
              <TableHead>
                <span className="sr-only">{t("acts")}</span>
              </TableHead>
            )}
          </TableRow>
        </TableHeader>
        <TableBody>
          {definitions.map((definition, index) => (
            <TableRow key={definition.id}>
              <TableCell className="max-w-56 truncate font-medium">{definition.label}</TableCell>
              <TableCell className="max-sm:hidden">
                <code className="font-mono text-xs">{definition.key}</code>
              </TableCell>
              <TableCell>
                {t(`types.${definition.type}`)}
                {definition.type === "list" && (
                  <span className="block max-w-72 truncate text-muted-foreground text-xs">
                    {definition.options.join(", ")}
                  </span>
                )}
              </TableCell>
              {canManage && (
                <TableCell>
                  <div className="flex items-center justify-end gap-1">
                    <Button
                      variant="ghost"
                      size="icon-sm"
                      aria-label={t("moveUpNamed", { name: definition.label })}
                      disabled={index === 0 || isBusy}
                      onClick={() => move(index, index - 1)}
                    >
                      <ArrowUp aria-hidden />
                    </Button>
                    <Button
                      variant="ghost"
                      size="icon-sm"
                      aria-label={t("moveDownNamed", { name: definition.label })}
                      disabled={index === definitions.length - 1 || isBusy}
                      onClick={() => move(index, index + 1)}
                    >
                      <ArrowDown aria-hidden />
                    </Button>
                    <Button
                      variant="ghost"
                      size="icon-sm"
                      aria-label={t("editNamed", { name: definition.label })}
                      onClick={() => onEdit(definition)}
                    >
                      <Pencil aria-hidden />
                    </Button>
                    <Button
                      variant="ghost"
                      size="icon-sm"
                      aria-label={t("archiveNamed", { name: definition.label })}
                      disabled={isBusy}
                      onClick={() =>
                        act(
                          () => archiveAttributeAction({ account, id: definition.id }),
                          t("archivedToast", { name: definition.label }),
                        )
                      }
                    >
                      <Archive aria-hidden />
                    </Button>
                  </div>
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { menuSurface } from "@/components/ui/menu-classes";
import type { Variable } from "@/lib/core/variables";
import { inGroups, useVariables } from "./use-variables";

type VariableMenuProps = {
  id: string;
  found: Variable[];
  chosen: number;
  onChoose: (variable: Variable) => void;
};

/** The list below the text. The keys belong to the text; here is only what is pointed at. */
export function VariableMenu({ id, found, chosen, onChoose }: VariableMenuProps) {
  const t = useTranslations("step.variable");
  const { labelOf } = useVariables();
  const current = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is another element
  useEffect(() => {
    current.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("list")}
      // Reachable because it scrolls; pressing its scroll bar must not take the caret out of the text.
      tabIndex={0}
      onMouseDown={(event) => event.preventDefault()}
      className={cn(
        menuSurface,
        "absolute top-full left-0 mt-1 max-h-64 w-80 max-w-full overflow-y-auto p-1",
      )}
    >
      {found.length === 0 && <p className="px-2 py-1 text-muted-foreground">{t("none")}</p>}
      {inGroups(found).map(({ group, variables }) => (
        // biome-ignore lint/a11y/useSemanticElements: options of a list box are grouped by this role alone
        <div key={group} role="group" aria-label={t(`groups.${group}`)}>
          <p aria-hidden className="px-2 pt-1.5 pb-0.5 text-muted-foreground text-xs">
            {t(`groups.${group}`)}
          </p>
          {variables.map(({ variable, index }) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys, the list only the pointer
            <div
              key={variable.name}
              id={`${id}-${index}`}
              ref={index === chosen ? current : undefined}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              onClick={() => onChoose(variable)}
              className={cn(
                "flex min-h-7 items-center justify-between gap-3 rounded-md px-2 py-1 hover:bg-accent touch:min-h-11",
                index === chosen && "bg-accent",
              )}
            >
              <span className="truncate">{labelOf(variable)}</span>
              <code className="truncate font-mono text-muted-foreground text-xs">{variable.name}</code>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

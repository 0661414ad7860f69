"use client";

import { UserSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { SuggestionShown } from "@/lib/ai-enrollment/schema";
import { SuggestionItem } from "./suggestion-item";
import { useSuggestionActs } from "./use-suggestion-acts";

type SuggestionListProps = { account: string; suggestions: SuggestionShown[]; mayDecide: boolean };

/** Whom a person decides about, the surest first; by keys, or many at once. */
export function SuggestionList({ account, suggestions, mayDecide }: SuggestionListProps) {
  const t = useTranslations("ai-enrollment.suggestions");
  const acts = useSuggestionActs(account);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  const shown = suggestions.filter(({ id }) => !acts.decided.has(id));
  const current = shown[Math.min(at, shown.length - 1)];
  const chosen = shown.filter(({ id }) => marked.has(id)).map(({ id }) => id);
  const move = (by: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, at + by));
    setAt(next);
    document.getElementById(`suggestion-${shown[next]?.id}`)?.scrollIntoView({ block: "nearest" });
  };
  useCommands([
    { id: "suggestion-next", label: t("keys.next"), shortcut: "j", isKeyOnly: true, run: () => move(1) },
    {
      id: "suggestion-previous",
      label: t("keys.previous"),
      shortcut: "k",
      isKeyOnly: true,
      run: () => move(-1),
    },
    ...(mayDecide && current
      ? [
          {
            id: "suggestion-accept",
            label: t("keys.accept"),
            shortcut: "a",
            run: () => void acts.accept([current.id]),
          },
          {
            id: "suggestion-dismiss",
            label: t("keys.dismiss"),
            shortcut: "d",
            run: () => void acts.dismiss([current.id]),
          },
        ]
      : []),
  ]);
  if (shown.length === 0) {
    return (
      <EmptyState icon={UserSearch} title={t("empty")}>
        {t("emptyText")}
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-3">
      {mayDecide && (
        <div className="flex min-h-8 flex-wrap items-center gap-2 text-muted-foreground text-xs">
          {chosen.length === 0 ? (
            t("hint")
          ) : (
            <>
              <Button size="sm" isBusy={acts.isBusy} onClick={() => void acts.accept(chosen)}>
                {t("acceptMany", { count: chosen.length })}
              </Button>
              <Button variant="outline" size="sm" onClick={() => void acts.dismiss(chosen)}>
                {t("dismissMany", { count: chosen.length })}
              </Button>
            </>
          )}
        </div>
      )}
      <ul className="divide-y rounded-lg border">
        {shown.map((suggestion) => (
          <SuggestionItem
            key={suggestion.id}
            {...{ account, suggestion }}
            isCurrent={mayDecide && suggestion.id === current?.id}
            isMarked={marked.has(suggestion.id)}
            onMark={(isMarked) =>
              setMarked(
                (before) =>
                  new Set(
                    isMarked ? [...before, suggestion.id] : [...before].filter((id) => id !== suggestion.id),
                  ),
              )
            }
            onAccept={mayDecide ? () => void acts.accept([suggestion.id]) : null}
            onDismiss={() => void acts.dismiss([suggestion.id])}
          />
        ))}
      </ul>
    </div>
  );
}

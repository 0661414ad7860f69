"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import type { SequenceSnapshot } from "@/lib/core/model";
import type { VersionRow as Version } from "@/lib/sequences/schema";
import { differences } from "@/lib/versions/diff";
import { useEditor } from "../editor/editor-scope";
import { getJson } from "../get-json";
import { versionPath } from "./use-version";

type VersionRowProps = {
  version: Version;
  isLive: boolean;
  /** How many live runs it has; undefined while they are counted. */
  inFlight: number | undefined;
};

export function VersionRow({ version: { number, by, at, note }, isLive, inFlight }: VersionRowProps) {
  const t = useTranslations("versions.list");
  const { isReadOnly } = useEditor();
  const [isBusy, startTransition] = useTransition();
  const restore = useRestore();
  return (
    <li className="grid grid-cols-1 gap-0.5 border-l-2 pl-3">
      <div className="flex items-center justify-between gap-2">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {t("number", { number })}
          {isLive && <Badge tone="green">{t("live")}</Badge>}
        </p>
        {!isReadOnly && (
          <Button
            size="sm"
            variant="outline"
            isBusy={isBusy}
            aria-label={t("restoreNumber", { number })}
            onClick={() => startTransition(() => restore(number))}
          >
            {t("restore")}
          </Button>
        )}
      </div>
      <p className="text-muted-foreground text-xs">
        {t("by", { name: by ?? t("someone") })} <RelativeTime at={at} />
        {inFlight !== undefined && `, ${t("inFlight", { count: inFlight })}`}
      </p>
      {note && <p className="whitespace-pre-wrap break-words">{note}</p>}
    </li>
  );
}

/** Puts what a version says into the draft: an edit like any other, so that undo brings the draft back. */
function useRestore(): (number: number) => Promise<void> {
  const t = useTranslations("versions.list");
  const { account, sequenceId, change } = useEditor();
  const queries = useQueryClient();
  return async (number) => {
    const version = await queries
      .fetchQuery({
        queryKey: ["version", account, sequenceId, number],
        queryFn: () =>
          getJson<{ number: number; snapshot: SequenceSnapshot }>(versionPath(account, sequenceId, number)),
        staleTime: Number.POSITIVE_INFINITY,
      })
      .catch(() => null);
    if (!version) {
      toast.error(t("failed"));
      return;
    }
    let isSame = false;
    change((draft) => {
      isSame = differences(version.snapshot, draft).length === 0;
      return isSame ? draft : version.snapshot;
    });
    if (isSame) toast(t("sameAlready", { number }));
    else toast.success(t("restored", { number }), { description: t("restoredHint") });
  };
}

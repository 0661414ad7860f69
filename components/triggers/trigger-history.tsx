"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Target } from "@/lib/core/model";
import type { Trigger } from "@/lib/core/model-rules";
import { MAX_IDLE_MINUTES, MIN_IDLE_MINUTES } from "@/lib/core/model-rules";
import type { TriggerHistory as History } from "@/lib/triggers/schema";

type TriggerHistoryProps = { account: string; trigger: Trigger; target: Target };

/** Long enough that a word is typed to its end before it is asked for. */
const REST_MS = 500;

/** Whom the trigger would have enrolled in the last thirty days, and behind it who they are. */
export function TriggerHistory({ account, trigger, target }: TriggerHistoryProps) {
  const t = useTranslations("triggers.history");
  const listId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const asked = useRested(askable(trigger));
  const query = new URLSearchParams({ trigger: asked ?? "", target }).toString();
  const { data, isError, isFetching } = useQuery({
    queryKey: ["trigger-history", account, query],
    queryFn: () => getJson<History>(`/api/a/${account}/triggers/history?${query}`),
    enabled: asked !== null,
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });
  if (asked === null) return null;
  return (
    <div className="grid gap-2 border-t pt-3 text-sm">
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-3" aria-live="polite">
        <p className={isFetching ? "text-muted-foreground" : undefined}>
          {isError ? t("failed") : data ? t(target, { count: data.count }) : t("counting")}{" "}
          {data?.isAtLeast && <span className="text-muted-foreground text-xs">{t("atLeast")}</span>}
        </p>
        {data && data.count > 0 && (
          <Button
            variant="ghost"
            size="sm"
            aria-expanded={isOpen}
            aria-controls={listId}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? t("hide") : t("show")}
          </Button>
        )}
      </div>
      {isOpen && data && data.count > 0 && (
        <section id={listId} aria-label={t("list")} className="grid gap-1">
          <ul className="max-h-72 divide-y overflow-y-auto rounded-md border">
            {data.named.map((one) => (
              <li
                key={`${one.contactId} ${one.title} ${one.at}`}
                className="flex items-baseline justify-between gap-3 px-2.5 py-1.5"
              >
                <span className="min-w-0 truncate">
                  <Link className="link" href={`/${account}/contacts/${one.contactId}`}>
                    {one.name || "–"}
                  </Link>
                  {one.title && <span className="text-muted-foreground"> · {one.title}</span>}
                </span>
                <span className="shrink-0 text-muted-foreground text-xs">
                  <RelativeTime at={one.at} />
                </span>
              </li>
            ))}
          </ul>
          <p className="text-muted-foreground text-xs">{t("newest", { count: data.named.length })}</p>
        </section>
      )}
    </div>
  );
}

/** As JSON, without conditions that are not chosen yet; null while nothing can be asked. */
function askable({ conditions, groups, ...trigger }: Trigger): string | null {
  if (trigger.event === "custom" && !/^[a-z][a-z0-9_.]{0,79}$/.test(trigger.name ?? "")) return null;
  const { idle, offset } = trigger;
  if (
    idle &&
    (idle.minutes < MIN_IDLE_MINUTES || idle.minutes > MAX_IDLE_MINUTES || idle.statuses.length === 0)
  )
    return null;
  if (offset && offset.amount > 365) return null;
  const chosen = (list: Trigger["conditions"]) =>
    list.filter(({ variable }) => variable !== "" && variable !== "event.");
  const full = groups
    ?.map((group) => ({ ...group, conditions: chosen(group.conditions) }))
    .filter((group) => group.conditions.length > 0);
  return JSON.stringify({
    ...trigger,
    conditions: chosen(conditions),
    ...(full?.length && { groups: full }),
  });
}

function useRested(value: string | null): string | null {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

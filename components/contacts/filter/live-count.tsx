"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import { isUnconditional } from "@/lib/core/conditions";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { MAX_COUNTED } from "@/lib/keyset";

/** Long enough that typing a value asks once. */
const TYPING_PAUSE_MS = 300;

/** How many contacts match now. */
export function LiveCount({ filter }: { filter: ConditionGroups }) {
  const t = useTranslations("filter");
  const { account } = useParams<{ account: string }>();
  const told = isUnconditional(filter) ? "" : JSON.stringify(filter);
  const [asked, setAsked] = useState(told);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(told), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [told]);
  const { data, isFetching } = useQuery({
    queryKey: ["contact-count", account, asked],
    queryFn: () =>
      getJson<{ count: number }>(
        `/api/a/${account}/contacts/count${asked && `?filter=${encodeURIComponent(asked)}`}`,
      ),
    placeholderData: keepPreviousData,
  });
  const count = data?.count;
  return (
    <p className="text-muted-foreground" aria-live="polite" aria-busy={isFetching}>
      {count === undefined
        ? t("counting")
        : count > MAX_COUNTED
          ? t("countOver", { count: MAX_COUNTED })
          : t("count", { count })}
    </p>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { getJson } from "@/components/sequences/get-json";
import type { FilterChoices } from "@/lib/contacts/choices";
import { catalogOf } from "./filter-catalog";

/** What the account's contacts can be filtered by; without its own attributes and names until they are loaded. */
export function useCatalog() {
  const { account } = useParams<{ account: string }>();
  const t = useTranslations();
  const { data } = useQuery({
    queryKey: ["contact-filter-choices", account],
    queryFn: () => getJson<FilterChoices>(`/api/a/${account}/contacts/choices`),
    staleTime: 60_000,
  });
  return useMemo(
    () =>
      catalogOf(data, {
        field: (key) => t(`filter.fields.${key}`),
        channel: (channel) => t(`status.channel.${channel}`),
        record: (key) => t(`filter.records.${key}`),
        yes: t("common.yes"),
        no: t("common.no"),
        everyChannel: t("filter.everyChannel"),
      }),
    [data, t],
  );
}

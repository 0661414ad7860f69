"use client";

import { useQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import type { RawDelivery } from "@/lib/enrollments/timeline-schema";
import { shownTime } from "./shown-data";

type RawDeliveryProps = { runId: string; deliveryId: string; timeZone: string };

const MAX_LINES = 18;

/** What the provider really delivered, read when somebody opens it. */
export function RawDeliveryDetails(props: RawDeliveryProps) {
  const t = useTranslations("timeline.raw");
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit text-muted-foreground text-xs hover:text-foreground">{t("delivery")}</summary>
      {isOpen && <Delivery {...props} />}
    </details>
  );
}

function Delivery({ runId, deliveryId, timeZone }: RawDeliveryProps) {
  const t = useTranslations("timeline.raw");
  const providers = useTranslations("status.provider");
  const locale = useLocale();
  const { account } = useParams<{ account: string }>();
  const { data, error } = useQuery({
    queryKey: ["delivery", account, runId, deliveryId],
    queryFn: () => getJson<RawDelivery>(`/api/a/${account}/enrollments/${runId}/events/${deliveryId}`),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (error) return <p className="mt-1.5 text-xs">{t("gone")}</p>;
  if (!data) return <Skeleton className="mt-1.5 h-16" />;
  const provider = providers.has(data.provider) ? providers(data.provider) : data.provider;
  return (
    <div className="mt-1.5 grid gap-1.5 rounded-md border px-2.5 py-2 text-xs">
      <p className="text-muted-foreground">
        {t("from", { provider, at: shownTime(data.receivedAt, locale, timeZone), count: data.receivedCount })}
      </p>
      {data.body === "" ? (
        <p>{t("erased")}</p>
      ) : (
        <Textarea
          readOnly
          aria-label={t("body")}
          rows={Math.min(MAX_LINES, data.body.split("\n").length)}
          value={data.body}
          // Its lines are indented: broken ones would not be readable.
          wrap="off"
          className="font-mono text-xs touch:text-xs"
        />
      )}
      {data.isCut && <p className="text-muted-foreground">{t("cut")}</p>}
    </div>
  );
}

"use client";

import { useFormatter, useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import type { RecordEvent } from "@/lib/records/detail";

type RecordHistoryProps = { events: RecordEvent[]; timeZone: string };

/** What happened to the record, newest first. */
export function RecordHistory({ events, timeZone }: RecordHistoryProps) {
  const t = useTranslations("records.history");
  const say = useEventWords(timeZone);
  return (
    <section aria-labelledby="record-history" className="grid gap-2">
      <h3 id="record-history" className="font-medium">
        {t("title")}
      </h3>
      {events.length === 0 && <p className="text-muted-foreground">{t("none")}</p>}
      <ol className="grid gap-2.5">
        {events.map((event) => (
          <li key={event.id} className="border-l-2 pl-3">
            {say(event)}
            <span className="block text-muted-foreground text-xs">
              <RelativeTime at={event.at} timeZone={timeZone} />
              {event.actorName && `, ${event.actorName}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useEventWords(timeZone: string) {
  const t = useTranslations("records.history.events");
  const format = useFormatter();
  const time = (value: unknown) =>
    typeof value === "string" && !Number.isNaN(Date.parse(value))
      ? format.dateTime(new Date(value), { dateStyle: "medium", timeStyle: "short", timeZone })
      : "–";
  return ({ name, data }: RecordEvent): string => {
    const key = name.replace(".", "_") as Parameters<typeof t>[0];
    if (!t.has(key)) return name;
    return t(key, {
      stage: String(data.stage ?? "–"),
      from_stage: String(data.from_stage ?? "–"),
      reason: String(data.reason ?? ""),
      hasReason: data.reason ? "yes" : "no",
      from: time(data.from),
      to: time(data.to),
      days: Number(data.days ?? 0),
    });
  };
}

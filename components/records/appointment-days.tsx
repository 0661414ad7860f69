"use client";

import { formatInTimeZone } from "date-fns-tz";
import { CalendarDays, Plus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Pager } from "@/components/contacts/pager";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { RecordPage } from "@/lib/records/lists";
import type { RecordRow } from "@/lib/records/schema";
import { RecordStatus } from "./record-status";
import type { FrameActs, FrameProps } from "./records-frame";
import { StepMenu } from "./step-menu";

type AppointmentDaysProps = FrameProps & FrameActs & { page: RecordPage; isFiltered: boolean };

/** Appointments by the day on which they begin, in the account's zone. */
export function AppointmentDays({ page, isFiltered, ...props }: AppointmentDaysProps) {
  const t = useTranslations("records");
  const format = useFormatter();
  const { timeZone, canManage, add } = props;
  if (page.rows.length === 0)
    return (
      <EmptyState
        icon={CalendarDays}
        title={isFiltered ? t("empty.filtered") : t("empty.appointment")}
        action={
          canManage &&
          !isFiltered && (
            <Button onClick={add}>
              <Plus aria-hidden /> {t("newOf.appointment")}
            </Button>
          )
        }
      >
        {isFiltered ? t("empty.filteredText") : t("empty.appointmentText")}
      </EmptyState>
    );
  return (
    <>
      <div className="grid gap-5 px-4 pb-2 md:px-6">
        {daysOf(page.rows, timeZone).map(({ day, rows }) => (
          <section key={day} aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`} className="pb-1.5 font-medium">
              {format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "full", timeZone: "UTC" })}
            </h2>
            <ul className="divide-y rounded-md border">
              {rows.map((row) => (
                <Appointment key={row.id} row={row} {...props} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Pager count={page.count} next={page.next} previous={page.previous} />
    </>
  );
}

type AppointmentProps = Omit<AppointmentDaysProps, "page" | "isFiltered"> & { row: RecordRow };

function Appointment({
  row,
  account,
  timeZone,
  canManage,
  openId,
  open,
  step,
  reschedule,
}: AppointmentProps) {
  const t = useTranslations("records");
  const format = useFormatter();
  const time = (at: string) => format.dateTime(new Date(at), { timeStyle: "short", timeZone });
  const isOpen = openId === row.id;
  return (
    <li
      className={cn(
        "relative grid grid-cols-[auto_1fr_auto] items-center gap-x-4 px-3 py-2 hover:bg-hover sm:grid-cols-[8rem_1fr_9rem_auto]",
        isOpen && "bg-hover",
      )}
    >
      <span className="whitespace-nowrap tabular-nums max-sm:col-span-3 max-sm:text-muted-foreground">
        {row.date && time(row.date)}
        {row.endsAt && `–${time(row.endsAt)}`}
      </span>
      <span className="min-w-0 max-sm:col-span-2">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => open(isOpen ? null : row.id)}
          className="block max-w-full truncate text-left font-medium after:absolute after:inset-0 hover:underline"
        >
          {row.title}
        </button>
        <span className="flex flex-wrap gap-x-2 text-muted-foreground">
          <Link className="link relative z-10" href={`/${account}/contacts/${row.contactId}`}>
            {row.contactName}
          </Link>
          {row.place && <span className="max-w-64 truncate">{row.place}</span>}
          {row.assigneeName && <span>{row.assigneeName}</span>}
          {row.liveRuns > 0 && <span>{t("liveRuns", { count: row.liveRuns })}</span>}
        </span>
      </span>
      <span className="max-sm:col-start-1 max-sm:row-start-3">
        <RecordStatus status={row.status} />
      </span>
      <span className="max-sm:col-start-3 max-sm:row-start-2">
        {canManage && <StepMenu row={row} onStep={step} onReschedule={reschedule} />}
      </span>
    </li>
  );
}

function daysOf(rows: RecordRow[], timeZone: string): { day: string; rows: RecordRow[] }[] {
  const days = new Map<string, RecordRow[]>();
  for (const row of rows) {
    const day = formatInTimeZone(new Date(row.date ?? 0), timeZone, "yyyy-MM-dd");
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days].map(([day, own]) => ({ day, rows: own }));
}

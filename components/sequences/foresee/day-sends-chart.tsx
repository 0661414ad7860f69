"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { DayTable } from "./day-table";

const COLOURS = ["var(--blue)", "var(--green)", "var(--violet)", "var(--amber)", "var(--red)"];

/** Bars per day, stacked by inbox. The table below says the same in numbers. */
export function DaySendsChart({ table }: { table: DayTable }) {
  const t = useTranslations("simulation");
  const format = useFormatter();
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  const rows = table.days.map(({ day: date, counts }) => ({ day: day(date), ...counts }));
  return (
    <figure aria-label={t("chart")} className="grid gap-2">
      <div className="h-48" aria-hidden>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={rows} margin={{ top: 4, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--border)" />
            <XAxis
              dataKey="day"
              tickLine={false}
              axisLine={false}
              minTickGap={16}
              tick={{ fontSize: 11, fill: "var(--muted-foreground)" }}
            />
            <YAxis
              allowDecimals={false}
              tickLine={false}
              axisLine={false}
              width={44}
              tickFormatter={(count: number) => format.number(count, { notation: "compact" })}
              tick={{ fontSize: 11, fill: "var(--muted-foreground)" }}
            />
            <Tooltip
              cursor={{ fill: "var(--accent)" }}
              contentStyle={{
                background: "var(--popover)",
                border: "1px solid var(--border)",
                borderRadius: 6,
                fontSize: 12,
                color: "var(--foreground)",
              }}
            />
            {table.inboxes.map(({ id, name }, index) => (
              <Bar
                key={id}
                dataKey={id}
                name={name}
                stackId="inboxes"
                fill={COLOURS[index % COLOURS.length]}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
        {table.inboxes.map(({ id, name }, index) => (
          <li key={id} className="flex items-center gap-1.5">
            <span
              aria-hidden
              className="size-2 rounded-full"
              style={{ background: COLOURS[index % COLOURS.length] }}
            />
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}

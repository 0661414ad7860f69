"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { type Reading, readCell, readRow } from "./read-table";
import { columnAt, placeOf } from "./scale";

type ValueReaderProps = {
  /** What is read: the title of the chart. */
  label: string;
  /** The table behind the chart, from which the values are read. */
  tableId: string;
  columns: number;
  /** Of a grid: each value is a cell of the table, which has the grid's columns as rows. */
  rows?: number;
  isBanded?: boolean;
  /** What stands at `start`, said before anybody has moved. */
  start: number;
  startText: string;
  children: ReactNode;
};

/**
 * Says the values at the pointer, or at the place that the arrow keys have reached: one stop of the Tab key, a slider
 * to screen readers. The drawing below is `children`.
 */
export function ValueReader(props: ValueReaderProps) {
  const { label, tableId, columns, rows = 1, isBanded = false, start, startText, children } = props;
  const [index, setIndex] = useState(start);
  const [reading, setReading] = useState<Reading | null>(null);
  const [isShown, setShown] = useState(false);

  const show = (asked: number) => {
    const next = Math.min(columns * rows - 1, Math.max(0, asked));
    setIndex(next);
    const row = Math.floor(next / columns);
    setReading(rows === 1 ? readRow(tableId, next) : readCell(tableId, next % columns, row));
    setShown(true);
  };
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const row = columnAt((event.clientY - box.top) / box.height, rows, true);
    show(row * columns + columnAt((event.clientX - box.left) / box.width, columns, isBanded));
  };
  const press = (event: KeyboardEvent) => {
    const step = rows > 1 ? { ArrowUp: -columns, ArrowDown: columns }[event.key] : undefined;
    if (event.key === "Escape") setShown(false);
    if (step === undefined) return;
    event.preventDefault();
    if (index + step >= 0 && index + step < columns * rows) show(index + step);
  };
  const x = placeOf(index % columns, columns, isBanded);
  const y = placeOf(Math.floor(index / columns), rows, true);
  return (
    <div
      className="relative touch-pan-y rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2"
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => setShown(false)}
    >
      {children}
      <input
        type="range"
        aria-label={label}
        aria-valuetext={reading?.text ?? startText}
        min={0}
        max={columns * rows - 1}
        value={index}
        onChange={(event) => show(event.target.valueAsNumber)}
        onFocus={() => show(index)}
        onBlur={() => setShown(false)}
        onKeyDown={press}
        className="pointer-events-none absolute inset-0 size-full opacity-0"
      />
      {isShown && reading && (
        <>
          {rows === 1 && (
            <span
              aria-hidden
              className="pointer-events-none absolute inset-y-0 w-px bg-muted-foreground"
              style={{ left: `${x * 100}%` }}
            />
          )}
          <Tip reading={reading} x={x} y={rows === 1 ? 0 : y} />
        </>
      )}
    </div>
  );
}

function Tip({ reading, x, y }: { reading: Reading; x: number; y: number }) {
  return (
    <div
      aria-hidden
      className={cn(
        "pointer-events-none absolute z-10 mx-2 grid w-max max-w-56 gap-0.5 rounded-md border bg-popover px-2.5 py-1.5 text-xs",
      )}
      style={{
        ...(x < 0.5 ? { left: `${x * 100}%` } : { right: `${(1 - x) * 100}%` }),
        ...(y < 0.5 ? { top: `${y * 100}%` } : { bottom: `${(1 - y) * 100}%` }),
      }}
    >
      <span className="font-medium">{reading.head}</span>
      {reading.values.map(({ name, text }) => (
        <span key={name} className="flex justify-between gap-4">
          <span className="text-muted-foreground">{name}</span>
          {text}
        </span>
      ))}
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { Fragment, type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { EnrollmentListItem } from "@/lib/enrollments/data";
import type { RunCount } from "@/lib/enrollments/schema";
import { EnrollmentHeads, type Order } from "./enrollment-heads";
import { EnrollmentRow } from "./enrollment-row";
import { useRowWindow } from "./enrollment-window";

/** So many rows before the end more are read. */
const AHEAD = 40;

type EnrollmentTableProps = {
  runs: EnrollmentListItem[];
  count: RunCount | undefined;
  order: Order;
  timeZone: string;
  openId: string | null;
  onOpen: (id: string) => void;
  /** Null where the person may not act on runs. */
  selection: {
    isSelected: (id: string) => boolean;
    ofShown: boolean | "indeterminate";
    toggle: (index: number, isRange: boolean) => void;
    selectShown: (isTicked: boolean) => void;
  } | null;
  /** Another filter's rows are shown until its own arrive: nobody ticks those. */
  isReading: boolean;
  /** Null while nothing more can be read. */
  more: (() => void) | null;
  isMoreFailed: boolean;
  onShow: (first: number, last: number) => void;
};

/** All runs that match, of which those are drawn that are on the screen. */
export function EnrollmentTable({
  runs,
  count,
  order,
  timeZone,
  openId,
  onOpen,
  selection,
  isReading,
  more,
  isMoreFailed,
  onShow,
}: EnrollmentTableProps) {
  const t = useTranslations("enrollments");
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const ids = runs.map(({ id }) => id);
  const atIndex = at === null ? -1 : ids.indexOf(at);
  const { items, top, end, range, scrollTo } = useRowWindow({ ids, body, keptIndex: atIndex });
  const [first, last] = [range?.startIndex ?? 0, range?.endIndex ?? 0];

  useEffect(() => onShow(first, last), [first, last, onShow]);
  useEffect(() => {
    if (last >= runs.length - AHEAD && !isMoreFailed && !isReading) more?.();
  }, [last, runs.length, more, isMoreFailed, isReading]);
  // The arrows of the panel walk the rows: the one that it shows stays in sight.
  const openIndex = openId === null ? -1 : ids.indexOf(openId);
  const shownOpen = useRef<string | null>(null);
  useEffect(() => {
    if (openId === shownOpen.current || (openId !== null && openIndex < 0)) return;
    shownOpen.current = openId;
    if (openIndex >= 0) scrollTo(openIndex);
  }, [openId, openIndex, scrollTo]);

  const go = (index: number) => {
    const id = ids[index];
    if (id === undefined) return;
    setAt(id);
    scrollTo(index);
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>(`tr[data-row="${index}"] td button:not([role])`)?.focus({
        preventScroll: true,
      }),
    );
  };
  const toggle = useLatest((index: number, isRange: boolean) => selection?.toggle(index, isRange));
  const open = useLatest(onOpen);
  const reach = useLatest((index: number) => setAt(ids[index] ?? null));
  // Where the focus stands on a row its keys are the row's, whatever they mean elsewhere.
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "x" || event.ctrlKey || event.metaKey || event.altKey || !selection || isReading)
      return;
    event.preventDefault();
    selection.toggle(atIndex, false);
  };
  useCommands([
    {
      id: "row-next",
      label: t("keys.next"),
      shortcut: "j",
      isKeyOnly: true,
      run: () => go(atIndex < 0 ? first : atIndex + 1),
    },
    {
      id: "row-before",
      label: t("keys.before"),
      shortcut: "k",
      isKeyOnly: true,
      run: () => go(Math.max(0, atIndex - 1)),
    },
    {
      id: "row-tick",
      label: t("keys.tick"),
      shortcut: "x",
      isKeyOnly: true,
      isDisabled: !selection || isReading || atIndex < 0,
      run: () => selection?.toggle(atIndex, false),
    },
  ]);

  let drawnTo = top;
  return (
    <>
      <table
        aria-label={t("title")}
        aria-busy={isReading}
        aria-rowcount={count?.isExact ? count.count + 1 : -1}
        className={cn(
          "w-full table-fixed border-separate border-spacing-0 text-sm [overflow-anchor:none] max-md:block",
          isReading && "opacity-60",
        )}
      >
        <EnrollmentHeads
          order={order}
          ticked={selection?.ofShown}
          onTick={(isTicked) => selection?.selectShown(isTicked)}
          isReading={isReading}
        />
        <tbody ref={body} onKeyDown={pressed} className="max-md:block">
          {items.map((item) => {
            const run = runs[item.index];
            const gap = item.start - drawnTo;
            drawnTo = item.end;
            return (
              <Fragment key={item.key}>
                {gap > 0 && <Gap height={gap} />}
                {run && (
                  <EnrollmentRow
                    run={run}
                    index={item.index}
                    timeZone={timeZone}
                    isOpen={run.id === openId}
                    isAt={run.id === at}
                    isSelected={selection?.isSelected(run.id)}
                    isReading={isReading}
                    onSelect={toggle}
                    onOpen={open}
                    onReach={reach}
                  />
                )}
              </Fragment>
            );
          })}
          {end > drawnTo && <Gap height={end - drawnTo} />}
        </tbody>
      </table>
      {isMoreFailed && (
        <p role="alert" className="flex items-center gap-2 px-4 py-3 text-muted-foreground md:px-6">
          {t("moreFailed")}
          <Button size="sm" variant="outline" onClick={() => more?.()}>
            {t("again")}
          </Button>
        </p>
      )}
    </>
  );
}

/** Stands for rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden className="max-md:block">
      <td colSpan={8} className="p-0 max-md:block" style={{ height }} />
    </tr>
  );
}

/** The same function for as long as the table stands, so that rows are drawn again only when they change. */
function useLatest<Args extends unknown[]>(act: (...args: Args) => void) {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...args: Args) => latest.current(...args), []);
}

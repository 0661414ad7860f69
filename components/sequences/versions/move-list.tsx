"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { MoveState } from "@/lib/versions/schema";
import { useEditor } from "../editor/editor-scope";
import { getJson } from "../get-json";
import { useTakeBack } from "./use-take-back";

const BUSY_MS = 1_000;
const CALM_MS = 10_000;

/** What the latest publishings do to the people in flight: taken back until it begins, then with its progress. */
export function MoveList({ canTakeBack }: { canTakeBack: boolean }) {
  const t = useTranslations("versions.move");
  const { account, sequenceId } = useEditor();
  const { data: moves = [] } = useQuery({
    queryKey: ["moves", account, sequenceId],
    queryFn: () => getJson<MoveState[]>(`/api/a/${account}/sequences/${sequenceId}/moves`),
    refetchInterval: ({ state }) => ((state.data ?? []).some(isUnderWay) ? BUSY_MS : CALM_MS),
    refetchIntervalInBackground: false,
  });
  // The last word on each publishing; older ones stand in the timelines.
  const shown = moves.filter((move, index) => index === 0 || isUnderWay(move));
  if (shown.length === 0) return null;
  return (
    <section aria-label={t("title")} className="grid grid-cols-1 gap-2">
      {shown.map((move) => (
        <div key={move.id} className="rounded-md border px-3 py-2">
          <Line move={move} canTakeBack={canTakeBack} />
        </div>
      ))}
    </section>
  );
}

const isUnderWay = ({ status }: MoveState) => status === "waiting" || status === "running";

function Line({ move, canTakeBack }: { move: MoveState; canTakeBack: boolean }) {
  const t = useTranslations("versions.move");
  const { versionNumber: number, moved, exited, passedOver, total } = move;
  switch (move.status) {
    case "waiting":
      return <Waiting move={move} canTakeBack={canTakeBack} />;
    case "running":
      return (
        <Progress
          label={t("running", { number })}
          value={moved + exited}
          max={total}
          text={t("progress", { done: moved + exited, total })}
        />
      );
    case "done":
      return t(passedOver > 0 ? "done" : "doneAll", { number, moved, exited, passedOver });
    case "canceled":
      return t("canceled", { number });
  }
}

function Waiting({ move, canTakeBack }: { move: MoveState; canTakeBack: boolean }) {
  const t = useTranslations("versions.move");
  const takeBack = useTakeBack();
  const [isBusy, startTransition] = useTransition();
  const seconds = useSecondsUntil(move.startsAt);
  const { versionNumber: number } = move;
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p>{seconds > 0 ? t("startsIn", { number, seconds }) : t("starting", { number })}</p>
      {canTakeBack && (
        <Button
          size="sm"
          variant="outline"
          isBusy={isBusy}
          onClick={() => startTransition(() => takeBack(move.id))}
        >
          {t("takeBack")}
        </Button>
      )}
    </div>
  );
}

function useSecondsUntil(at: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((Date.parse(at) - now) / 1_000));
}

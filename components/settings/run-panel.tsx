"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DataList } from "@/components/ui/data-list";
import { RelativeTime } from "@/components/ui/relative-time";
import {
  Sheet,
  SheetBody,
  SheetContent,
  SheetDescription,
  SheetHeader,
  SheetTitle,
} from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import type { RunShown } from "@/lib/executor/data";
import { RunActs } from "./run-acts";
import { RunStatusWord, RunWaiting } from "./run-words";

type RunPanelProps = { account: string; id: string | null; mayManage: boolean; onClose: () => void };

const REFRESH_MS = 2000;

export function RunPanel({ account, id, mayManage, onClose }: RunPanelProps) {
  const t = useTranslations("settings.runs");
  const { data: run } = useQuery({
    queryKey: ["run", account, id],
    enabled: id !== null,
    queryFn: async (): Promise<RunShown> => {
      const answer = await fetch(`/api/a/${account}/runs/${id}`);
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      return answer.json();
    },
    refetchInterval: REFRESH_MS,
  });
  return (
    <Sheet open={id !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent>
        <SheetHeader>
          <SheetTitle>{run?.functionId ?? t("run")}</SheetTitle>
          <SheetDescription className="font-mono text-xs">{id}</SheetDescription>
        </SheetHeader>
        <SheetBody className="grid content-start gap-6">
          {run ? <RunBody run={run} /> : <Skeleton className="h-24" />}
        </SheetBody>
        {run && mayManage && <RunActs account={account} run={run} onClose={onClose} />}
      </SheetContent>
    </Sheet>
  );
}

function RunBody({ run }: { run: RunShown }) {
  const t = useTranslations("settings.runs");
  return (
    <>
      <DataList
        items={[
          { term: t("state"), value: <RunStatusWord status={run.status} /> },
          { term: t("event"), value: <code className="font-mono text-xs">{run.eventName}</code> },
          ...(run.enrollmentId
            ? [
                {
                  term: t("enrollment"),
                  value: <code className="font-mono text-xs">{run.enrollmentId}</code>,
                },
              ]
            : []),
          { term: t("started"), value: <RelativeTime at={run.startedAt} /> },
          ...(run.endedAt ? [{ term: t("ended"), value: <RelativeTime at={run.endedAt} /> }] : []),
          ...(run.waiting ? [{ term: t("waitsFor"), value: <RunWaiting waiting={run.waiting} /> }] : []),
          ...(run.replayOf ? [{ term: t("replayOf"), value: run.replayOf }] : []),
        ]}
      />
      {run.error && (
        <div className="grid gap-1">
          <h3 className="font-medium">{t("error")}</h3>
          <pre className="whitespace-pre-wrap break-words rounded-md bg-red-soft p-3 font-mono text-xs">
            {run.error}
          </pre>
        </div>
      )}
      <div className="grid gap-2">
        <h3 className="font-medium">{t("steps")}</h3>
        {run.steps.length === 0 && <p className="text-muted-foreground">{t("noSteps")}</p>}
        <ol className="divide-y border-y">
          {run.steps.map((step) => (
            <li key={step.id} className="flex items-center gap-3 py-1.5">
              <Status tone={step.failed ? "red" : "green"} className="min-w-0 flex-1">
                <span className="truncate">{step.name ?? step.id.slice(0, 10)}</span>
              </Status>
              {step.failed && <span className="text-red">{t("is.failed")}</span>}
              <RelativeTime at={step.at} className="text-muted-foreground" />
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

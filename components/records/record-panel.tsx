"use client";

import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { getJson } from "@/components/sequences/get-json";
import { Button } from "@/components/ui/button";
import { SidePanel } from "@/components/ui/side-panel";
import { Skeleton } from "@/components/ui/skeleton";
import type { RecordKind } from "@/lib/core/model";
import type { RecordDetail } from "@/lib/records/detail";
import type { RecordRow, RecordStatus } from "@/lib/records/schema";
import { RecordFacts } from "./record-facts";
import { RecordHistory } from "./record-history";
import { RecordRuns } from "./record-runs";
import { StepButtons } from "./step-buttons";

type RecordPanelProps = {
  account: string;
  kind: RecordKind;
  id: string | null;
  timeZone: string;
  canManage: boolean;
  canEnroll: boolean;
  onClose: () => void;
  onEdit: (row: RecordRow) => void;
  onStep: (row: RecordRow, status: RecordStatus) => void;
  onReschedule?: (row: RecordRow) => void;
  onChanged: () => void;
};

const REFRESH_MS = 3_000;

/** One record beside its list: what it is, what may be done with it, the runs about it and what happened to it. */
export function RecordPanel({ account, kind, id, timeZone, canManage, ...props }: RecordPanelProps) {
  const t = useTranslations("records");
  const status = useTranslations("status.record");
  const { data, error } = useQuery({
    queryKey: ["record", account, kind, id],
    queryFn: () => getJson<RecordDetail>(`/api/a/${account}/records/${kind}/${id}`),
    enabled: id !== null,
    refetchInterval: REFRESH_MS,
    retry: false,
  });
  const edit = data && canManage && (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={t("edit", { title: data.row.title })}
      onClick={() => props.onEdit(data.row)}
    >
      <Pencil aria-hidden />
    </Button>
  );
  return (
    <SidePanel
      isOpen={id !== null}
      onClose={props.onClose}
      title={data?.row.title ?? status(kind)}
      actions={edit}
    >
      {error && !data && <p role="alert">{error.message}</p>}
      {!data && !error && <Skeleton className="h-64" />}
      {data && (
        <div className="grid gap-6">
          <RecordFacts account={account} row={data.row} timeZone={timeZone} />
          {canManage && (
            <StepButtons row={data.row} onStep={props.onStep} onReschedule={props.onReschedule} />
          )}
          <RecordRuns
            account={account}
            detail={data}
            timeZone={timeZone}
            canEnroll={props.canEnroll}
            onChanged={props.onChanged}
          />
          <RecordHistory events={data.events} timeZone={timeZone} />
        </div>
      )}
    </SidePanel>
  );
}

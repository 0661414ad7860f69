"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import type { RecordKind } from "@/lib/core/model";
import { removeRecordAction } from "@/lib/records/actions";
import type { RecordRow, RecordStatus } from "@/lib/records/schema";
import { LostDialog } from "./lost-dialog";
import { RecordDialog } from "./record-dialog";
import { RecordPanel } from "./record-panel";
import { RescheduleDialog } from "./reschedule-dialog";
import { useOpenRecord } from "./use-open-record";
import { useRecordSteps } from "./use-record-steps";

export type FrameProps = {
  account: string;
  kind: RecordKind;
  timeZone: string;
  currency: string;
  canManage: boolean;
  canEnroll: boolean;
};

export type FrameActs = {
  openId: string | null;
  open: (id: string | null) => void;
  add: () => void;
  step: (row: RecordRow, status: RecordStatus) => void;
  reschedule: (row: RecordRow) => void;
};

type RecordsFrameProps = FrameProps & {
  /** Before the server answers: the list may show the status that is wanted. */
  onStatus?: (id: string, status: RecordStatus) => void;
  /** After any change: lists that are not drawn by the server read theirs again. */
  onChanged?: () => void;
  children: (acts: FrameActs) => ReactNode;
};

/** What the screens of deals, appointments and charges share: the panel of one record and the dialogs of its acts. */
export function RecordsFrame({ onStatus, onChanged, children, ...props }: RecordsFrameProps) {
  const { account, kind, timeZone } = props;
  const t = useTranslations("records");
  const router = useRouter();
  const queries = useQueryClient();
  const { openId, show } = useOpenRecord();
  const [edited, setEdited] = useState<RecordRow | "new" | null>(null);
  const [lost, setLost] = useState<RecordRow | null>(null);
  const [moved, setMoved] = useState<RecordRow | null>(null);
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ["record", account] });
    onChanged?.();
    router.refresh();
  };
  const { step } = useRecordSteps(account, { onChange: onStatus, onDone: refresh });
  const take = (row: RecordRow, status: RecordStatus) =>
    status === "lost" ? setLost(row) : void step(row, status);

  const remove = async ({ id }: RecordRow) => {
    const answer = await removeRecordAction({ account, recordId: id, kind }).catch(() => undefined);
    if (!answer || answer.serverError) return void toast.error(refusalOf(answer) ?? t("failed"));
    toast(t("removed"));
    setEdited(null);
    show(null);
    refresh();
  };
  const acts = { openId, open: show, add: () => setEdited("new"), step: take, reschedule: setMoved };

  return (
    <div className="flex">
      <div className="min-w-0 flex-1">{children(acts)}</div>
      <RecordPanel
        {...props}
        id={openId}
        onClose={() => show(null)}
        onEdit={setEdited}
        onStep={take}
        onReschedule={kind === "appointment" ? setMoved : undefined}
        onChanged={refresh}
      />
      <RecordDialog
        {...props}
        contactId={null}
        known={edited === "new" ? null : edited}
        isOpen={edited !== null}
        onClose={() => setEdited(null)}
        onRemove={(row) => void remove(row)}
        onSaved={refresh}
      />
      <LostDialog
        title={lost?.title ?? null}
        onClose={() => setLost(null)}
        onLost={(reason) => {
          if (lost) void step(lost, "lost", reason);
          setLost(null);
        }}
      />
      <RescheduleDialog
        account={account}
        row={moved}
        timeZone={timeZone}
        onClose={() => setMoved(null)}
        onDone={refresh}
      />
    </div>
  );
}

"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Crumb } from "@/components/shell/crumb";
import { Status } from "@/components/ui/status";
import { COUNT_LIMIT, type SequenceState } from "@/lib/sequences/schema";
import { RowActs } from "../list/row-acts";
import type { SaveState } from "./autosave";
import { useEditor } from "./editor-scope";
import { NameField } from "./name-field";
import { SaveNote } from "./save-note";

type EditorHeaderProps = {
  name: string;
  onName: (name: string) => void;
  isNew: boolean;
  state: SequenceState;
  save: SaveState;
  canManage: boolean;
  /** Publish and what stands beside it. */
  children: ReactNode;
};

export function EditorHeader({ name, onName, isNew, state, save, canManage, children }: EditorHeaderProps) {
  const t = useTranslations();
  const format = useFormatter();
  const { account, sequenceId, isReadOnly } = useEditor();
  const live = state.versions.find((version) => version.id === state.liveVersionId);
  const inFlight =
    state.inFlight > COUNT_LIMIT
      ? t("sequences.over", { count: format.number(COUNT_LIMIT) })
      : format.number(state.inFlight);

  return (
    <header className="z-20 grid gap-0.5 border-b bg-background px-4 py-3 md:sticky md:top-11 md:px-6">
      <Crumb>{name}</Crumb>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <NameField name={name} onName={onName} isNew={isNew} />
        <div className="flex flex-wrap items-center gap-2">
          {!isReadOnly && <SaveNote save={save} />}
          {children}
          {canManage && (
            <RowActs
              account={account}
              row={{ id: sequenceId, name, status: state.status, inFlight: state.inFlight }}
            />
          )}
        </div>
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground text-xs">
        <Status status={state.status} className="text-foreground">
          {t(`status.sequence.${state.status}`)}
        </Status>
        <span>
          {live ? t("sequences.editor.live", { number: live.number }) : t("sequences.editor.neverPublished")}
        </span>
        {live && <span>{t("sequences.editor.inFlight", { count: inFlight })}</span>}
      </p>
    </header>
  );
}

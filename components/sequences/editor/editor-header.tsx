"use client";

import { Eye, Filter, History, Redo2, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { useCommands } from "@/components/shell/commands";
import { Crumb } from "@/components/shell/crumb";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { Hint } from "@/components/ui/tooltip";
import { COUNT_LIMIT } from "@/lib/sequences/limits";
import type { SequenceState } from "@/lib/sequences/schema";
import { RowActs } from "../list/row-acts";
import type { ChangeDraft } from "../new/use-import-into";
import type { SaveState } from "./autosave";
import { NameField } from "./name-field";
import type { Part } from "./parts";
import { SaveNote } from "./save-note";

type EditorHeaderProps = {
  account: string;
  sequenceId: string;
  name: string;
  onName: (name: string) => void;
  isNew: boolean;
  isReadOnly: boolean;
  state: SequenceState;
  save: SaveState;
  canManage: boolean;
  canUndo: boolean;
  canRedo: boolean;
  onUndo: () => void;
  onRedo: () => void;
  onView: (part: Part) => void;
  change: ChangeDraft;
};

/** The name, where the words are, and what is live. `children`: Publish and what stands beside it. */
export function EditorHeader({ children, ...props }: EditorHeaderProps & { children: ReactNode }) {
  const t = useTranslations("sequences.parts");
  return (
    <header className="z-20 flex flex-wrap items-center gap-x-4 gap-y-1 border-b bg-background px-4 py-2 md:sticky md:top-11 md:px-6 lg:h-13 lg:flex-nowrap">
      <Title {...props} />
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="outline" onClick={() => props.onView("preview")}>
          <Eye aria-hidden />
          {t("preview")}
        </Button>
        {children}
      </div>
    </header>
  );
}

/** Apart from Publish, which looks at the findings and so is drawn anew with every word. */
const Title = memo(function Title(props: EditorHeaderProps) {
  const { account, sequenceId, name, onName, isNew, isReadOnly, state, save, canManage, onView } = props;
  const t = useTranslations("sequences");
  const funnel = useTranslations("reports.funnel");
  const funnelPage = `/${account}/sequences/${sequenceId}/funnel`;
  const router = useRouter();
  useCommands([{ id: "funnel", label: funnel("open"), icon: Filter, run: () => router.push(funnelPage) }]);
  return (
    <>
      <Crumb>{name}</Crumb>
      <div className="grid min-w-0 flex-1 basis-56">
        <NameField
          account={account}
          sequenceId={sequenceId}
          name={name}
          onName={onName}
          isNew={isNew}
          isReadOnly={isReadOnly}
        />
        <LiveNote state={state} />
      </div>
      <div className="flex flex-wrap items-center gap-1">
        {!isReadOnly && <SaveNote save={save} />}
        {!isReadOnly && (
          <>
            <IconAct name={t("undo")} isOff={!props.canUndo} onClick={props.onUndo}>
              <Undo2 aria-hidden />
            </IconAct>
            <IconAct name={t("redo")} isOff={!props.canRedo} onClick={props.onRedo}>
              <Redo2 aria-hidden />
            </IconAct>
          </>
        )}
        <IconAct name={t("parts.versions")} onClick={() => onView("versions")}>
          <History aria-hidden />
        </IconAct>
        <Hint text={funnel("title")}>
          <Button asChild variant="ghost" size="icon">
            <Link href={funnelPage} aria-label={funnel("open")}>
              <Filter aria-hidden />
            </Link>
          </Button>
        </Hint>
        {canManage && (
          <RowActs
            account={account}
            row={{ id: sequenceId, name, status: state.status, inFlight: state.inFlight }}
            change={isReadOnly ? undefined : props.change}
          />
        )}
      </div>
    </>
  );
});

function LiveNote({ state }: { state: SequenceState }) {
  const t = useTranslations();
  const format = useFormatter();
  const live = state.versions.find((version) => version.id === state.liveVersionId);
  const inFlight =
    state.inFlight > COUNT_LIMIT
      ? t("sequences.over", { count: format.number(COUNT_LIMIT) })
      : format.number(state.inFlight);
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted-foreground text-xs">
      <Status status={state.status} className="text-foreground">
        {t(`status.sequence.${state.status}`)}
      </Status>
      <span>
        {live
          ? t("sequences.editor.live", { number: live.number, count: inFlight })
          : t("sequences.editor.neverPublished")}
      </span>
    </p>
  );
}

type IconActProps = { name: string; isOff?: boolean; onClick: () => void; children: ReactNode };

/** Kept focusable when there is nothing to do: a button that is pressed must not lose the focus to nothing. */
function IconAct({ name, isOff, onClick, children }: IconActProps) {
  return (
    <Hint text={name}>
      <Button
        variant="ghost"
        size="icon"
        aria-label={name}
        aria-disabled={isOff || undefined}
        onClick={isOff ? undefined : onClick}
      >
        {children}
      </Button>
    </Hint>
  );
}

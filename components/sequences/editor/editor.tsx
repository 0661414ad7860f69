"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { useLive } from "@/components/shell/use-live";
import { Alert } from "@/components/ui/alert";
import { useMedia } from "@/components/ui/use-media";
import type { FirstFindings } from "@/lib/sequences/first-findings";
import type { ContactChoice, EditorContext, SequenceDetail, SequenceState } from "@/lib/sequences/schema";
import { RunTimeline } from "../run/run-timeline";
import { PublishBar } from "../versions/publish-bar";
import { EditorHeader } from "./editor-header";
import { EditorScopeProvider } from "./editor-scope";
import { Notices } from "./notices";
import { PartPanel } from "./part-panel";
import { firstPart, isView, linesOf, partOfPlace } from "./parts";
import { useBuilderKeys } from "./use-builder-keys";
import { useDraft } from "./use-draft";
import { useElsewhere } from "./use-elsewhere";
import { useFindings } from "./use-findings";
import { usePart } from "./use-part";
import { useSample } from "./use-sample";
import { useStepActs } from "./use-step-acts";
import { useVariableLabels } from "./use-variable-labels";

type EditorProps = {
  account: string;
  sequence: SequenceDetail;
  context: EditorContext;
  /** What the server found in the draft. */
  first: FirstFindings;
  /** The newest contact, to have somebody to look at. */
  firstContact: ContactChoice | null;
  /** What the address asks to open. */
  part: string | null;
  isNew: boolean;
  canManage: boolean;
  canPublish: boolean;
  /** When the page was made: texts with dates render the same on both sides. */
  now: string;
};

/** One screen: the run from top to bottom, and beside it the fields of its selected part. */
export function Editor(props: EditorProps) {
  const { account, sequence, context, firstContact, isNew, canManage, canPublish, now } = props;
  const t = useTranslations("sequences.editor");
  const editing = useDraft({
    account,
    sequenceId: sequence.id,
    draft: sequence.draft,
    draftRevision: sequence.draftRevision,
  });
  const { draft, change, save, savedRevision } = editing;
  const state = useLive<SequenceState>(account, `sequences/${sequence.id}`, sequence);
  const elsewhere = useElsewhere({
    account,
    sequenceId: sequence.id,
    seenRevision: state.draftRevision,
    editing,
  });
  const [name, setName] = useState(sequence.name);
  const [described, setDescribed] = useState({ description: sequence.description, tags: sequence.tags });
  const [announced, setAnnounced] = useState("");
  const sample = useSample({ account, context, firstContact, now });
  const found = useFindings({ account, draft, context, first: props.first });
  const labels = useVariableLabels(context.variables);

  const chosen = usePart(props.part);
  const { select, selectPlace } = chosen;
  const isWide = useMedia("(min-width: 64rem)", true);
  const isThere = chosen.part && (isView(chosen.part) || linesOf(draft).includes(chosen.part));
  const part = chosen.part && isThere ? chosen.part : firstPart(draft);
  // On a phone the fields cover the run: they come when somebody asks for them.
  const isOpen = chosen.part === undefined ? isWide : chosen.part !== null;
  const selected = isOpen ? part : null;

  const isArchived = state.status === "archived";
  const isReadOnly = isArchived || !canManage;
  const acts = useStepActs({ editing, select, selectPlace, announce: setAnnounced });
  const keys = useBuilderKeys({
    draft,
    part: selected,
    acts,
    canUndo: editing.canUndo,
    canRedo: editing.canRedo,
    isReadOnly,
    select,
  });
  const { latest } = editing;
  const jumpTo = useCallback(
    (place: Parameters<typeof selectPlace>[1]) => selectPlace(partOfPlace(latest.current.now, place), place),
    [selectPlace, latest],
  );
  const onSelect = useCallback((next: string) => select(next), [select]);
  const isUnchanged = !state.hasUnpublished && state.draftRevision === savedRevision && save.kind === "saved";

  const scope = useMemo(
    () => ({
      account,
      sequenceId: sequence.id,
      context,
      isReadOnly,
      draft,
      change,
      findings: found.findings,
      showsUnfinished: found.showsUnfinished,
      jumpTo,
      contact: sample.contact,
      filledFor: sample.filledFor,
      render: sample.render,
    }),
    [account, sequence.id, context, isReadOnly, draft, change, found, jumpTo, sample],
  );

  return (
    <EditorScopeProvider value={scope}>
      {/* One element around it all: after a navigation the page is scrolled to its first one that is not sticky. */}
      <div>
        <EditorHeader
          account={account}
          sequenceId={sequence.id}
          name={name}
          onName={setName}
          isNew={isNew}
          isReadOnly={isReadOnly}
          state={state}
          save={save}
          canManage={canManage}
          canUndo={editing.canUndo}
          canRedo={editing.canRedo}
          onUndo={acts.undo}
          onRedo={acts.redo}
          onView={onSelect}
          change={change}
        >
          {canPublish && !isArchived && (
            <PublishBar
              state={state}
              isUnchanged={isUnchanged}
              flush={editing.autosave.flush}
              onRefused={found.showUnfinished}
            />
          )}
        </EditorHeader>
        <div className="flex">
          <div className="min-w-0 flex-1">
            <Notices elsewhere={elsewhere} editing={editing} />
            {isReadOnly && (
              <Alert tone="grey" className="mx-4 mt-4 md:mx-6">
                {isArchived ? t("readOnlyArchived") : t("readOnlyRole")}
              </Alert>
            )}
            <div className="px-3 py-4 md:px-5">
              <RunTimeline
                draft={draft}
                part={selected}
                counts={found.counts}
                partProblems={found.partProblems}
                labels={labels}
                members={context.members}
                isReadOnly={isReadOnly}
                onSelect={onSelect}
                onInsert={acts.insert}
                onDrop={acts.drop}
                onKeyDown={keys.onRunKey}
              />
            </div>
          </div>
          <PartPanel
            part={part}
            isOpen={isOpen}
            draft={draft}
            state={state}
            savedRevision={savedRevision}
            isSaved={save.kind === "saved"}
            isReadOnly={isReadOnly}
            described={described}
            onDescribed={setDescribed}
            acts={acts}
            onContact={sample.setContact}
            onClose={() => select(null)}
            onKeyDown={keys.onPanelKey}
          />
        </div>
        <p role="status" className="sr-only">
          {announced}
        </p>
      </div>
    </EditorScopeProvider>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useLive } from "@/components/shell/use-live";
import { Section } from "@/components/ui/section";
import { namesOf } from "@/lib/core/variables";
import { draftFindings } from "@/lib/sequences/draft-check";
import type {
  ContactChoice,
  EditorContext,
  SampleContact,
  SequenceDetail,
  SequenceState,
} from "@/lib/sequences/schema";
import { getJson } from "../get-json";
import { renderContextOf } from "../step/sample";
import { PublishBar } from "../versions/publish-bar";
import { VersionsPanel } from "../versions/versions-panel";
import { EditorHeader } from "./editor-header";
import { EditorScopeProvider } from "./editor-scope";
import { ExitFields } from "./exit-fields";
import { HoursFields } from "./hours-fields";
import { PreviewPanel } from "./preview-panel";
import { ConflictNotice } from "./save-note";
import { StepList } from "./step-list";
import { useDraft } from "./use-draft";

type EditorProps = {
  account: string;
  sequence: SequenceDetail;
  context: EditorContext;
  /** The newest contact, to have somebody to look at. */
  firstContact: ContactChoice | null;
  isNew: boolean;
  canManage: boolean;
  canPublish: boolean;
  /** When the page was made: texts with dates render the same on both sides. */
  now: string;
};

export function Editor(props: EditorProps) {
  const { account, sequence, context, firstContact, isNew, canManage, canPublish, now } = props;
  const t = useTranslations("sequences.editor");
  const { draft, change, save, savedRevision, flush } = useDraft({
    account,
    sequenceId: sequence.id,
    draft: sequence.draft,
    draftRevision: sequence.draftRevision,
  });
  const state = useLive<SequenceState>(account, `sequences/${sequence.id}`, sequence);
  const [name, setName] = useState(sequence.name);
  const [contact, setContact] = useState(firstContact);
  const { data: sample } = useQuery({
    queryKey: ["sample-contact", account, contact?.id],
    queryFn: () => getJson<SampleContact>(`/api/a/${account}/sequences/contacts/${contact?.id}`),
    enabled: contact !== null,
  });
  const [showsUnfinished, setShowsUnfinished] = useState(false);

  const known = useMemo(
    () => ({ knownVariables: namesOf(context.variables), inboxes: context.inboxes }),
    [context],
  );
  const findings = useMemo(() => draftFindings(draft, known), [draft, known]);
  const render = useMemo(
    () => renderContextOf(context, sample ?? null, new Date(now)),
    [context, sample, now],
  );
  const isArchived = state.status === "archived";
  const isReadOnly = isArchived || !canManage;
  const isUnchanged = !state.hasUnpublished && state.draftRevision === savedRevision && save.kind === "saved";

  return (
    <EditorScopeProvider
      value={{
        account,
        sequenceId: sequence.id,
        context,
        isReadOnly,
        draft,
        change,
        findings,
        showsUnfinished,
        contact,
        filledFor: sample?.name ?? null,
        render,
      }}
    >
      {/* One element around it all: after a navigation the page is scrolled to its first one that is not sticky. */}
      <div>
        <EditorHeader
          name={name}
          onName={setName}
          isNew={isNew}
          state={state}
          save={save}
          canManage={canManage}
        >
          {canPublish && !isArchived && (
            <PublishBar
              state={state}
              isUnchanged={isUnchanged}
              flush={flush}
              onRefused={() => setShowsUnfinished(true)}
            />
          )}
        </EditorHeader>
        {save.kind === "conflict" && <ConflictNotice />}
        {isReadOnly && (
          <p className="mx-4 mt-4 rounded-md border bg-muted px-3 py-2 md:mx-6">
            {isArchived ? t("readOnlyArchived") : t("readOnlyRole")}
          </p>
        )}
        <div className="grid max-w-300 gap-x-8 gap-y-8 px-4 py-5 md:px-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="grid min-w-0 content-start gap-8">
            <Section title={t("steps")}>
              <StepList draft={draft} />
            </Section>
            <Section title={t("stops")} description={t("stopsText")}>
              <ExitFields draft={draft} />
            </Section>
            <Section title={t("hours")} description={t("hoursText")}>
              <HoursFields draft={draft} />
            </Section>
          </div>
          <aside className="grid content-start gap-8">
            <PreviewPanel
              savedRevision={savedRevision}
              isSaved={save.kind === "saved"}
              onContact={setContact}
            />
            <VersionsPanel state={state} />
          </aside>
        </div>
      </div>
    </EditorScopeProvider>
  );
}

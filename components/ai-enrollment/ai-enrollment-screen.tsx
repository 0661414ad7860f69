"use client";

import { useTranslations } from "next-intl";
import { Crumb } from "@/components/shell/crumb";
import { useLive } from "@/components/shell/use-live";
import { PageHeader } from "@/components/ui/page-header";
import type {
  AiEnrollmentState,
  SuggestionShown,
  VerdictFilter,
  VerdictShown,
} from "@/lib/ai-enrollment/schema";
import type { Page } from "@/lib/keyset";
import { OnSwitch } from "./on-switch";
import { SettingsForm } from "./settings-form";
import { StateNotice } from "./state-notice";
import { SuggestionList } from "./suggestion-list";
import { TrialPanel } from "./trial-panel";
import { VerdictLog } from "./verdict-log";
import { ViewLinks } from "./view-links";
import type { AiEnrollmentView } from "./views";

type AiEnrollmentScreenProps = {
  account: string;
  view: AiEnrollmentView;
  initial: AiEnrollmentState;
  suggestions: SuggestionShown[];
  log: { page: Page<VerdictShown>; filter: VerdictFilter };
  inboxes: { id: string; name: string }[];
  rights: { mayChange: boolean; mayDecide: boolean; maySetUp: boolean };
};

/** Whom Maestro finds for one sequence: who waits for a decision, the settings, a look back, and every verdict. */
export function AiEnrollmentScreen({
  account,
  view,
  log,
  inboxes,
  rights,
  ...first
}: AiEnrollmentScreenProps) {
  const t = useTranslations("ai-enrollment");
  const { id } = first.initial.sequence;
  const state = useLive(account, `sequences/${id}/people`, first.initial, view === "trial" ? 2 : 10);
  const suggestions = useLive(account, `suggestions?sequence=${id}`, first.suggestions, 10);
  return (
    <>
      <Crumb>{state.sequence.name}</Crumb>
      <PageHeader
        title={t("title", { sequence: state.sequence.name })}
        description={t("description")}
        actions={<OnSwitch account={account} state={state} mayChange={rights.mayChange} />}
      />
      <ViewLinks view={view} waiting={suggestions.length} />
      <div className="grid gap-5 px-4 py-5 md:px-6">
        <div className="max-w-[1000px]">
          <StateNotice account={account} state={state} maySetUp={rights.maySetUp} />
        </div>
        {view === "people" && (
          <div className="max-w-[1000px]">
            <SuggestionList account={account} suggestions={suggestions} mayDecide={rights.mayDecide} />
          </div>
        )}
        {view === "settings" && (
          <SettingsForm
            key={state.updatedAt}
            {...{ account, inboxes }}
            sequenceId={id}
            config={state.config}
            mayChange={rights.mayChange}
          />
        )}
        {view === "trial" && <TrialPanel account={account} state={state} mayStart={rights.mayChange} />}
        {view === "log" && <VerdictLog account={account} {...log} />}
      </div>
    </>
  );
}

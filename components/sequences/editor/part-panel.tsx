"use client";

import { ArrowDown, ArrowUp, CopyPlus, type LucideIcon, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ComponentType, KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { SidePanel } from "@/components/ui/side-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { Hint } from "@/components/ui/tooltip";
import type { SequenceDraft } from "@/lib/core/model";
import type { ContactChoice, SequenceState } from "@/lib/sequences/schema";
import type { DescriptionFieldsProps } from "../settings-panels/description-fields";
import { indexOf } from "./draft";
import { isSettingsPart, isView, type Part, type SettingsPart } from "./parts";
import { PANEL_ID } from "./use-part";
import type { useStepActs } from "./use-step-acts";

const loading = () => (
  <div data-loading>
    <Skeleton className="h-40" />
  </div>
);
/** Fetched when first selected: most visits look at one or two parts. */
const StepPanel = dynamic(() => import("../step/step-panel").then((module) => module.StepPanel), { loading });
const ForeseePanel = dynamic(() => import("../foresee/foresee-panel").then((module) => module.ForeseePanel), {
  loading,
});
const VersionsPanel = dynamic(
  () => import("../versions/versions-panel").then((module) => module.VersionsPanel),
  { loading },
);
const PANELS = {
  enters: dynamic(() => import("../settings-panels/enters-panel").then((module) => module.EntersPanel), {
    loading,
  }),
  stops: dynamic(() => import("../settings-panels/stops-panel").then((module) => module.StopsPanel), {
    loading,
  }),
  pace: dynamic(() => import("../settings-panels/pace-panel").then((module) => module.PacePanel), {
    loading,
  }),
  measure: dynamic(() => import("../settings-panels/measure-panel").then((module) => module.MeasurePanel), {
    loading,
  }),
} satisfies Record<Exclude<SettingsPart, "defaults">, unknown>;
const DefaultsPanel = dynamic(
  () => import("../settings-panels/defaults-panel").then((module) => module.DefaultsPanel),
  { loading },
);

type PartPanelProps = DescriptionFieldsProps & {
  part: Part;
  isOpen: boolean;
  draft: SequenceDraft;
  state: SequenceState;
  savedRevision: number;
  isSaved: boolean;
  isReadOnly: boolean;
  acts: ReturnType<typeof useStepActs>;
  onContact: (contact: ContactChoice) => void;
  onClose: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** The fields of the selected part, beside the timeline; on a phone a sheet over it. */
export function PartPanel(props: PartPanelProps) {
  const { part, isOpen, draft, isReadOnly, acts, onClose, onKeyDown } = props;
  const t = useTranslations("sequences");
  const index = indexOf(draft, part);
  const title = index >= 0 ? t("step.label", { number: index + 1 }) : t(`parts.${titleKey(part)}`);
  return (
    <SidePanel
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      actions={
        index >= 0 && !isReadOnly && <StepActs stepId={part} draft={draft} index={index} acts={acts} />
      }
      className="lg:top-24 lg:h-[calc(100dvh-6rem)] lg:w-104 xl:w-120"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its fields have the focus; it hears Escape */}
      <div id={PANEL_ID} data-part={part} onKeyDown={onKeyDown} className="outline-none" tabIndex={-1}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot shrink below its content */}
        <div role="group" aria-label={title} className="@container min-w-0">
          <Fields {...props} />
        </div>
      </div>
    </SidePanel>
  );
}

const titleKey = (part: Part) => (isSettingsPart(part) || isView(part) ? part : "enters");

function Fields({ part, draft, state, savedRevision, isSaved, onContact, ...about }: PartPanelProps) {
  const index = indexOf(draft, part);
  const step = draft.steps[index];
  if (step) return <StepPanel key={step.id} step={step} index={index} />;
  if (part === "preview") {
    return <ForeseePanel savedRevision={savedRevision} isSaved={isSaved} onContact={onContact} />;
  }
  if (part === "versions") return <VersionsPanel state={state} />;
  if (part === "defaults")
    return <DefaultsPanel described={about.described} onDescribed={about.onDescribed} />;
  if (!isSettingsPart(part) || part === "defaults") return null;
  const Panel: ComponentType = PANELS[part];
  return <Panel />;
}

type StepActsProps = {
  stepId: Part;
  draft: SequenceDraft;
  index: number;
  acts: ReturnType<typeof useStepActs>;
};

function StepActs({ stepId, draft, index, acts }: StepActsProps) {
  const t = useTranslations("sequences.step");
  return (
    <>
      <Act icon={ArrowUp} name={t("moveUp")} isOff={index === 0} onClick={() => acts.move(stepId, -1)} />
      <Act
        icon={ArrowDown}
        name={t("moveDown")}
        isOff={index === draft.steps.length - 1}
        onClick={() => acts.move(stepId, 1)}
      />
      <Act icon={CopyPlus} name={t("duplicate")} onClick={() => acts.duplicate(stepId)} />
      <Act icon={Trash2} name={t("delete")} onClick={() => acts.remove(stepId)} />
    </>
  );
}

type ActProps = { icon: LucideIcon; name: string; isOff?: boolean; onClick: () => void };

/** Kept focusable at the ends: a button that is pressed there must not lose the focus to nothing. */
function Act({ icon: Icon, name, isOff, onClick }: ActProps) {
  return (
    <Hint text={name}>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={name}
        aria-disabled={isOff || undefined}
        onClick={isOff ? undefined : onClick}
      >
        <Icon aria-hidden />
      </Button>
    </Hint>
  );
}

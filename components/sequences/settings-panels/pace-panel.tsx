"use client";

import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import { PRIORITIES } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { placeId } from "../editor/findings";
import { HoursFields } from "./hours-fields";
import { LimitFields } from "./limit-fields";
import { PanelSection } from "./panel-section";

/** When and how often this sequence may write to somebody; never more than the account allows. */
export function PacePanel() {
  const t = useTranslations("sequences.pace");
  const { draft, change, isReadOnly } = useEditor();
  return (
    <fieldset disabled={isReadOnly} className="grid gap-6">
      <PanelSection title={t("hours")} text={t("hoursText")}>
        <HoursFields />
      </PanelSection>
      <PanelSection
        title={t("limits")}
        text={t("limitsText")}
        id={placeId({ stepId: null, field: "limits" })}
      >
        <LimitFields />
      </PanelSection>
      <Segmented
        label={
          <>
            {t("priority")}
            <span className="block font-normal text-muted-foreground text-xs">{t("priorityText")}</span>
          </>
        }
        segments={PRIORITIES.map((value) => ({ value, label: t(`priorities.${value}`) }))}
        value={draft.priority}
        onChange={(priority) => change((latest) => ({ ...latest, priority }))}
        isDisabled={isReadOnly}
      />
    </fieldset>
  );
}

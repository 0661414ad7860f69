"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Segmented } from "@/components/ui/segmented";
import { IF_PASSED, RECORD_KINDS, type Wait } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";

type Relative = NonNullable<Wait["relative"]>;

type RelativeFieldsProps = {
  wait: Wait;
  isFirst: boolean;
  onWait: (wait: Wait) => void;
  /** The length of the wait. */
  children: ReactNode;
};

const SIDES = ["before", "after"] as const;

/** What the wait counts from. A date that the target has no longer stays to be seen until somebody chooses anew. */
export function RelativeFields({ wait, isFirst, onWait, children }: RelativeFieldsProps) {
  const t = useTranslations("step.wait");
  const { draft, isReadOnly } = useEditor();
  const { relative } = wait;
  const kind = RECORD_KINDS.find((one) => one === draft.target) ?? null;
  if (!kind && !relative) return children;

  const change = (changed: Partial<Relative>) =>
    relative && onWait({ ...wait, relative: { ...relative, ...changed } });
  const countFrom = (from: string) => {
    const { relative: _, ...rest } = wait;
    onWait(from === "date" ? { ...rest, relative: { side: "before", ifPassed: "send" } } : rest);
  };

  return (
    <>
      <Field label={t("from")}>
        <NativeSelect
          value={relative ? "date" : "previous"}
          onChange={(event) => countFrom(event.target.value)}
        >
          <option value="previous">{isFirst ? t("fromEnrollment") : t("fromPrevious")}</option>
          <option value="date">{kind ? t(`dates.${kind}`) : t("dates.none")}</option>
        </NativeSelect>
      </Field>
      {children}
      {relative && (
        <>
          <Segmented
            label={t("side")}
            segments={SIDES.map((side) => ({ value: side, label: t(side) }))}
            value={relative.side}
            onChange={(side) => change({ side })}
            isDisabled={isReadOnly}
          />
          <Field label={t("ifPassed")} hint={t("ifPassedHint")}>
            <NativeSelect
              value={relative.ifPassed}
              onChange={(event) => change({ ifPassed: event.target.value as Relative["ifPassed"] })}
            >
              {IF_PASSED.map((one) => (
                <option key={one} value={one}>
                  {t(`passed.${one}`)}
                </option>
              ))}
            </NativeSelect>
          </Field>
        </>
      )}
    </>
  );
}

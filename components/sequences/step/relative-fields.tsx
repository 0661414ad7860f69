"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { IF_PASSED, RECORD_KINDS, type Wait } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";

type Relative = NonNullable<Wait["relative"]>;

type RelativeFieldsProps = {
  wait: Wait;
  isFirst: boolean;
  onWait: (wait: Wait) => void;
};

const SIDES = ["before", "after"] as const;

/** What the wait counts from. A date that the target has no longer stays to be seen until somebody chooses anew. */
export function RelativeFields({ wait, isFirst, onWait }: RelativeFieldsProps) {
  const t = useTranslations("step.wait");
  const { draft } = useEditor();
  const { relative } = wait;
  const kind = RECORD_KINDS.find((one) => one === draft.target);
  if (!kind && !relative) return null;

  const countFrom = (chosen: string) => {
    const { relative: before, ...rest } = wait;
    const side = SIDES.find((one) => one === chosen);
    onWait(side ? { ...rest, relative: { ifPassed: before?.ifPassed ?? "send", side } } : rest);
  };
  return (
    <>
      <Field label={t("from")}>
        <NativeSelect
          value={relative?.side ?? "previous"}
          onChange={(event) => countFrom(event.target.value)}
        >
          <option value="previous">{isFirst ? t("afterEnrollment") : t("afterPrevious")}</option>
          {SIDES.map((side) => (
            <option key={side} value={side}>
              {t(`${side}.${kind ?? "none"}`)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      {relative && (
        <Field label={t("ifPassed")} hint={t("ifPassedHint")}>
          <NativeSelect
            value={relative.ifPassed}
            onChange={(event) =>
              onWait({
                ...wait,
                relative: { ...relative, ifPassed: event.target.value as Relative["ifPassed"] },
              })
            }
          >
            {IF_PASSED.map((one) => (
              <option key={one} value={one}>
                {t(`passed.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      )}
    </>
  );
}

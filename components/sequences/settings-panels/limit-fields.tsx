"use client";

import { useTranslations } from "next-intl";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ContactLimits } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { useFieldProblems } from "../editor/findings";

const LIMITS = ["perDay", "perWeek", "gapMinutes"] as const satisfies (keyof ContactLimits)[];
const MOST = 99_999;

/** Limits of this sequence, each beside the account's; where both say a number the smaller counts. */
export function LimitFields() {
  const t = useTranslations("sequences.pace");
  const { draft, change, context } = useEditor();
  const problems = useFieldProblems({ stepId: null, field: "limits" });
  return (
    <>
      {LIMITS.map((name) => {
        const accountLimit = context.settings.limits[name];
        return (
          <Field
            key={name}
            label={t(name)}
            hint={accountLimit === null ? t("accountNone") : t(`account.${name}`, { count: accountLimit })}
            className="max-w-64"
          >
            <Input
              inputMode="numeric"
              value={draft.limits[name] ?? ""}
              placeholder={t("noLimit")}
              onChange={(event) => {
                const digits = event.target.value.replace(/\D/g, "");
                const limit = digits === "" ? null : Math.min(Number(digits), MOST);
                change((latest) => ({ ...latest, limits: { ...latest.limits, [name]: limit } }));
              }}
            />
          </Field>
        );
      })}
      {problems.map((sentence) => (
        <FieldError key={sentence}>{sentence}</FieldError>
      ))}
    </>
  );
}

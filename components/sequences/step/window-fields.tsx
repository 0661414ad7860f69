"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { Step, WindowClosed } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { placeId, useFieldProblems } from "../editor/findings";
import { AmountInput } from "./amount-input";
import { emptyTemplate, TemplateFields } from "./template-fields";

type WindowFieldsProps = { step: Step; onEdit: (changed: Partial<Step>) => void };

const CHOICES = ["skip", "template", "other_channel", "wait"] as const;
const DEFAULT_DAYS = 7;

/** What a free text does that falls due outside WhatsApp's 24-hour window. */
export function WindowFields({ step, onEdit }: WindowFieldsProps) {
  const t = useTranslations("sequences.window");
  const { context } = useEditor();
  const place = { stepId: step.id, field: "windowClosed" } as const;
  const problems = useFieldProblems(place);
  const rule = step.windowClosed;
  const mayMeetWindow =
    step.channel === "whatsapp" ||
    (step.channel !== "email" && step.channel !== "sms" && context.inboxes.some((inbox) => inbox.hasWindow));
  if (step.content.type !== "text" || !(mayMeetWindow || rule.do !== "skip")) return null;

  const choose = (choice: WindowClosed["do"]) => onEdit({ windowClosed: ruleOf(choice) });
  return (
    <div id={rule.do === "template" ? undefined : placeId(place)} className="grid gap-3">
      <div className="flex flex-wrap items-start gap-3">
        <Field
          label={t("label")}
          hint={t("hint")}
          error={rule.do === "template" ? [] : problems}
          className="min-w-52 flex-1"
        >
          <NativeSelect
            value={rule.do}
            onChange={(event) => choose(event.target.value as WindowClosed["do"])}
          >
            {CHOICES.map((choice) => (
              <option key={choice} value={choice}>
                {t(choice)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        {rule.do === "wait" && (
          <Field label={t("days")} className="w-28">
            <AmountInput
              value={rule.days}
              max={999}
              onAmount={(days) => onEdit({ windowClosed: { do: "wait", days } })}
            />
          </Field>
        )}
      </div>
      {rule.do === "template" && (
        <TemplateFields
          place={place}
          template={rule.template}
          onTemplate={(template) => onEdit({ windowClosed: { do: "template", template } })}
        />
      )}
    </div>
  );
}

function ruleOf(choice: WindowClosed["do"]): WindowClosed {
  switch (choice) {
    case "template":
      return { do: "template", template: emptyTemplate() };
    case "wait":
      return { do: "wait", days: DEFAULT_DAYS };
    case "other_channel":
    case "skip":
      return { do: choice };
  }
}

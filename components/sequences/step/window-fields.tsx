"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { WindowClosed } from "@/lib/core/model";
import { placeId } from "../editor/findings";
import { AmountInput } from "./amount-input";
import { useStep, useStepField } from "./step-scope";
import { emptyTemplate, TemplateFields } from "./template-fields";

const CHOICES = ["skip", "template", "other_channel", "wait"] as const;
const DEFAULT_DAYS = 7;

/** The rules that were set up before another was tried, so that trying loses nothing. */
const tried = new Map<string, WindowClosed>();

/** What a free text does that falls due outside WhatsApp's 24-hour window. */
export function WindowFields() {
  const t = useTranslations("step.window");
  const { step, edit } = useStep();
  const { place, problems } = useStepField("windowClosed");
  const rule = step.windowClosed;

  const choose = (choice: WindowClosed["do"]) => {
    tried.set(`${step.id} ${rule.do}`, rule);
    edit({ windowClosed: tried.get(`${step.id} ${choice}`) ?? ruleOf(choice) });
  };
  return (
    <div id={placeId(place)} className="grid grid-cols-1 gap-3">
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
              onAmount={(days) => edit({ windowClosed: { do: "wait", days } })}
            />
          </Field>
        )}
      </div>
      {rule.do === "template" && (
        <TemplateFields
          template={rule.template}
          problems={problems}
          onTemplate={(template) => edit({ windowClosed: { do: "template", template } })}
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

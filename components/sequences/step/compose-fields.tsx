"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { NativeSelect } from "@/components/ui/native-select";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import { COMPOSE_MODES, type Compose } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { placeId } from "../editor/findings";
import { useStep, useStepField } from "./step-scope";
import { variantsOf } from "./variants";

/** Only a step that a person approves has them. */
const ExpiryFields = dynamic(() => import("./expiry-fields").then((module) => module.ExpiryFields), {
  ssr: false,
  loading: () => <Skeleton className="h-24" />,
});

type Instructed = Exclude<Compose, { mode: "static" }>;

/** What was set up before the mode was changed, so that changing back loses nothing. */
const remembered = new Map<string, Instructed>();

/** Who writes the words. */
export function ComposeFields() {
  const t = useTranslations("step.compose");
  const { step, edit } = useStep();
  const { place } = useStepField("compose");
  const { compose } = step;

  const change = (mode: Compose["mode"]) => {
    if (compose.mode !== "static") remembered.set(step.id, { ...remembered.get(step.id), ...compose });
    if (mode === "static") return edit({ compose: { mode } });
    const { instruction = "", expiry } = remembered.get(step.id) ?? {};
    edit({ compose: { mode, instruction, ...(mode === "ai_assisted" && expiry && { expiry }) } });
  };
  return (
    <div id={placeId(place)} className="grid gap-3">
      <Field label={t("mode")} isLabelHidden hint={t(`how.${compose.mode}`)}>
        <NativeSelect
          value={compose.mode}
          onChange={(event) => change(event.target.value as Compose["mode"])}
        >
          {COMPOSE_MODES.map((mode) => (
            <option key={mode} value={mode}>
              {t(mode)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      {compose.mode !== "static" && (
        <>
          <Warnings />
          <Instruction compose={compose} />
        </>
      )}
      {compose.mode === "ai_assisted" && (
        <ExpiryFields
          expiry={compose.expiry}
          onExpiry={(expiry) => edit({ compose: { ...compose, expiry } })}
        />
      )}
    </div>
  );
}

const EXAMPLES = ["nudge", "debt", "question"] as const;

function Instruction({ compose }: { compose: Instructed }) {
  const t = useTranslations("step.compose");
  const { edit } = useStep();
  const { isReadOnly } = useEditor();
  const { problems } = useStepField("compose");
  const write = (instruction: string) => edit({ compose: { ...compose, instruction } });
  return (
    <div className="grid gap-1.5">
      <Field label={t("instruction")} hint={t("instructionHint")} error={problems}>
        <Textarea
          value={compose.instruction}
          maxLength={2_000}
          rows={4}
          placeholder={t("instructionPlaceholder")}
          onChange={(event) => write(event.target.value)}
        />
      </Field>
      {compose.instruction === "" && !isReadOnly && (
        <p className="flex flex-wrap items-center gap-1.5 text-muted-foreground text-xs">
          {t("examples")}
          {EXAMPLES.map((example) => (
            <Button
              key={example}
              variant="outline"
              size="sm"
              onClick={() => write(t(`exampleText.${example}`))}
            >
              {t(`example.${example}`)}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}

/** Why nothing will be written, where that is so. */
function Warnings() {
  const t = useTranslations("step.compose");
  const { step } = useStep();
  const { account, context } = useEditor();
  const hasTemplate = variantsOf(step).some(({ content }) => content.type === "template");
  return (
    <>
      {hasTemplate && <Alert tone="amber">{t("template")}</Alert>}
      {!context.hasMaestro && (
        <Alert tone="violet">
          {t("off")}{" "}
          <Link href={`/${account}/settings/maestro`} className="font-medium underline underline-offset-2">
            {t("offAct")}
          </Link>
        </Alert>
      )}
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { memo, type ReactNode, useMemo } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useEditor } from "../editor/editor-scope";
import { useTimeWords } from "../editor/use-time-words";
import { ChannelFields } from "./channel-fields";
import { ComposeFields } from "./compose-fields";
import { ContentFields } from "./content-fields";
import { ContentType } from "./content-type";
import { Group } from "./group";
import { SkipFields } from "./skip-fields";
import { StepScopeProvider, useStep } from "./step-scope";
import { useChannels } from "./use-channels";
import { VariantFields } from "./variant-fields";
import { VariantTabs } from "./variant-tabs";
import { variantsOf } from "./variants";
import { WaitFields } from "./wait-fields";
import { WindowFields } from "./window-fields";

/** Nothing of these is about the words, so typing words leaves them alone. */
const Wait = memo(WaitFields);
const Channel = memo(ChannelFields);
const Compose = memo(ComposeFields);
const Window = memo(WindowFields);
const Skip = memo(SkipFields);

/** The parts of the step in the order in which the engine asks for them. */
export function StepGroups() {
  const t = useTranslations();
  const { step, variant, edit } = useStep();
  const { draft } = useEditor();
  const words = useTimeWords();
  const { compose, skipRules, windowClosed } = step;
  const variants = variantsOf(step);
  return (
    <>
      <Field label={t("step.name")} isLabelHidden className="mb-2">
        <Input
          value={step.name ?? ""}
          maxLength={80}
          placeholder={t("step.namePlaceholder")}
          onChange={(event) => edit({ name: event.target.value || undefined })}
        />
      </Field>
      <Group isOpen title={t("step.groups.wait")} summary={words.wait(step.wait, draft.target)}>
        <Wordless>
          <Wait />
        </Wordless>
      </Group>
      <Group isOpen title={t("step.groups.channel")} summary={t(`status.channel.${step.channel}`)}>
        <Wordless>
          <Channel />
        </Wordless>
      </Group>
      <Group
        isOpen
        title={t("step.groups.content")}
        summary={t(`step.content.types.${variant.content.type}`)}
      >
        <VariantTabs />
        <ContentType />
        <ContentFields />
      </Group>
      <Group
        isOpen={compose.mode !== "static"}
        title={t("step.groups.compose")}
        summary={t(`step.compose.${compose.mode}`)}
      >
        <Wordless>
          <Compose />
        </Wordless>
      </Group>
      {useMeetsWindow() && (
        <Group
          isOpen={windowClosed.do === "template"}
          title={t("step.groups.window")}
          summary={t(`step.window.${windowClosed.do}`)}
        >
          <Wordless>
            <Window />
          </Wordless>
        </Group>
      )}
      <Group
        isOpen={skipRules.length > 0}
        title={t("step.groups.skip")}
        summary={t("step.skip.count", { count: skipRules.length })}
      >
        <Wordless>
          <Skip />
        </Wordless>
      </Group>
      <Group
        isOpen={variants.length > 1}
        title={t("step.groups.variants")}
        summary={t("step.variants.count", { count: variants.length })}
      >
        <VariantFields />
      </Group>
    </>
  );
}

/** A rule that was set stays to be seen, also where nothing can meet the window any more. */
function useMeetsWindow(): boolean {
  const { step } = useStep();
  const { inboxes } = useEditor().context;
  const channels = useChannels(step.channel, "text");
  const isFreeText = variantsOf(step).some(({ content }) => content.type !== "template");
  const mayMeet =
    step.channel === "whatsapp" ||
    inboxes.some((inbox) => inbox.hasWindow && channels.includes(inbox.channel));
  return step.windowClosed.do !== "skip" || (isFreeText && mayMeet);
}

/** A step whose content may be of a moment ago, so that it stays the same while somebody writes. */
function Wordless({ children }: { children: ReactNode }) {
  const scope = useStep();
  const { step, index, variantIndex } = scope;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else a step has is left out on purpose
  const wordless = useMemo(
    () => scope,
    [step.id, step.wait, step.channel, step.compose, step.windowClosed, step.skipRules, index, variantIndex],
  );
  return <StepScopeProvider value={wordless}>{children}</StepScopeProvider>;
}

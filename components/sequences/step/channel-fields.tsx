"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { STEP_CHANNELS, type Step } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { placeId } from "../editor/findings";
import { ChannelIcon } from "../list/channel-icons";
import { useStep, useStepField } from "./step-scope";

/** By which channel the step goes out, how that is chosen and what there is to choose from. */
export function ChannelFields() {
  const t = useTranslations();
  const { step, edit } = useStep();
  const { context } = useEditor();
  const { place, problems } = useStepField("channel");
  const isOpenChoice = step.channel === "automatic" || step.channel === "same_conversation";
  const inboxes = context.inboxes.filter((inbox) => isOpenChoice || inbox.channel === step.channel);
  return (
    <div id={placeId(place)} className="grid gap-2">
      <Field
        label={t("step.channel.label")}
        isLabelHidden
        hint={t(`step.channel.how.${step.channel}`)}
        error={problems}
      >
        <NativeSelect
          value={step.channel}
          onChange={(event) => edit({ channel: event.target.value as Step["channel"] })}
        >
          {STEP_CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {t(`status.channel.${channel}`)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      {inboxes.length === 0 ? (
        <p className="text-amber text-xs">{t("step.channel.noInbox")}</p>
      ) : (
        <ul
          aria-label={t("step.channel.inboxes")}
          className="flex flex-wrap gap-x-3 gap-y-1 text-muted-foreground text-xs"
        >
          {inboxes.map((inbox) => (
            <li key={inbox.id} className="flex min-w-0 items-center gap-1">
              <ChannelIcon channel={inbox.channel} className="size-3.5 shrink-0" />
              <span className="truncate">{inbox.name}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

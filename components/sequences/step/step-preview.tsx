"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Segmented } from "@/components/ui/segmented";
import { type Channel, type Content, RECORD_KINDS } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { useReason } from "../editor/use-reason";
import { ChannelLook } from "./channel-looks";
import { useLiquid, useWantLiquid } from "./liquid-engine";
import { type Seen, seenOf } from "./seen";
import { SizeNote } from "./size-note";
import { useStep } from "./step-scope";
import { useChannels } from "./use-channels";
import { useSampleContact } from "./use-sample-contact";
import { useWindow } from "./use-window";
import { WindowNote } from "./window-note";

/** The step as the contact will see it. */
export function StepPreview() {
  const t = useTranslations();
  const { step, variant, index } = useStep();
  const { render, filledFor, context, draft } = useEditor();
  const channels = useChannels(step.channel, variant.content.type);
  const [wish, setWish] = useState<Channel | null>(null);
  const channel = channels.find((one) => one === wish) ?? channels[0] ?? "whatsapp";
  const inbox = context.inboxes.find((one) => one.channel === channel);
  const { state, forecast, chooseState } = useWindow(channel, step, index);

  const sample = useSampleContact();
  const recordKind = RECORD_KINDS.find((kind) => kind === draft.target);
  const isExample = sample && recordKind && !sample.records[recordKind];

  const { content } = variant;
  const liquid = useLiquid();
  const seen = useMemo(
    () =>
      seenOf({
        content,
        windowClosed: step.windowClosed,
        channel,
        window: state,
        context: render,
        render: liquid?.renderText ?? null,
      }),
    [content, step.windowClosed, channel, state, render, liquid],
  );
  useWantLiquid(seen.kind === "untold");

  return (
    <section aria-label={t("step.preview.label")} className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 truncate text-muted-foreground text-xs">
          {t("step.preview.as", { name: filledFor ?? t("step.preview.sample") })}
        </p>
        {channels.length > 1 && (
          <Segmented
            label={t("step.preview.channel")}
            isLabelHidden
            segments={channels.map((one) => ({ value: one, label: t(`status.channel.${one}`) }))}
            value={channel}
            onChange={setWish}
          />
        )}
      </div>
      {state !== "none" && <WindowNote state={state} forecast={forecast} onState={chooseState} />}
      <div className="rounded-lg bg-muted p-2.5">
        <SeenMessage seen={seen} channel={channel} from={inbox?.name ?? ""} />
      </div>
      {isExample && (
        <p className="text-muted-foreground text-xs">
          {t("step.preview.exampleRecord", { name: sample.name, kind: recordKind })}
        </p>
      )}
      {isBodyUnknown(content, seen) && (
        <p className="text-muted-foreground text-xs">{t("step.preview.bodyUnknown")}</p>
      )}
      {seen.kind === "message" && <SizeNote content={seen.content} channel={channel} />}
    </section>
  );
}

/** A template that was entered by hand. */
const isBodyUnknown = (content: Content, seen: Seen): boolean =>
  content.type === "template" &&
  content.template.body === undefined &&
  seen.kind === "message" &&
  seen.content.type === "template";

type SeenMessageProps = { seen: Seen; channel: Channel; from: string };

function SeenMessage({ seen, channel, from }: SeenMessageProps) {
  const t = useTranslations("step.preview");
  const format = useFormatter();
  const reason = useReason();
  const { step } = useStep();
  const { render } = useEditor();
  switch (seen.kind) {
    case "message": {
      const now = format.dateTime(render.now, { hour: "2-digit", minute: "2-digit", timeZone: render.zone });
      return <ChannelLook content={seen.content} channel={channel} from={from} time={step.wait.at || now} />;
    }
    case "held":
      return <p className="text-muted-foreground">{t(`held.${seen.rule}`, { days: seen.days })}</p>;
    case "unsayable": {
      if (seen.because.data.detail === "empty") return <p className="text-muted-foreground">{t("empty")}</p>;
      return (
        <div className="grid gap-2">
          <Alert tone="amber" className="bg-surface">
            {reason(seen.because)}
          </Alert>
          <AsWritten text={seen.text} />
        </div>
      );
    }
    case "untold":
      return <AsWritten text={seen.text} />;
  }
}

function AsWritten({ text }: { text: string }) {
  return <p className="line-clamp-6 whitespace-pre-wrap break-words text-muted-foreground">{text}</p>;
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleAlert, CircleSlash } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { ContactChoice, ContactPreview, PreviewLine } from "@/lib/sequences/schema";
import { getJson } from "../get-json";
import { ChannelIcon } from "../list/channel-icons";
import { ContactPicker } from "./contact-picker";
import { useEditor } from "./editor-scope";
import { useReason } from "./use-reason";

type PreviewPanelProps = {
  savedRevision: number;
  /** The saved draft is the one on the page. */
  isSaved: boolean;
  onContact: (contact: ContactChoice) => void;
};

/** Dates, channel, text and why, for one contact: what the engine itself would decide. */
export function PreviewPanel({ savedRevision, isSaved, onContact }: PreviewPanelProps) {
  const t = useTranslations("sequences.preview");
  const { account, sequenceId, contact, findings } = useEditor();
  const isReady = findings.problems.length === 0;
  const { data: preview, error } = useQuery({
    queryKey: ["sequence-preview", account, sequenceId, contact?.id, savedRevision],
    queryFn: () =>
      getJson<ContactPreview>(`/api/a/${account}/sequences/${sequenceId}/preview?contactId=${contact?.id}`),
    enabled: contact !== null && isReady && isSaved,
    retry: false,
    placeholderData: (before) => before,
  });

  return (
    <Section title={t("title")} description={t("text")}>
      <ContactPicker onContact={onContact} />
      {!contact && <p className="text-muted-foreground">{t("needContact")}</p>}
      {contact && !isReady && <p className="text-muted-foreground">{t("notReady")}</p>}
      {isReady && error && (
        <p className="text-muted-foreground">{t("refused", { message: error.message })}</p>
      )}
      {isReady && preview && !error && <Foreseen preview={preview} />}
    </Section>
  );
}

function Foreseen({ preview }: { preview: ContactPreview }) {
  const t = useTranslations();
  const reason = useReason();
  return (
    <div className="grid gap-3">
      <ol className="grid gap-4">
        {preview.steps.map((line, index) => (
          <Line key={line.stepId} line={line} number={index + 1} />
        ))}
      </ol>
      {preview.end && (
        <p className="border-t pt-3">
          {t("sequences.preview.ends", { reason: t(`status.end.${preview.end.reason}`) })}
        </p>
      )}
      {preview.waitsFor && (
        <p className="border-t pt-3">
          {t("sequences.preview.waitsFor", { reason: reason(preview.waitsFor) })}
        </p>
      )}
    </div>
  );
}

function Line({ line, number }: { line: PreviewLine; number: number }) {
  const t = useTranslations();
  const format = useFormatter();
  const reason = useReason();
  const at = format.dateTime(new Date(line.at), {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: line.zone,
  });
  return (
    <li className="grid gap-1">
      <p className="flex items-baseline justify-between gap-2">
        <span className="font-medium">{t("sequences.step.label", { number })}</span>
        <time dateTime={line.at} title={line.zone} className="whitespace-nowrap">
          {at}
        </time>
      </p>
      <p className="flex items-center gap-1.5 text-muted-foreground text-xs">
        <What line={line} />
      </p>
      {line.kind !== "send" && <p className="text-muted-foreground text-xs">{reason(line.because)}</p>}
      {line.deferredBy && (
        <p className="text-amber text-xs">
          {t("sequences.preview.deferred", { reason: t(`status.reason.${line.deferredBy.code}`) })}
        </p>
      )}
      {line.text && (
        <div className="mt-0.5 border-l-2 pl-2.5">
          {line.subject && <p className="font-medium">{line.subject}</p>}
          <p className="line-clamp-4 whitespace-pre-wrap break-words">{line.text}</p>
        </div>
      )}
    </li>
  );
}

function What({ line }: { line: PreviewLine }) {
  const t = useTranslations();
  if (line.kind === "send" && line.channel) {
    return (
      <>
        <ChannelIcon channel={line.channel} className="size-3.5" />
        {t("sequences.preview.send", { channel: t(`status.channel.${line.channel}`) })}
      </>
    );
  }
  const Icon = line.kind === "skip" ? CircleSlash : CircleAlert;
  return (
    <>
      <Icon aria-hidden className={line.kind === "skip" ? "size-3.5" : "size-3.5 text-red"} />
      {line.kind === "skip" ? t("sequences.preview.skip") : t("sequences.preview.fail")}
    </>
  );
}

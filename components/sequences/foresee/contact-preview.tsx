"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleAlert, CircleSlash } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContactChoice } from "@/lib/sequences/schema";
import type { ContactPreview as Foreseen, PreviewLine } from "@/lib/simulation/schema";
import { ContactPicker } from "../editor/contact-picker";
import { useEditor } from "../editor/editor-scope";
import { useReason } from "../editor/use-reason";
import { getJson } from "../get-json";
import { ChannelIcon } from "../list/channel-icons";
import { ChannelLook } from "../step/channel-looks";
import { useMoment } from "./use-moment";

type ContactPreviewProps = {
  savedRevision: number;
  /** The saved draft is the one on the page. */
  isSaved: boolean;
  onContact: (contact: ContactChoice) => void;
};

/** Dates, channel, text and why, for one contact: what the engine itself would decide. */
export function ContactPreview({ savedRevision, isSaved, onContact }: ContactPreviewProps) {
  const t = useTranslations("simulation");
  const { account, sequenceId, contact, findings } = useEditor();
  const isReady = findings.problems.length === 0;
  const {
    data: preview,
    error,
    isFetching,
  } = useQuery({
    queryKey: ["sequence-preview", account, sequenceId, contact?.id, savedRevision],
    queryFn: () =>
      getJson<Foreseen>(`/api/a/${account}/sequences/${sequenceId}/preview?contactId=${contact?.id}`),
    enabled: contact !== null && isReady && isSaved,
    retry: false,
    placeholderData: (before) => before,
  });

  return (
    <div className="grid gap-3">
      <p className="text-muted-foreground text-xs">{t("oneText")}</p>
      <ContactPicker onContact={onContact} />
      {!contact && <p className="text-muted-foreground">{t("needContact")}</p>}
      {contact && !isReady && <p className="text-muted-foreground">{t("notReady")}</p>}
      {isReady && error && <Alert tone="amber">{t("refused", { message: error.message })}</Alert>}
      {isReady && !preview && isFetching && <Skeleton className="h-60" />}
      {isReady && preview && !error && <Course preview={preview} />}
    </div>
  );
}

function Course({ preview }: { preview: Foreseen }) {
  const t = useTranslations();
  const reason = useReason();
  const moment = useMoment();
  const { end, waitsFor, standsIn, isHoldout } = preview;
  return (
    <div className="grid gap-3">
      {standsIn && <Alert tone="blue">{t(`simulation.standsIn.${standsIn}`)}</Alert>}
      {isHoldout && <Alert tone="grey">{t("simulation.holdout")}</Alert>}
      <ol className="grid gap-4">
        {preview.steps.map((line, index) => (
          <Line key={line.stepId} line={line} number={index + 1} />
        ))}
      </ol>
      {end && (
        <p className="border-t pt-3">
          {t("simulation.ends", {
            at: moment(end.at, preview.steps.at(-1)?.zone),
            reason: t(`status.end.${end.reason}`),
          })}
        </p>
      )}
      {waitsFor && <p className="border-t pt-3">{t("simulation.waitsFor", { reason: reason(waitsFor) })}</p>}
    </div>
  );
}

function Line({ line, number }: { line: PreviewLine; number: number }) {
  const t = useTranslations();
  const format = useFormatter();
  const reason = useReason();
  const moment = useMoment();
  const { send, zone, zoneFrom, because } = line;
  const { fallback, composeMode } = because.data;
  return (
    <li className="grid gap-1.5">
      <p className="flex items-baseline justify-between gap-2">
        <span className="font-medium">{t("sequences.step.label", { number })}</span>
        <time
          dateTime={line.at}
          title={`${zone}: ${t(`simulation.zoneFrom.${zoneFrom}`)}`}
          className="whitespace-nowrap"
        >
          {moment(line.at, zone)}
        </time>
      </p>
      <div className="grid gap-0.5 text-muted-foreground text-xs">
        <What line={line} />
        {line.kind !== "send" && <p>{reason(line.because)}</p>}
        {isKnown(fallback) && <p>{t(`simulation.words.${fallback}`, { mode: String(composeMode) })}</p>}
        {line.deferredBy.map((because) => (
          <p key={`${because.code} ${JSON.stringify(because.data)}`} className="text-amber">
            {reason(because)}
          </p>
        ))}
      </div>
      {send && (
        <ChannelLook
          channel={send.channel}
          content={send.content}
          from={send.inbox}
          time={format.dateTime(new Date(line.at), { hour: "2-digit", minute: "2-digit", timeZone: zone })}
        />
      )}
    </li>
  );
}

/** Why the words of a step that Maestro writes are its own here. */
const isKnown = (fallback: unknown): fallback is "foreseen" | "no_ai" =>
  fallback === "foreseen" || fallback === "no_ai";

function What({ line: { kind, stepId, send } }: { line: PreviewLine }) {
  const t = useTranslations();
  const { draft } = useEditor();
  if (!send) {
    const Icon = kind === "skip" ? CircleSlash : CircleAlert;
    return (
      <p className="flex items-center gap-1.5">
        <Icon aria-hidden className={kind === "skip" ? "size-3.5" : "size-3.5 text-red"} />
        {kind === "skip" ? t("simulation.skip") : t("simulation.fail")}
      </p>
    );
  }
  const variants = draft.steps.find(({ id }) => id === stepId)?.variants ?? [];
  const letter =
    send.variantId && String.fromCharCode(66 + variants.findIndex(({ id }) => id === send.variantId));
  const notes = [
    t(`simulation.why.${send.channelWhy}`),
    send.window !== "none" && t(`simulation.window.${send.window}`),
    letter && t("simulation.variant", { letter }),
  ].filter(Boolean);
  return (
    <p className="flex items-start gap-1.5">
      <ChannelIcon channel={send.channel} className="mt-px size-3.5 shrink-0" />
      <span>
        {t("simulation.sends", { channel: t(`status.channel.${send.channel}`), inbox: send.inbox })}
        {` · ${notes.join(" · ")}`}
      </span>
    </p>
  );
}

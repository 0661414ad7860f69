"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { MoveDates } from "@/lib/versions/schema";
import { useEditor } from "../editor/editor-scope";
import { useMoveDates } from "./use-impact";

type NextDatesProps = {
  group: { versionId: string; stepId: string | null };
  toStepId: string | null;
  revision: number;
};

/** What a move does to the next dates of some of the group, as the engine would decide them. */
export function NextDates({ group, toStepId, revision }: NextDatesProps) {
  const t = useTranslations("versions.impact");
  const { account, sequenceId } = useEditor();
  const asked = { ...group, toStepId };
  const { data, isError } = useMoveDates(account, sequenceId, asked, { revision, isOn: true });
  return (
    <p aria-live="polite" className="min-h-4 text-muted-foreground text-xs">
      {data ? <Dates dates={data} /> : t(isError ? "datesFailed" : "calculating")}
    </p>
  );
}

function Dates({ dates: { sampled, people, zone } }: { dates: MoveDates }) {
  const t = useTranslations("versions.impact");
  const format = useFormatter();
  const moment = (at: string | null) =>
    at
      ? format.dateTime(new Date(at), {
          ...{ weekday: "short", day: "numeric", month: "short" },
          ...{ hour: "2-digit", minute: "2-digit", timeZone: zone },
        })
      : t("noDate");
  const range = (all: (string | null)[]) => {
    const known = all.filter((at) => at !== null).sort();
    const [first = null, last = null] = [known[0], known.at(-1)];
    const [from, to] = [moment(first), moment(last)];
    return from === to ? from : t("range", { from, to });
  };
  const before = people.map((one) => one.before);
  const after = people.map((one) => one.after);
  const example = people.find((one) => moment(one.before) !== moment(one.after));
  if ([...before, ...after].every((at) => at === null)) return t("noDates");
  if (!example) return t("sameDates", { before: range(before) });
  return (
    <>
      <span className="block">{t("before", { before: range(before) })}</span>
      <span className="block text-foreground">{t("after", { after: range(after) })}</span>
      {sampled > 1 && (
        <span className="block">
          {t("sample", {
            ...{ sampled, name: example.name },
            ...{ before: moment(example.before), after: moment(example.after) },
          })}
        </span>
      )}
    </>
  );
}

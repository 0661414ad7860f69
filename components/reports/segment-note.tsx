import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

type SegmentNoteProps = {
  /** When it was looked who is in the segment, as an instant; null where that was asked for this answer. */
  membersAt: string | null;
  zone: string;
};

const LINE = "px-4 pb-3 text-muted-foreground text-sm md:px-6";

/** Whose figures these are: who is in a segment changes all the time. */
export function SegmentNote({ membersAt, zone }: SegmentNoteProps) {
  const t = useTranslations("reports.segment");
  const format = useFormatter();
  if (!membersAt) return <p className={LINE}>{t("now")}</p>;
  const time = format.dateTime(new Date(membersAt), { timeStyle: "short", timeZone: zone });
  return <p className={LINE}>{t("asOf", { time })}</p>;
}

/** Stands in its place meanwhile, and speaks only where that takes long: on the first question for a segment. */
export function SegmentNoteShape() {
  const t = useTranslations("reports.segment");
  return (
    <p className={cn(LINE, "animate-in fade-in fill-mode-both delay-1000")} role="status">
      {t("preparing")}
    </p>
  );
}

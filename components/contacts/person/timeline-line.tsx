"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { TimelineEntry } from "@/lib/contacts/schema";

type TimelineLineProps = { account: string; entry: TimelineEntry };

/** One sentence, with the text that was said and the way to the run that it is about. */
export function TimelineLine({ account, entry }: TimelineLineProps) {
  const sentence = useSentence(entry);
  const { text, enrollmentId } = entry.data;
  return (
    <span className="grid min-w-0 gap-0.5">
      {enrollmentId ? (
        <Link className="link justify-self-start" href={`/${account}/enrollments?run=${enrollmentId}`}>
          {sentence}
        </Link>
      ) : (
        <span className="break-words">{sentence}</span>
      )}
      {text && <q className="line-clamp-3 break-words text-muted-foreground">{String(text)}</q>}
    </span>
  );
}

function useSentence({ kind, what, data }: TimelineEntry): string {
  const t = useTranslations("contacts.timeline");
  const status = useTranslations("status");
  const events = useTranslations("triggers.events");
  const told = (name: string) => String(data[name] ?? "");
  const channel = data.channel ? status(`channel.${told("channel")}`) : t("everything");
  switch (kind) {
    case "messages":
      if (what === "received") return t("received", { channel });
      return data.sequence ? t("sentBy", { sequence: told("sequence"), channel }) : t("sent", { channel });
    case "runs":
      if (what === "begun") return t("begun", { sequence: told("sequence") });
      return t("ended", { sequence: told("sequence"), reason: status(`end.${told("reason")}`) });
    case "consents":
      return t(what === "opt_out" ? "opt_out" : "opt_in", { channel });
    case "records":
      return t(what as "deal" | "appointment" | "charge", { title: told("title") });
    case "merges":
      return t("merged", { name: told("name") });
    case "events":
      if (what === "contact.tagged") return t("tagged", { tag: told("tag") });
      if (what === "contact.updated") return t("updated", { changed: told("changed").replaceAll(",", ", ") });
      // An event of the account's own is told by its name.
      return events.has(what) ? events(what) : what;
  }
}

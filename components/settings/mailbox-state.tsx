import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { MailboxStanding } from "@/lib/mailboxes/data";

type MailboxStateProps = { standing: MailboxStanding; timeZone: string };

/** Whether replies come in: without them nothing stops by itself. */
export function MailboxState({ standing: { seenAt, error, isRead }, timeZone }: MailboxStateProps) {
  const t = useTranslations("settings.mailbox");
  const state = error ? "failing" : !seenAt ? "waiting" : isRead ? "reading" : "unread";
  return (
    <Section title={t("title")} description={t(`${state}.text`)}>
      {error && <p className="break-words rounded-md border border-red/40 bg-red-soft px-3 py-2">{error}</p>}
      {seenAt && (
        <p className="text-muted-foreground">
          {t("seen")} <RelativeTime at={seenAt} timeZone={timeZone} />
        </p>
      )}
    </Section>
  );
}

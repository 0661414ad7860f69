import { useTranslations } from "next-intl";
import { Amount } from "@/components/records/amount";
import { Status } from "@/components/ui/status";
import type { SendListItem } from "@/lib/sends/schema";

/** What became of a send: its status, how it was answered, and what it led to. */
export function SendOutcome({ send }: { send: SendListItem }) {
  const t = useTranslations();
  const { status, replyIntent, optedOutAt, errorCode, converted } = send;
  const because = [
    ...(status === "failed" && errorCode ? [errorCode] : []),
    ...(optedOutAt ? [t("sends.optedOut")] : []),
    ...(replyIntent && replyIntent !== "opt_out" ? [t(`replies.intent.${replyIntent}`)] : []),
  ];
  // An event of the account's own has the name that it was sent with.
  const named = (event: string) =>
    t.has(`triggers.events.${event}`) ? t(`triggers.events.${event}`) : event;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      {status && <Status status={status}>{t(`status.message.${status}`)}</Status>}
      {because.length > 0 && <span className="text-muted-foreground text-xs">{because.join(", ")}</span>}
      {converted && (
        <Status tone="green" className="items-start whitespace-normal [&>span:first-child]:mt-1.5">
          <span>
            {t("sends.converted", { event: named(converted.event) })}
            {converted.amount !== null && converted.currency && (
              <span className="whitespace-nowrap tabular-nums">
                {", "}
                <Amount amount={converted.amount} currency={converted.currency} />
              </span>
            )}
          </span>
        </Status>
      )}
    </span>
  );
}

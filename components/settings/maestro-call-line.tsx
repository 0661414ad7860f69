"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useAddress } from "@/components/contacts/use-address";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import type { AiCallListed } from "@/lib/maestro-settings/ai-use";
import { useMoney } from "./maestro-money";
import { MaestroOutcome } from "./maestro-outcome";

type MaestroCallLineProps = { account: string; call: AiCallListed; timeZone: string };

export function MaestroCallLine({ account, call, timeZone }: MaestroCallLineProps) {
  const t = useTranslations("maestro");
  const format = useFormatter();
  const money = useMoney();
  const { addressWith, current } = useAddress();
  const { id, at, purpose, outcome, contact, sequence } = call;
  const time = format.dateTime(new Date(at), { timeStyle: "short", dateStyle: "short", timeZone });
  // Opening a call leaves the page of the list where it is.
  const place = { after: current.get("after"), before: current.get("before") };
  return (
    <TableRow data-state={current.get("call") === id ? "selected" : undefined}>
      <TableCell>
        <Link
          href={addressWith({ ...place, call: id })}
          scroll={false}
          aria-label={t("use.openCall", { purpose: t(`purposes.${purpose}`), time })}
          className="whitespace-nowrap rounded-sm font-medium hover:underline"
        >
          {t(`purposes.${purpose}`)}
        </Link>
      </TableCell>
      <TableCell>
        <MaestroOutcome outcome={outcome} />
      </TableCell>
      <TableCell className="max-md:hidden">
        <span className="grid">
          {contact && (
            <Link href={`/${account}/contacts/${contact.id}`} className="link w-fit rounded-sm">
              {contact.name}
            </Link>
          )}
          {sequence && (
            <Link
              href={`/${account}/sequences/${sequence.id}`}
              className="link w-fit rounded-sm text-muted-foreground text-xs"
            >
              {sequence.name}
            </Link>
          )}
        </span>
      </TableCell>
      <TableCell className="text-muted-foreground max-lg:hidden">{call.model}</TableCell>
      <TableCell className="whitespace-nowrap text-right text-muted-foreground tabular-nums max-lg:hidden">
        {format.number(call.inputTokens + call.outputTokens)}
      </TableCell>
      <TableCell className="whitespace-nowrap text-right tabular-nums">{money(call.costMicros)}</TableCell>
      <TableCell className="whitespace-nowrap text-right text-muted-foreground tabular-nums max-md:hidden">
        {t("use.seconds", { seconds: format.number(call.latencyMs / 1000, { maximumFractionDigits: 1 }) })}
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground max-sm:hidden">
        <RelativeTime at={at} timeZone={timeZone} />
      </TableCell>
    </TableRow>
  );
}

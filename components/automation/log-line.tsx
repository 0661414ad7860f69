"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { TableCell, TableRow } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tones";
import type { RunRow } from "@/lib/automation/run-log";
import { OutlookList } from "./outlook-list";

const TONES: Record<RunRow["status"], Tone> = {
  running: "amber",
  done: "green",
  failed: "red",
  refused: "grey",
};

/** When, which rule and why, for whom, and what came of it. On phones all of it below the name. */
export function LogLine({ account, row }: { account: string; row: RunRow }) {
  const t = useTranslations("automation.log");
  const events = useTranslations("automation.events");
  const { contactId, contactName, ruleId, name } = row;
  const event = events.has(row.event) ? events(row.event) : t("event", { name: row.event });
  const status = (
    <Status tone={TONES[row.status]} className="max-sm:text-xs">
      {t(`statuses.${row.status}`)}
    </Status>
  );
  const contact = contactName ? (
    <Link href={`/${account}/contacts/${contactId}`} className="hover:underline">
      {contactName}
    </Link>
  ) : (
    t("gone")
  );
  const results = row.because ? (
    <p className="text-muted-foreground">{t(`because.${row.because}`)}</p>
  ) : (
    <OutlookList results={row.results} />
  );
  return (
    <TableRow>
      <TableCell className="whitespace-nowrap align-top text-muted-foreground">
        <RelativeTime at={row.at} />
      </TableCell>
      <TableCell className="min-w-40 whitespace-normal align-top">
        {ruleId ? (
          <Link href={`/${account}/automation/rules/${ruleId}`} className="font-medium hover:underline">
            {name}
          </Link>
        ) : (
          <span className="font-medium">{name}</span>
        )}
        <p className="text-muted-foreground text-xs">
          {row.macroId ? row.actor && t("by", { name: row.actor }) : event}
        </p>
        {row.causes.length > 0 && (
          <p className="text-muted-foreground text-xs">{t("causedBy", { rules: row.causes.join(" → ") })}</p>
        )}
        <div className="mt-1 grid gap-1 md:hidden">
          <div>{contact}</div>
          <div className="sm:hidden">{status}</div>
          {results}
        </div>
      </TableCell>
      <TableCell className="align-top max-md:hidden">{contact}</TableCell>
      <TableCell className="align-top max-sm:hidden">{status}</TableCell>
      <TableCell className="whitespace-normal align-top max-md:hidden">{results}</TableCell>
    </TableRow>
  );
}

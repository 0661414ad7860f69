"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useAddress } from "@/components/contacts/use-address";
import { getJson } from "@/components/sequences/get-json";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { NativeSelect } from "@/components/ui/native-select";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Toolbar } from "@/components/ui/toolbar";
import type { SequenceOption } from "@/lib/enrollments/data";
import type { RefusedAttempt } from "@/lib/enrollments/refusals";
import type { Page } from "@/lib/keyset";
import { REFUSAL_WORDS } from "./refusal-words";

type RefusedListProps = { account: string; sequences: SequenceOption[]; timeZone: string };

/** Who was not enrolled in the last 90 days, and why. */
export function RefusedList({ account, sequences, timeZone }: RefusedListProps) {
  const t = useTranslations("enrollments.refused");
  const { current, change, addressWith } = useAddress();
  const asked = new URLSearchParams(
    ["sequence", "code", "after", "before"].flatMap((name) => {
      const value = current.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const { data, error } = useQuery({
    queryKey: ["refused", account, asked.toString()],
    queryFn: () => getJson<Page<RefusedAttempt>>(`/api/a/${account}/enrollments/refused?${asked}`),
  });
  const isFiltered = current.has("sequence") || current.has("code");
  return (
    <>
      <Toolbar>
        <NativeSelect
          aria-label={t("sequence")}
          className="sm:w-52"
          value={current.get("sequence") ?? ""}
          onChange={(event) => change({ sequence: event.target.value })}
        >
          <option value="">{t("anySequence")}</option>
          {sequences.map((sequence) => (
            <option key={sequence.id} value={sequence.id}>
              {sequence.name}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          aria-label={t("reason")}
          className="sm:w-52"
          value={current.get("code") ?? ""}
          onChange={(event) => change({ code: event.target.value })}
        >
          <option value="">{t("anyReason")}</option>
          {REFUSAL_WORDS.map((code) => (
            <option key={code} value={code}>
              {t(`why.${code}`)}
            </option>
          ))}
        </NativeSelect>
      </Toolbar>
      {error && <p role="alert">{error.message}</p>}
      {!data && !error && <Skeleton className="m-4 h-40 md:m-6" />}
      {data?.rows.length === 0 && (
        <EmptyState title={t(isFiltered ? "noneFiltered" : "none")}>{t("noneText")}</EmptyState>
      )}
      {data && data.rows.length > 0 && (
        <RefusedTable account={account} rows={data.rows} timeZone={timeZone} />
      )}
      {data && (data.previous || data.next) && (
        <nav aria-label={t("pages")} className="flex justify-end gap-2 px-4 py-3 md:px-6">
          {data.previous && (
            <Button asChild size="sm" variant="outline">
              <Link href={addressWith({ before: data.previous, after: null })}>{t("newer")}</Link>
            </Button>
          )}
          {data.next && (
            <Button asChild size="sm" variant="outline">
              <Link href={addressWith({ after: data.next, before: null })}>{t("older")}</Link>
            </Button>
          )}
        </nav>
      )}
    </>
  );
}

function RefusedTable({
  account,
  rows,
  timeZone,
}: {
  account: string;
  rows: RefusedAttempt[];
  timeZone: string;
}) {
  const t = useTranslations("enrollments.refused");
  const whyOf = ({ code, data }: RefusedAttempt["because"]) => {
    const other = typeof data.other === "string" ? ` (${data.other})` : "";
    return `${t.has(`why.${code}`) ? t(`why.${code}`) : code}${other}`;
  };
  return (
    <Table aria-label={t("title")}>
      <TableHeader>
        <TableRow>
          <TableHead>{t("contact")}</TableHead>
          <TableHead className="max-md:hidden">{t("sequence")}</TableHead>
          <TableHead>{t("reason")}</TableHead>
          <TableHead>{t("when")}</TableHead>
          <TableHead className="max-md:hidden">{t("by")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell className="max-w-52 truncate">
              <Link className="link font-medium" href={`/${account}/contacts/${row.contactId}`}>
                {row.contactName}
              </Link>
            </TableCell>
            <TableCell className="max-w-56 truncate max-md:hidden">{row.sequenceName ?? "–"}</TableCell>
            <TableCell>{whyOf(row.because)}</TableCell>
            <TableCell className="whitespace-nowrap">
              <RelativeTime at={row.at} timeZone={timeZone} />
            </TableCell>
            <TableCell className="max-md:hidden">{row.actorName ?? t("automatic")}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

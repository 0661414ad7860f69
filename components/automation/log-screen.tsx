"use client";

import { ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { Pager } from "@/components/contacts/pager";
import { useAddress } from "@/components/contacts/use-address";
import { useRefresh } from "@/components/contacts/use-refresh";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { NativeSelect } from "@/components/ui/native-select";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Toolbar } from "@/components/ui/toolbar";
import type { RunRow } from "@/lib/automation/run-log";
import { RULE_RUN_STATUSES, type RunFilter } from "@/lib/automation/schema";
import type { Page } from "@/lib/keyset";
import { LogLine } from "./log-line";

type Named = { id: string; name: string };
type LogScreenProps = {
  account: string;
  page: Page<RunRow> & { count: number };
  filter: RunFilter;
  rules: Named[];
  macros: Named[];
};

/** Each time a rule or macro was followed, or was kept from it. */
export function LogScreen({ account, page, filter, rules, macros }: LogScreenProps) {
  const t = useTranslations("automation.log");
  const { change } = useAddress();
  useRefresh();
  const isFiltered = Boolean(filter.rule || filter.macro || filter.status);
  const chosen = filter.rule ? `rule:${filter.rule}` : filter.macro ? `macro:${filter.macro}` : "";
  const choose = (value: string) => {
    const [kind, id = null] = value.split(":");
    change({ rule: kind === "rule" ? id : null, macro: kind === "macro" ? id : null });
  };
  return (
    <>
      {(page.count > 0 || isFiltered) && (
        <Toolbar>
          <NativeSelect
            aria-label={t("rule")}
            className="sm:w-64"
            value={chosen}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{t("allRules")}</option>
            <Options kind="rule" label={t("rulesGroup")} list={rules} />
            <Options kind="macro" label={t("macrosGroup")} list={macros} />
          </NativeSelect>
          <NativeSelect
            aria-label={t("status")}
            className="sm:w-44"
            value={filter.status ?? ""}
            onChange={(event) => change({ status: event.target.value || null })}
          >
            <option value="">{t("allStatuses")}</option>
            {RULE_RUN_STATUSES.map((status) => (
              <option key={status} value={status}>
                {t(`statuses.${status}`)}
              </option>
            ))}
          </NativeSelect>
        </Toolbar>
      )}
      {page.rows.length > 0 ? (
        <>
          <Table>
            <TableHeader>
              <TableRow>
                <TableHead>{t("columns.at")}</TableHead>
                <TableHead>{t("columns.name")}</TableHead>
                <TableHead className="max-md:hidden">{t("columns.contact")}</TableHead>
                <TableHead className="max-sm:hidden">{t("columns.status")}</TableHead>
                <TableHead className="max-md:hidden">{t("columns.results")}</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {page.rows.map((row) => (
                <LogLine key={row.id} account={account} row={row} />
              ))}
            </TableBody>
          </Table>
          <Pager count={page.count} next={page.next} previous={page.previous} />
        </>
      ) : isFiltered ? (
        <EmptyState
          title={t("nothing")}
          action={
            <Button variant="outline" onClick={() => change({ rule: null, macro: null, status: null })}>
              {t("clear")}
            </Button>
          }
        >
          {t("nothingText")}
        </EmptyState>
      ) : (
        <EmptyState icon={ScrollText} title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      )}
    </>
  );
}

function Options({ kind, label, list }: { kind: "rule" | "macro"; label: string; list: Named[] }) {
  if (list.length === 0) return null;
  return (
    <optgroup label={label}>
      {list.map(({ id, name }) => (
        <option key={id} value={`${kind}:${id}`}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}

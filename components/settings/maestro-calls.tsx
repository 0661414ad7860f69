"use client";

import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { Pager } from "@/components/contacts/pager";
import { useAddress } from "@/components/contacts/use-address";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { NativeSelect } from "@/components/ui/native-select";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Toolbar } from "@/components/ui/toolbar";
import { AI_OUTCOMES, AI_PURPOSES } from "@/lib/core/model-maestro";
import type { Page } from "@/lib/keyset";
import type { AiCallListed } from "@/lib/maestro-settings/ai-use";
import type { AiUseFilter } from "@/lib/maestro-settings/schema";
import { MaestroCallLine } from "./maestro-call-line";

type MaestroCallsProps = {
  account: string;
  page: Page<AiCallListed> & { count: number };
  filter: AiUseFilter;
  timeZone: string;
};

/** The ledger of AI use: every call of a model, newest first. */
export function MaestroCalls({ account, page, filter, timeZone }: MaestroCallsProps) {
  const t = useTranslations("maestro");
  const { change } = useAddress();
  const isFiltered = Boolean(filter.purpose || filter.outcome);
  if (page.count === 0 && !isFiltered) {
    return (
      <EmptyState
        icon={Sparkles}
        title={t("use.empty")}
        action={
          <Button asChild variant="outline">
            <Link href={`/${account}/settings/maestro`}>{t("use.setUp")}</Link>
          </Button>
        }
      >
        {t("use.emptyText")}
      </EmptyState>
    );
  }
  return (
    <div className="-mx-4 md:-mx-6">
      <Toolbar>
        <NativeSelect
          aria-label={t("use.purpose")}
          className="sm:w-44"
          value={filter.purpose ?? ""}
          onChange={(event) => change({ purpose: event.target.value || null })}
        >
          <option value="">{t("use.allPurposes")}</option>
          {AI_PURPOSES.map((purpose) => (
            <option key={purpose} value={purpose}>
              {t(`purposes.${purpose}`)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          aria-label={t("use.outcome")}
          className="sm:w-52"
          value={filter.outcome ?? ""}
          onChange={(event) => change({ outcome: event.target.value || null })}
        >
          <option value="">{t("use.allOutcomes")}</option>
          {AI_OUTCOMES.map((outcome) => (
            <option key={outcome} value={outcome}>
              {t(`outcomes.${outcome}`)}
            </option>
          ))}
        </NativeSelect>
      </Toolbar>
      {page.rows.length > 0 ? (
        <>
          <div className="border-t">
            <Table>
              <TableHeader>
                <TableRow>
                  <TableHead>{t("use.columns.purpose")}</TableHead>
                  <TableHead>{t("use.columns.outcome")}</TableHead>
                  <TableHead className="max-md:hidden">{t("use.columns.about")}</TableHead>
                  <TableHead className="max-lg:hidden">{t("use.columns.model")}</TableHead>
                  <TableHead className="text-right max-lg:hidden">{t("use.columns.tokens")}</TableHead>
                  <TableHead className="text-right">{t("use.columns.cost")}</TableHead>
                  <TableHead className="text-right max-md:hidden">{t("use.columns.latency")}</TableHead>
                  <TableHead className="max-sm:hidden">{t("use.columns.at")}</TableHead>
                </TableRow>
              </TableHeader>
              <TableBody>
                {page.rows.map((call) => (
                  <MaestroCallLine key={call.id} account={account} call={call} timeZone={timeZone} />
                ))}
              </TableBody>
            </Table>
          </div>
          <Pager count={page.count} next={page.next} previous={page.previous} />
        </>
      ) : (
        <EmptyState
          title={t("use.nothing")}
          action={
            <Button variant="outline" onClick={() => change({ purpose: null, outcome: null })}>
              {t("use.clear")}
            </Button>
          }
        >
          {t("use.nothingText")}
        </EmptyState>
      )}
    </div>
  );
}

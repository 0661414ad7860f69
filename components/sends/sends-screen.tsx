import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { SegmentNote } from "@/components/reports/segment-note";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { NamedFilter, SendCount, SendFilter, SendPage } from "@/lib/sends/schema";
import { FactLinks } from "./fact-links";
import { FilterLine } from "./filter-line";
import { filterParts } from "./filter-parts";
import { type Emptiness, NoSends } from "./no-sends";
import { sendsAddress, sendsExportAddress } from "./sends-address";
import { SendsPager } from "./sends-pager";
import { SendsTable } from "./sends-table";

type SendsScreenProps = {
  account: string;
  filter: SendFilter;
  names: NamedFilter;
  page: SendPage;
  count: Promise<SendCount>;
  /** Why there is nothing, where there is nothing. */
  why: Emptiness;
};

/** The sends, or conversions, behind a number. */
export function SendsScreen({ account, filter, names, page, count, why }: SendsScreenProps) {
  const t = useTranslations("sends");
  const parts = usePartsOf(filter, names);
  const fact = filter.fact ?? "all";
  return (
    <>
      <PageHeader
        title={t(`facts.${fact}.title`)}
        description={t("about", { text: t(`facts.${fact}.text`), zone: names.zone })}
        actions={
          page.rows.length > 0 && (
            <Button asChild variant="outline">
              <a href={sendsExportAddress(account, filter)} download>
                <Download aria-hidden /> {t("export")}
              </a>
            </Button>
          )
        }
      />
      <FactLinks account={account} filter={filter} />
      <FilterLine account={account} parts={parts} fact={filter.fact} />
      {names.segment !== null && <SegmentNote membersAt={page.membersAt} zone={names.zone} />}
      {page.rows.length > 0 ? (
        <>
          <SendsTable account={account} rows={page.rows} filter={filter} zone={names.zone} />
          <SendsPager account={account} filter={filter} page={page} count={count} />
        </>
      ) : (
        <NoSends
          why={why}
          account={account}
          first={why === "pastEnd" ? sendsAddress(account, filter) : sendsAddress(account, {})}
        />
      )}
    </>
  );
}

function usePartsOf(filter: SendFilter, names: NamedFilter) {
  const t = useTranslations();
  const locale = useLocale();
  const entry = (name: string) =>
    t.has(`reports.entry.${name}`) ? t(`reports.entry.${name}`) : name.replaceAll(/[._]/g, " ");
  return filterParts(filter, names, {
    t: (key, values) => t(`sends.filter.${key}`, values),
    channel: (channel) => t(`status.channel.${channel}`),
    mode: (mode) => t(`reports.mode.${mode}`),
    ...{ entry, locale },
  });
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { Emptiness } from "@/components/sends/no-sends";
import { SendsScreen } from "@/components/sends/sends-screen";
import { isoDateOf, toLocalMs } from "@/lib/core/zone";
import { accountPage } from "@/lib/gate";
import { readPlace } from "@/lib/list-place";
import { countSends, listSends } from "@/lib/sends/data";
import { nameFilter } from "@/lib/sends/named-filter";
import { type NamedFilter, type SendFilter, type SendPage, sendFilterOf } from "@/lib/sends/schema";

type Props = {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("sends");
  return { title: t(`facts.${sendFilterOf(await searchParams).fact ?? "all"}.title`) };
}

const NOTHING: SendPage = { rows: [], next: null, previous: null, membersAt: null };

export default async function SendsPage({ params, searchParams }: Props) {
  const { accountId, account } = await accountPage(params, "reports.view");
  const asked = await searchParams;
  const filter = sendFilterOf(asked);
  const names = await nameFilter(accountId, filter);
  const isGone = filter.segment !== undefined && names.segment === null;
  const [after, before] = [readPlace(one(asked.after)), readPlace(one(asked.before))];
  // Counting takes longer than reading a page: the page is shown meanwhile.
  const count = isGone ? Promise.resolve({ count: 0, isExact: true }) : countSends(accountId, filter);
  // It may fail before the page waits for it.
  count.catch(() => {});
  const page = isGone ? NOTHING : await listSends(accountId, filter, { after, before });
  return (
    <SendsScreen
      {...{ account: account.slug, filter, names, page, count }}
      why={after || before ? "pastEnd" : whyNothing(filter, names, new Date())}
    />
  );
}

const one = (value: string | string[] | undefined): string | null => [value].flat()[0] ?? null;

function whyNothing(filter: SendFilter, { segment, zone }: NamedFilter, now: Date): Emptiness {
  if (filter.segment !== undefined && segment === null) return "segmentGone";
  if (filter.from && filter.from > isoDateOf(toLocalMs(now.getTime(), zone))) return "future";
  return Object.keys(filter).length > 0 ? "filtered" : "nothing";
}

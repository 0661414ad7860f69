import { Lock } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";

type ClosedPageProps = { searchParams: Promise<{ because?: string }> };

/** Says why a page of the account is not shown. */
export default async function ClosedPage({ searchParams }: ClosedPageProps) {
  const t = await getTranslations("shell.closed");
  const because = (await searchParams).because === "module_off" ? "module_off" : "forbidden";
  return (
    <EmptyState icon={Lock} title={<h1>{t(`${because}.title`)}</h1>}>
      {t(`${because}.text`)}
    </EmptyState>
  );
}

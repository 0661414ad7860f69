import { useTranslations } from "next-intl";
import { ChoiceLinks } from "@/components/ui/choice-links";
import type { ListedFact, SendFilter } from "@/lib/sends/schema";
import { sendsAddress } from "./sends-address";

const SHOWN = [
  ...["sent", "delivered", "read", "replied", "positive", "converted", "optedOut", "failed"],
  ...["unknown", "skipped", "attempted"],
] as ListedFact[];

/** Of what the list is. */
export function FactLinks({ account, filter }: { account: string; filter: SendFilter }) {
  const t = useTranslations("sends");
  return (
    <ChoiceLinks
      label={t("choose")}
      className="mx-4 mb-3 w-fit max-w-[calc(100%-2rem)] md:mx-6 md:max-w-[calc(100%-3rem)]"
      choices={[undefined, ...SHOWN].map((fact) => ({
        key: fact ?? "all",
        text: t(`facts.${fact ?? "all"}.name`),
        href: sendsAddress(account, { ...filter, fact }),
        isCurrent: fact === (filter.fact === "reached" ? undefined : filter.fact),
      }))}
    />
  );
}

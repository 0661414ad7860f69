import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { SendFilter } from "@/lib/sends/schema";
import type { FilterPart } from "./filter-parts";
import { sendsAddress } from "./sends-address";

type FilterLineProps = { account: string; parts: FilterPart[]; fact: SendFilter["fact"] };

/** What the list is narrowed to; each part can be taken out. */
export function FilterLine({ account, parts, fact }: FilterLineProps) {
  const t = useTranslations("sends.filter");
  if (parts.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="flex flex-wrap items-center gap-2 px-4 pb-3 md:px-6">
      {parts.map(({ key, text, without }) => (
        <li
          key={key}
          className="inline-flex h-7 max-w-full items-stretch rounded-md border bg-surface text-sm touch:h-11"
        >
          <span className="min-w-0 self-center truncate pr-1.5 pl-2">{text}</span>
          <Link
            href={sendsAddress(account, without)}
            aria-label={t("remove", { name: text })}
            scroll={false}
            className="grid w-6 shrink-0 place-items-center rounded-r-md border-l text-muted-foreground hover:bg-muted hover:text-foreground touch:w-11"
          >
            <X aria-hidden className="size-3.5" />
          </Link>
        </li>
      ))}
      {parts.length > 1 && (
        <li>
          <Link
            className="link px-1 text-sm"
            href={sendsAddress(account, fact ? { fact } : {})}
            scroll={false}
          >
            {t("clear")}
          </Link>
        </li>
      )}
    </ul>
  );
}

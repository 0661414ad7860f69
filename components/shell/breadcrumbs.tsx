"use client";

import { ChevronRight } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useCrumb } from "./crumb";
import type { Frame } from "./shell";

/** Account, section and, where a page names itself with `Crumb`, the thing that is open. */
export function Breadcrumbs({ frame }: { frame: Frame }) {
  const t = useTranslations("shell");
  const section = usePathname().split("/")[2];
  const named = useCrumb();
  const home = `/${frame.account.slug}`;
  const trail = [{ text: frame.account.name, href: home }];
  if (section && t.has(`sections.${section}`)) {
    trail.push({ text: t(`sections.${section}`), href: `${home}/${section}` });
  }
  if (named) trail.push({ text: named, href: "" });
  return (
    <nav aria-label={t("breadcrumbs")} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1 text-muted-foreground">
        {trail.map(({ text, href }, index) => (
          <li
            key={href}
            className="flex min-w-0 items-center gap-1 max-md:first:hidden max-md:[&:nth-child(2)>svg]:hidden"
          >
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0" />}
            {index === trail.length - 1 ? (
              <span aria-current="page" className="truncate text-foreground">
                {text}
              </span>
            ) : (
              <Link href={href} className="truncate rounded-sm hover:text-foreground">
                {text}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

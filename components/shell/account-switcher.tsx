"use client";

import { Check, ChevronsUpDown, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Link } from "@/components/ui/link";
import { Initial } from "./initial";
import type { Frame } from "./shell";

export function AccountSwitcher({ frame, isFolded }: { frame: Frame; isFolded: boolean }) {
  const t = useTranslations("shell");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={`${t("switchAccount")}: ${frame.account.name}`}
        className={cn(
          "flex h-9 items-center gap-2 rounded-md text-left font-medium transition-colors hover:bg-accent max-md:mr-8 touch:h-11",
          isFolded ? "justify-center" : "px-1.5",
        )}
      >
        <Initial name={frame.account.name} className="bg-primary text-primary-foreground" />
        {!isFolded && (
          <>
            <span className="min-w-0 flex-1 truncate">{frame.account.name}</span>
            <ChevronsUpDown aria-hidden className="size-3.5 text-muted-foreground" />
          </>
        )}
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-56">
        <DropdownMenuLabel>{t("accounts")}</DropdownMenuLabel>
        {frame.accounts.map(({ id, name, slug }) => (
          <DropdownMenuItem key={id} asChild>
            <Link href={`/${slug}/overview`} aria-current={slug === frame.account.slug ? "true" : undefined}>
              <Initial name={name} className="bg-muted text-muted-foreground" />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              {slug === frame.account.slug && <Check aria-hidden />}
            </Link>
          </DropdownMenuItem>
        ))}
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link href="/new-account">
            <Plus aria-hidden />
            {t("newAccount")}
          </Link>
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

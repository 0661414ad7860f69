"use client";

import { LogOut } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { isLocale, LANGUAGE_NAMES, LOCALES } from "@/lib/locale";
import { Initial } from "./initial";
import { useSetLanguage } from "./use-language";

const THEMES = ["light", "dark", "system"] as const;

type UserMenuProps = { person: { name: string; email: string }; isFolded: boolean };

export function UserMenu({ person, isFolded }: UserMenuProps) {
  const t = useTranslations("shell");
  const router = useRouter();
  const locale = useLocale();
  const setLanguage = useSetLanguage();
  const { theme, setTheme } = useTheme();

  const signOut = async () => {
    // Fetched here: every page has this menu, and few visits end with it.
    const { authClient } = await import("@/lib/auth-client");
    await authClient.signOut();
    router.replace("/sign-in");
    router.refresh();
  };

  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={t("userMenu", { name: person.name })}
        className={cn(
          "flex h-8 min-w-0 items-center gap-2 rounded-md text-left transition-colors hover:bg-accent touch:h-11",
          isFolded ? "w-9 justify-center" : "flex-1 px-1.5",
        )}
      >
        <Initial name={person.name} className="rounded-full bg-muted text-foreground ring-1 ring-border" />
        {!isFolded && <span className="truncate">{person.name}</span>}
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" side="top" className="w-56">
        <div className="px-2 py-1.5">
          <div className="truncate font-medium">{person.name}</div>
          <div className="truncate text-muted-foreground text-xs">{person.email}</div>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t("language")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={locale}
          onValueChange={(chosen) => isLocale(chosen) && setLanguage(chosen)}
        >
          {LOCALES.map((each) => (
            <DropdownMenuRadioItem key={each} value={each}>
              {LANGUAGE_NAMES[each]}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t("theme")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme ?? "system"} onValueChange={setTheme}>
          {THEMES.map((each) => (
            <DropdownMenuRadioItem key={each} value={each}>
              {t(`themes.${each}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={signOut}>
          <LogOut aria-hidden />
          {t("signOut")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

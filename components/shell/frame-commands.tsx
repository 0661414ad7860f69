"use client";

import {
  CircleHelp,
  Languages,
  type LucideIcon,
  Monitor,
  Moon,
  Plus,
  Search,
  Settings2,
  Sun,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { settingsPagesFor } from "@/components/settings/settings-pages";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/locale";
import type { Command } from "./command-registry";
import { useCommands, useOpenCommands } from "./commands";
import { sectionsFor } from "./sections";
import type { Frame } from "./shell";
import { useSetLanguage } from "./use-language";

const THEMES: { key: "light" | "dark" | "system"; icon: LucideIcon }[] = [
  { key: "light", icon: Sun },
  { key: "dark", icon: Moon },
  { key: "system", icon: Monitor },
];

/** What can be done on every screen of an account. */
export function FrameCommands({ frame }: { frame: Frame }) {
  useCommands(useGoCommands(frame), "go");
  useCommands(useSettingsCommands(frame), "settings");
  useCommands(useLanguageCommands(), "language");
  useCommands(useThemeCommands(), "theme");
  useCommands(useHelpCommands(), "help");
  return null;
}

function useGoCommands(frame: Frame): Command[] {
  const t = useTranslations("shell");
  const router = useRouter();
  const sections = sectionsFor(frame.role).map(({ key, icon, goKey }) => ({
    id: `go-${key}`,
    label: t(`sections.${key}`),
    icon,
    shortcut: goKey && `g ${goKey}`,
    run: () => router.push(`/${frame.account.slug}/${key}`),
  }));
  const others = frame.accounts.filter(({ slug }) => slug !== frame.account.slug);
  return [
    ...sections,
    ...others.map(({ id, name, slug }) => ({
      id: `account-${id}`,
      label: t("palette.toAccount", { name }),
      keywords: t("switchAccount"),
      run: () => router.push(`/${slug}/overview`),
    })),
    { id: "account-new", label: t("newAccount"), icon: Plus, run: () => router.push("/new-account") },
  ];
}

function useSettingsCommands({ account, role }: Frame): Command[] {
  const t = useTranslations("settings");
  const router = useRouter();
  return settingsPagesFor(role).map((page) => ({
    id: `settings-${page}`,
    label: t(`tabs.${page}`),
    keywords: t("title"),
    icon: Settings2,
    run: () => router.push(`/${account.slug}/settings/${page}`),
  }));
}

function useLanguageCommands(): Command[] {
  const t = useTranslations("shell");
  const locale = useLocale();
  const setLanguage = useSetLanguage();
  return LOCALES.filter((each) => each !== locale).map((each) => ({
    id: `language-${each}`,
    label: LANGUAGE_NAMES[each],
    keywords: t("language"),
    icon: Languages,
    run: () => setLanguage(each),
  }));
}

function useThemeCommands(): Command[] {
  const t = useTranslations("shell");
  const { theme = "system", setTheme } = useTheme();
  return THEMES.filter(({ key }) => key !== theme).map(({ key, icon }) => ({
    id: `theme-${key}`,
    label: t(`themes.${key}`),
    keywords: t("theme"),
    icon,
    run: () => setTheme(key),
  }));
}

function useHelpCommands(): Command[] {
  const t = useTranslations("shell");
  const open = useOpenCommands();
  return [
    {
      id: "palette",
      label: t("palette.title"),
      shortcut: "mod+k",
      worksInFields: true,
      isKeyOnly: true,
      icon: Search,
      run: () => open("palette"),
    },
    {
      id: "shortcuts",
      label: t("shortcuts.title"),
      shortcut: "?",
      icon: CircleHelp,
      run: () => open("shortcuts"),
    },
  ];
}

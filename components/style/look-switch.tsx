"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { LanguageSelect } from "@/components/shell/language-select";
import { Segmented } from "@/components/ui/segmented";

const THEMES = ["light", "dark", "system"] as const;
type Theme = (typeof THEMES)[number];

/** Theme and language of the page. */
export function LookSwitch() {
  const t = useTranslations("shell");
  const { theme, setTheme } = useTheme();
  // The server does not know what the browser remembers.
  const isInBrowser = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const chosen = THEMES.find((each) => isInBrowser && each === theme) ?? "system";
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Segmented<Theme>
        label={t("theme")}
        isLabelHidden
        segments={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
        value={chosen}
        onChange={setTheme}
      />
      <LanguageSelect />
    </div>
  );
}

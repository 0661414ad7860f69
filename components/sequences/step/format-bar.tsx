"use client";

import { Bold, Italic, Link, List, type LucideIcon, Strikethrough } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Button } from "@/components/ui/button";
import { Hint } from "@/components/ui/tooltip";
import { FORMATS, type Format } from "./formatting";

const ICONS: Record<Format, LucideIcon> = {
  bold: Bold,
  italic: Italic,
  strike: Strikethrough,
  list: List,
  link: Link,
};

export const FormatBar = memo(({ onFormat }: { onFormat: (format: Format) => void }) => {
  const t = useTranslations("step.format");
  return (
    <div role="toolbar" aria-label={t("label")} className="flex items-center text-muted-foreground">
      {FORMATS.map((format) => {
        const Icon = ICONS[format];
        return (
          <Hint key={format} text={t(format)}>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t(format)}
              // What is chosen in the text must stay chosen.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onFormat(format)}
            >
              <Icon aria-hidden />
            </Button>
          </Hint>
        );
      })}
    </div>
  );
});

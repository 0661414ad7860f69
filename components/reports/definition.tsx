"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Hint } from "@/components/ui/tooltip";

type DefinitionProps = { name: string; text: string; className?: string };

/** A name and what it means: at the pointer, at the focus, and for a finger by a tap. */
export function Definition({ name, text, className }: DefinitionProps) {
  const t = useTranslations("reports");
  return (
    <Popover>
      <Hint text={text}>
        <PopoverTrigger
          aria-label={t("definition", { name })}
          className={cn(
            "relative cursor-help text-left underline decoration-dotted underline-offset-3 after:absolute after:-inset-1 touch:after:-inset-3",
            className,
          )}
        >
          {name}
        </PopoverTrigger>
      </Hint>
      <PopoverContent aria-label={name} className="grid gap-1">
        <p className="font-medium">{name}</p>
        <p className="text-muted-foreground">{text}</p>
      </PopoverContent>
    </Popover>
  );
}

"use client";

import { LibraryBig } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Hint } from "@/components/ui/tooltip";
import type { Content } from "@/lib/core/model";
import { useEditor } from "../editor/editor-scope";
import { madeFrom } from "./library-choice";

/** Fetched when first opened, with the list that searches as one types. */
const LibraryChoices = dynamic(() => import("./library-choices").then((module) => module.LibraryChoices), {
  ssr: false,
});

type Words = Extract<Content, { type: "text" | "rich" }>;
type LibraryPickerProps<C extends Words> = { content: C; onContent: (content: C) => void };

/** Takes a text of the account's library in place of the one that is written. */
export function LibraryPicker<C extends Words>({ content, onContent }: LibraryPickerProps<C>) {
  const t = useTranslations("step.library");
  const { account, context } = useEditor();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <Hint text={t("insert")}>
        <PopoverTrigger asChild>
          <Button variant="ghost" size="icon-sm" className="text-muted-foreground" aria-label={t("insert")}>
            <LibraryBig aria-hidden />
          </Button>
        </PopoverTrigger>
      </Hint>
      <PopoverContent aria-label={t("insert")} className="w-96 max-w-[calc(100vw-1rem)] p-0">
        <LibraryChoices
          account={account}
          locale={context.settings.locale}
          onText={(text) => {
            onContent(madeFrom(content, text));
            setOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

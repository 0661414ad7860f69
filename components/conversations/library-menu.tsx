"use client";

import { LibraryBig } from "lucide-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import type { LibraryText } from "@/components/sequences/step/library-choice";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { toast } from "@/components/ui/toast";
import { Hint } from "@/components/ui/tooltip";
import type { FilledTemplate } from "@/lib/conversations/schema";
import { LOCALES } from "@/lib/locale";

/** Fetched when first opened, with the list that searches as one types. */
const LibraryChoices = dynamic(
  () => import("@/components/sequences/step/library-choices").then((module) => module.LibraryChoices),
  { ssr: false },
);

type LibraryMenuProps = {
  account: string;
  conversationId: string;
  onText: (filled: FilledTemplate) => void;
};

/** Puts a text of the account's library into the answer, with this contact's values in it. */
export function LibraryMenu({ account, conversationId, onText }: LibraryMenuProps) {
  const t = useTranslations("step.library");
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const fill = async ({ id, locale }: LibraryText) => {
    setOpen(false);
    const address = `/api/a/${account}/conversations/${conversationId}/template?template=${id}&locale=${locale}`;
    const filled = await getJson<FilledTemplate>(address).catch((error: Error) => {
      toast.error(error.message);
      return null;
    });
    if (filled) onText(filled);
  };
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <Hint text={t("insert")}>
        <PopoverTrigger asChild>
          <Button variant="ghost" size="icon-sm" className="text-muted-foreground" aria-label={t("insert")}>
            <LibraryBig aria-hidden />
          </Button>
        </PopoverTrigger>
      </Hint>
      <PopoverContent align="start" aria-label={t("insert")} className="w-96 max-w-[calc(100vw-1rem)] p-0">
        <LibraryChoices
          account={account}
          locale={LOCALES.find((each) => each === locale) ?? "en"}
          onText={(text) => void fill(text)}
        />
      </PopoverContent>
    </Popover>
  );
}

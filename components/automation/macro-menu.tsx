"use client";

import { ArrowLeft, ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { MacroList } from "./macro-list";
import { OutlookList } from "./outlook-list";
import { useMacroMenu } from "./use-macro-menu";

type MacroMenuProps = {
  account: string;
  conversationId: string;
  /** Something was done: the thread is to be read again. */
  onDone?: () => void;
};

/** Runs a macro in a conversation: choose, see what it will do, run. */
export function MacroMenu({ account, conversationId, onDone }: MacroMenuProps) {
  const t = useTranslations("automation.menu");
  const [isOpen, setOpen] = useState(false);
  const menu = useMacroMenu({ account, conversationId, onDone, onClose: () => setOpen(false) });
  const { chosen, foreseen, refusal, isBusy } = menu;
  const change = (next: boolean) => {
    setOpen(next);
    if (next) menu.forget();
  };
  return (
    <Popover open={isOpen} onOpenChange={change}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm">
          <ListChecks aria-hidden />
          {t("open")}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" aria-label={t("list")} className="w-80 max-w-[calc(100vw-2rem)] p-2">
        {!chosen ? (
          <MacroList account={account} isOpen={isOpen} onChoose={menu.choose} />
        ) : (
          <div className="grid gap-2.5">
            <div className="flex items-center gap-1.5">
              <Button variant="ghost" size="icon-sm" aria-label={t("back")} onClick={menu.forget}>
                <ArrowLeft aria-hidden />
              </Button>
              <h2 className="min-w-0 truncate font-medium">{chosen.name}</h2>
            </div>
            <div aria-live="polite" className="grid gap-1.5 px-1">
              {refusal ? (
                <p className="text-red">{refusal}</p>
              ) : foreseen ? (
                <>
                  <p className="text-muted-foreground text-xs">{t("will")}</p>
                  <OutlookList results={foreseen} className="max-h-60 overflow-y-auto" />
                </>
              ) : (
                <p className="text-muted-foreground">{t("loading")}</p>
              )}
            </div>
            <Button
              className="justify-self-end"
              isBusy={isBusy}
              disabled={!foreseen}
              onClick={() => void menu.run()}
            >
              {t("run")}
            </Button>
          </div>
        )}
      </PopoverContent>
    </Popover>
  );
}

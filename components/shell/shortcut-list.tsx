"use client";

import { useTranslations } from "next-intl";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Keys } from "@/components/ui/kbd";
import { COMMAND_GROUPS } from "./command-registry";
import { useOfferedCommands } from "./commands";

/** Every key that does something on the screen behind it. */
export function ShortcutList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations("shell");
  const withKeys = useOfferedCommands().filter(({ shortcut }) => shortcut);
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-md">
        <DialogHeader>
          <DialogTitle>{t("shortcuts.title")}</DialogTitle>
          <DialogDescription>{t("shortcuts.description")}</DialogDescription>
        </DialogHeader>
        {COMMAND_GROUPS.map((group) => {
          const offered = withKeys.filter((command) => command.group === group);
          if (offered.length === 0) return null;
          return (
            <section key={group} aria-labelledby={`shortcuts-${group}`}>
              <h3 id={`shortcuts-${group}`} className="pb-1 text-muted-foreground text-xs">
                {t(`palette.groups.${group}`)}
              </h3>
              <dl className="divide-y">
                {offered.map(({ id, label, shortcut = "" }) => (
                  <div key={id} className="flex min-h-8 items-center justify-between gap-4">
                    <dt>{label}</dt>
                    <dd>
                      <Keys shortcut={shortcut} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </DialogContent>
    </Dialog>
  );
}

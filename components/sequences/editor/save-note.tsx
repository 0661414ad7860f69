"use client";

import { Check, CircleAlert, CloudOff, LoaderCircle, type LucideIcon, PencilLine } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { SaveState } from "./autosave";
import { clockTime } from "./clock-time";
import { useOnline } from "./online";

const LOOKS: Record<SaveState["kind"], { icon: LucideIcon; mark?: string; text?: string }> = {
  saved: { icon: Check, mark: "text-green" },
  unsaved: { icon: PencilLine },
  saving: { icon: LoaderCircle, mark: "animate-spin" },
  failed: { icon: CircleAlert, text: "text-red" },
  offline: { icon: CloudOff, text: "text-amber" },
  conflict: { icon: CircleAlert, text: "text-red" },
};

/** Says where the last words are: only on this computer, on their way, or stored. */
export function SaveNote({ save }: { save: SaveState }) {
  const t = useTranslations("sequences.save");
  const format = useFormatter();
  const isOnline = useOnline();
  const { icon: Icon, mark, text } = LOOKS[save.kind];
  const words = () => {
    if (save.kind !== "saved") return t(save.kind);
    if (!isOnline) return t("savedOffline");
    return save.at ? t("savedAt", { time: clockTime(format, save.at) }) : t("saved");
  };
  return (
    <p
      role="status"
      title={save.kind === "failed" ? save.message : undefined}
      className={cn(
        "flex items-center gap-1.5 whitespace-nowrap text-xs max-sm:whitespace-normal",
        text ?? "text-muted-foreground",
      )}
    >
      <Icon aria-hidden className={cn("size-3.5 shrink-0", mark)} />
      {words()}
    </p>
  );
}

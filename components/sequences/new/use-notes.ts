"use client";

import { useTranslations } from "next-intl";
import type { ImportNotes } from "@/lib/sequence-files/schema";

/** What to look at after an import, in a few sentences. */
export function useNotes() {
  const t = useTranslations();
  return ({ unknownVariables, channelsWithoutInbox, problems }: ImportNotes): string => {
    const sentences = [
      unknownVariables.length > 0 && t("gallery.file.unknown", { names: unknownVariables.join(", ") }),
      channelsWithoutInbox.length > 0 &&
        t("gallery.file.noInbox", {
          channels: channelsWithoutInbox.map((channel) => t(`status.channel.${channel}`)).join(", "),
        }),
      problems > 0 && t("gallery.file.problems", { count: problems }),
    ].filter((sentence) => sentence !== false);
    return sentences.length > 0 ? sentences.join(" ") : t("gallery.file.fine");
  };
}

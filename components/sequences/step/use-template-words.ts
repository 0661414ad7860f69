"use client";

import { useTranslations } from "next-intl";
import type { HsmTemplateListed } from "@/lib/hsm-templates/schema";
import { obstacleOf } from "./template-choice";

/** Meta's words in the reader's language. New ones appear without notice; those are shown as they are. */
export function useTemplateWords() {
  const t = useTranslations();
  const word = (group: "status" | "category" | "quality", said: string): string => {
    const key = `hsm.${group}.${said.toLowerCase()}`;
    return t.has(key) ? t(key) : said.toLowerCase().replaceAll("_", " ");
  };
  const status = (listed: HsmTemplateListed) => word("status", listed.missingAt ? "missing" : listed.status);
  return {
    status,
    category: ({ category }: HsmTemplateListed) => word("category", category),
    quality: ({ quality }: HsmTemplateListed) => word("quality", quality ?? "unknown"),
    /** Why it cannot be sent. */
    obstacle(listed: HsmTemplateListed): string | null {
      const code = obstacleOf(listed);
      if (code === null) return null;
      const key = `hsm.unsupported.${code}`;
      return t.has(key) ? t(key) : t(`step.template.obstacles.${code}`, { status: status(listed) });
    },
  };
}

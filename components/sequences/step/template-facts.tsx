"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { FieldError } from "@/components/ui/field";
import type { HsmTemplateListed } from "@/lib/hsm-templates/schema";
import { useTemplateWords } from "./use-template-words";

/** What Meta says of the chosen template. */
export function TemplateFacts({ listed }: { listed: HsmTemplateListed }) {
  const t = useTranslations("step.template");
  const { status, category, quality, obstacle } = useTemplateWords();
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-1.5">
        <Badge>{listed.language}</Badge>
        <Badge>{category(listed)}</Badge>
        <Badge tone={listed.status === "APPROVED" ? "green" : "red"}>{status(listed)}</Badge>
        {listed.quality && (
          <span className="text-muted-foreground text-xs">{t("quality", { quality: quality(listed) })}</span>
        )}
      </p>
      <FieldError>{obstacle(listed)}</FieldError>
    </div>
  );
}

"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tones";
import type { HsmTemplateListed } from "@/lib/hsm-templates/schema";

const TONES: Record<string, Tone> = {
  approved: "green",
  pending: "blue",
  in_appeal: "blue",
  paused: "amber",
  limit_exceeded: "amber",
  rejected: "red",
  disabled: "red",
  missing: "red",
};

/** One template in one language: what it says, where it stands at Meta, and why a step cannot use it. */
export function HsmTemplateItem({ template }: { template: HsmTemplateListed }) {
  const t = useTranslations("hsm");
  const { name, language, header, body, footer, buttons, needs, unsupported, missingAt } = template;
  const status = missingAt ? "missing" : template.status.toLowerCase();
  const word = useMetaWord();
  const facts = [
    word("category", template.category),
    t("qualityOf", { quality: word("quality", template.quality ?? "unknown") }),
    ...(needs.header && needs.header.type !== "text" ? [t(`head.${needs.header.type}`)] : []),
    ...(buttons.length > 0 ? [t("buttons", { buttons: buttons.map(({ text }) => text).join(", ") })] : []),
  ];
  return (
    <li className="grid gap-1 px-3 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 className="min-w-0 break-all font-medium">
          {name} <span className="font-normal text-muted-foreground">{language}</span>
        </h3>
        <Status tone={TONES[status] ?? "grey"}>{word("status", status)}</Status>
      </div>
      {header && <p className="break-words font-medium">{header}</p>}
      <p className="line-clamp-3 whitespace-pre-wrap break-words">{body}</p>
      {footer && <p className="break-words text-muted-foreground text-xs">{footer}</p>}
      <p className="break-words text-muted-foreground text-xs">{facts.join(" · ")}</p>
      {missingAt && (
        <p className="text-red text-xs">
          {t.rich("missingSince", { when: () => <RelativeTime at={missingAt} /> })}
        </p>
      )}
      {unsupported && (
        <p className="flex items-start gap-1.5 text-amber text-xs">
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {t(`unsupported.${unsupported}`)}
        </p>
      )}
    </li>
  );
}

/** Meta adds words without notice; those that have no translation yet are shown as Meta writes them. */
function useMetaWord() {
  const t = useTranslations("hsm");
  return (group: "status" | "category" | "quality", word: string): string => {
    const key = `${group}.${word.toLowerCase()}`;
    return t.has(key) ? t(key) : word.toLowerCase().replaceAll("_", " ");
  };
}

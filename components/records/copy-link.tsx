"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

/** A payment link, to open and to hand on. */
export function CopyLink({ link }: { link: string }) {
  const t = useTranslations("records");
  if (!link) return "–";
  return (
    <span className="flex min-w-0 items-center gap-1">
      <a className="link min-w-0 truncate" href={link} target="_blank" rel="noreferrer">
        {link}
      </a>
      <Button variant="ghost" size="icon-sm" aria-label={t("copyLink")} onClick={() => copy(link, t)}>
        <Copy aria-hidden />
      </Button>
    </span>
  );
}

/** Says whether it worked: a browser may refuse its clipboard. */
export function copy(link: string, t: (key: "copied" | "copyFailed") => string): void {
  void navigator.clipboard.writeText(link).then(
    () => toast(t("copied")),
    () => toast.error(t("copyFailed")),
  );
}

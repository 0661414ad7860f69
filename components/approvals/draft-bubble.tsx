"use client";

import { useTranslations } from "next-intl";
import { MessageText } from "@/components/messages/message-text";
import { Badge } from "@/components/ui/badge";
import type { Channel } from "@/lib/core/model";

type DraftBubbleProps = { channel: Channel; text: string; subject: string | null };

/** The draft at the end of the thread, as it will look there. */
export function DraftBubble({ channel, text, subject }: DraftBubbleProps) {
  const t = useTranslations("approvals");
  return (
    <section aria-label={t("preview")} className="grid justify-items-end pt-2.5">
      <div className="grid max-w-[min(85%,38rem)] gap-1 rounded-lg border border-violet/50 border-dashed bg-violet-soft px-3 py-2">
        {subject && <p className="break-words border-current/15 border-b pb-1 font-semibold">{subject}</p>}
        {text.trim() ? (
          <MessageText message={{ text, channel, contentType: null }} />
        ) : (
          <p className="text-muted-foreground italic">{t("noText")}</p>
        )}
        <p className="justify-self-end">
          <Badge tone="violet">{t("draft")}</Badge>
        </p>
      </div>
    </section>
  );
}

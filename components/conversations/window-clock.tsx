"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ConversationDetail } from "@/lib/conversations/detail";

const TICK_MS = 15_000;

/** WhatsApp's 24 hours, counted down: whether free text may be written, and the sentence that says so. */
export function useWindow({ state, closesAt }: ConversationDetail["window"]) {
  const t = useTranslations("conversations.reply");
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (state === "none") return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [state]);
  if (state === "none") return { isClosed: false, sentence: null };
  const minutes = closesAt ? Math.floor((new Date(closesAt).getTime() - now) / 60_000) : 0;
  if (state === "closed" || minutes <= 0) return { isClosed: true, sentence: t("windowClosed") };
  return {
    isClosed: false,
    sentence: t("windowOpen", { hours: Math.floor(minutes / 60), minutes: minutes % 60 }),
  };
}

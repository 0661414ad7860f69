"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { sendByHandAction } from "@/lib/conversations/actions";
import type { TemplateChoice } from "@/lib/conversations/schema";
import type { Thread } from "./use-thread";

export type Writing = {
  text: string;
  subject?: string;
  template?: TemplateChoice;
  /** A message that failed and is to be sent again as it was. */
  again?: string;
};

/** What stands in the way of sending: a refusal to read, or a question to answer. */
export type Held = { sentence: string; question: Writing | null };

/**
 * Sends what a person wrote, and shows it at once. The same words keep their id until the server has answered, so that
 * pressing again after a broken connection sends nothing twice.
 */
export function useSend(account: string, conversationId: string, thread: Thread) {
  const t = useTranslations("conversations");
  const [isBusy, setBusy] = useState(false);
  const [held, setHeld] = useState<Held | null>(null);
  const tried = useRef<{ words: string; id: string } | null>(null);

  /** Whether the server has taken it. */
  const send = async (writing: Writing, isConfirmed = false): Promise<boolean> => {
    if (isBusy) return false;
    const words = JSON.stringify(writing);
    if (tried.current?.words !== words) tried.current = { words, id: crypto.randomUUID() };
    const { id } = tried.current;
    setBusy(true);
    setHeld(null);
    if (writing.text) thread.put(onItsWay(id, writing));
    const answer = await sendByHandAction({ account, conversationId, id, isConfirmed, ...writing }).catch(
      () => undefined,
    );
    setBusy(false);
    if (answer?.data) {
      tried.current = null;
      await thread.refresh();
      return true;
    }
    thread.drop(id);
    if (answer) tried.current = null;
    const isQuestion = answer?.serverError?.data.confirm !== undefined;
    setHeld({ sentence: refusalOf(answer) ?? t("failed"), question: isQuestion ? writing : null });
    return false;
  };

  return { send, isBusy, held, release: () => setHeld(null) };
}

export type Sender = ReturnType<typeof useSend>;

const onItsWay = (id: string, { text, subject }: Writing) => ({
  ...{ id, text, subject: subject ?? null, at: new Date().toISOString() },
  ...{ direction: "outbound" as const, status: "claimed" as const, contentType: "text" as const },
  ...{
    preheader: null,
    media: null,
    inboundMedia: null,
    quickReplies: [],
    failure: null,
    meaning: null,
    understood: null,
    inboundType: null,
  },
  ...{ enrollmentId: null, sequenceName: null, authorName: null },
});

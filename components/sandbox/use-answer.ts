"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import { answerAction } from "@/lib/sandbox/actions";
import type { ANSWER_KINDS } from "@/lib/sandbox/schema";

export type AnswerKind = (typeof ANSWER_KINDS)[number];

type Answering = { account: string; threadId: string; onAnswered: () => Promise<void> };

/** Answers as the contact; a refusal is told. `answer` resolves to whether it was taken. */
export function useAnswer({ account, threadId, onAnswered }: Answering) {
  const t = useTranslations("sandbox");
  const [isBusy, setBusy] = useState(false);
  const answer = async (text: string, kind: AnswerKind): Promise<boolean> => {
    setBusy(true);
    const answered = await answerAction({ account, conversationId: threadId, text, kind }).catch(
      () => undefined,
    );
    const refused = answered ? refusalOf(answered) : t("failed");
    if (refused) toast.error(refused);
    await onAnswered();
    setBusy(false);
    return !refused;
  };
  return { answer, isBusy };
}

export type Answerer = ReturnType<typeof useAnswer>;

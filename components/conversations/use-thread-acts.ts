"use client";

import { useTranslations } from "next-intl";
import { refusalOf } from "@/components/sequences/refusal";
import { toast } from "@/components/ui/toast";
import {
  assignConversationAction,
  reopenConversationAction,
  resolveConversationAction,
  setConversationPendingAction,
  snoozeConversationAction,
} from "@/lib/conversations/actions";
import type { ConversationDetail } from "@/lib/conversations/detail";

type Acts = { account: string; conversation: ConversationDetail; refresh: () => Promise<unknown> };

/** What the team does about a thread. Each act says what it did and how to take it back. */
export function useThreadActs({ account, conversation, refresh }: Acts) {
  const t = useTranslations("conversations");
  const common = useTranslations("common");
  const thread = { account, conversationId: conversation.id };

  const reopen = async () => {
    const answer = await reopenConversationAction(thread).catch(() => undefined);
    if (!answer?.data) return void toast.error(refusalOf(answer) ?? t("failed"));
    await refresh();
    if (answer.data.isChanged) toast(t("acted.open"));
  };
  const undo = { label: common("undo"), onClick: () => void reopen() };

  return {
    reopen,
    resolve: async () => {
      const answer = await resolveConversationAction(thread).catch(() => undefined);
      if (!answer?.data) return void toast.error(refusalOf(answer) ?? t("failed"));
      await refresh();
      const { isChanged, ended } = answer.data;
      // Runs that ended do not live again with the thread, so the sentence tells of them.
      if (isChanged) toast(t("acted.resolved", { count: ended.length }), { action: undo });
    },
    setPending: async () => {
      const answer = await setConversationPendingAction(thread).catch(() => undefined);
      if (!answer?.data) return void toast.error(refusalOf(answer) ?? t("failed"));
      await refresh();
      if (answer.data.isChanged) toast(t("acted.pending"), { action: undo });
    },
    snooze: async (until: Date) => {
      const answer = await snoozeConversationAction({ ...thread, until: until.toISOString() }).catch(
        () => undefined,
      );
      if (!answer?.data) return void toast.error(refusalOf(answer) ?? t("failed"));
      await refresh();
      if (answer.data.isChanged) toast(t("acted.snoozed"), { action: undo });
    },
    assign: async (userId: string | null) => {
      const answer = await assignConversationAction({ ...thread, userId }).catch(() => undefined);
      if (!answer?.data) return void toast.error(refusalOf(answer) ?? t("failed"));
      await refresh();
    },
  };
}

export type ThreadActs = ReturnType<typeof useThreadActs>;

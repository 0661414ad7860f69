"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { MessageList } from "@/components/conversations/message-list";
import { useThread } from "@/components/conversations/use-thread";
import { Skeleton } from "@/components/ui/skeleton";
import type { DraftDetail } from "@/lib/approvals/schema";
import { DraftBubble } from "./draft-bubble";

type ThreadBesideProps = {
  account: string;
  draft: DraftDetail;
  /** As they stand in the editor. */
  text: string;
  subject: string | null;
};

/** What was said so far, and the draft at the end of it. Long threads are not drawn anew with every letter. */
export const ThreadBeside = memo(function ThreadBeside({ account, draft, ...words }: ThreadBesideProps) {
  const t = useTranslations("approvals");
  const ending = draft.verdict === "open" || draft.verdict === "approved" ? words : null;
  return (
    <section aria-label={t("conversation")} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {draft.conversationId ? (
        <OpenThread account={account} id={draft.conversationId} draft={draft} ending={ending} />
      ) : (
        <div className="overflow-y-auto px-3 py-4 md:px-5">
          <p className="pb-2 text-center text-muted-foreground text-xs">{t("noConversation")}</p>
          {ending && <DraftBubble channel={draft.channel} {...ending} />}
        </div>
      )}
    </section>
  );
});

type OpenThreadProps = {
  account: string;
  id: string;
  draft: DraftDetail;
  ending: { text: string; subject: string | null } | null;
};

function OpenThread({ account, id, draft, ending }: OpenThreadProps) {
  const thread = useThread(account, id);
  if (!thread.conversation) {
    if (thread.error) return <p className="p-4 text-muted-foreground">{thread.error.message}</p>;
    return (
      <div aria-hidden className="grid content-start gap-4 p-4">
        <Skeleton className="h-14 w-2/3" />
        <Skeleton className="ml-auto h-14 w-2/3" />
      </div>
    );
  }
  return (
    <MessageList account={account} thread={thread} conversation={thread.conversation} sender={null}>
      {ending && <DraftBubble channel={draft.channel} {...ending} />}
    </MessageList>
  );
}

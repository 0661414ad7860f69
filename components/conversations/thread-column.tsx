"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Skeleton } from "@/components/ui/skeleton";
import { useMedia } from "@/components/ui/use-media";
import type { MemberOption } from "@/lib/conversations/data";
import type { ConversationDetail } from "@/lib/conversations/detail";
import type { SequenceOption } from "@/lib/enrollments/data";
import type { ScreenRights } from "./conversations-screen";
import { MessageList } from "./message-list";
import { ReplyBox } from "./reply-box";
import { SidePanel } from "./side-panel";
import { ThreadHeader } from "./thread-header";
import { useSend } from "./use-send";
import { type Thread, useSeen, useThread } from "./use-thread";
import { useThreadActs } from "./use-thread-acts";

type ThreadColumnProps = {
  account: string;
  conversationId: string;
  members: MemberOption[];
  sequences: SequenceOption[];
  userId: string;
  rights: ScreenRights;
  onBack: () => void;
};

/** One thread with what is answered below it, and beside it who it is with. */
export function ThreadColumn({ account, conversationId, onBack, ...rest }: ThreadColumnProps) {
  const thread = useThread(account, conversationId);
  useSeen(account, thread, rest.rights.mayReply);
  if (thread.conversation) {
    return <OpenThread {...{ account, thread, onBack, ...rest }} conversation={thread.conversation} />;
  }
  if (thread.error) {
    return (
      <p role="alert" className="m-6">
        {thread.error.message}
      </p>
    );
  }
  return (
    <div aria-hidden className="grid flex-1 content-start gap-4 p-4">
      <Skeleton className="h-8 w-1/2" />
      <Skeleton className="h-16 w-2/3" />
      <Skeleton className="ml-auto h-16 w-2/3" />
    </div>
  );
}

type OpenThreadProps = Omit<ThreadColumnProps, "conversationId"> & {
  thread: Thread;
  conversation: ConversationDetail;
};

function OpenThread({
  account,
  thread,
  conversation,
  members,
  sequences,
  userId,
  rights,
  onBack,
}: OpenThreadProps) {
  const t = useTranslations("conversations.keys");
  const isWide = useMedia("(min-width: 1280px)", true);
  const [panel, setPanel] = useState<boolean | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const acts = useThreadActs({ account, conversation, refresh: thread.refresh });
  const sender = useSend(account, conversation.id, thread);
  // Beside the thread it is open unless somebody closed it; over the thread only when somebody asked.
  const isPanelOpen = panel ?? isWide;
  const isResolved = conversation.status === "resolved";
  useCommands(
    rights.mayReply
      ? [
          { id: "thread-reply", label: t("reply"), shortcut: "r", run: () => field.current?.focus() },
          {
            id: "thread-resolve",
            label: t(isResolved ? "reopen" : "resolve"),
            shortcut: "e",
            run: () => void (isResolved ? acts.reopen() : acts.resolve()),
          },
        ]
      : [],
  );
  return (
    <>
      <section aria-label={conversation.contactName} className="flex min-w-0 flex-1 flex-col">
        <ThreadHeader
          {...{ account, conversation, members, userId, acts, rights, onBack, isPanelOpen }}
          onPanel={() => setPanel(!isPanelOpen)}
          onChanged={thread.refresh}
        />
        <MessageList
          {...{ account, thread, conversation }}
          answering={{ acts, userId }}
          sender={rights.mayReply ? sender : null}
        />
        {rights.mayReply && <ReplyBox {...{ account, conversation, sender, field }} />}
      </section>
      <SidePanel
        {...{ account, conversation, sequences, rights, isWide }}
        isOpen={isPanelOpen}
        onClose={() => setPanel(false)}
      />
    </>
  );
}

"use client";

import { CheckCircle2, ListTree, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { toast } from "@/components/ui/toast";
import { resolveConversationAction } from "@/lib/conversations/actions";
import type { SandboxPhone } from "@/lib/sandbox/data";

type ThreadActsProps = {
  account: string;
  phone: SandboxPhone;
  canResolve: boolean;
  onResolved: () => Promise<void>;
};

/** The side of the team: who this is, where the thread stands, and the run behind it. */
export function ThreadActs({
  account,
  phone: { thread, messages },
  canResolve,
  onResolved,
}: ThreadActsProps) {
  const t = useTranslations("sandbox");
  const status = useTranslations("status.conversation");
  const [isBusy, setBusy] = useState(false);
  const runId = messages.findLast((message) => message.enrollmentId)?.enrollmentId;

  const resolve = async () => {
    setBusy(true);
    const answer = await resolveConversationAction({ account, conversationId: thread.id }).catch(
      () => undefined,
    );
    const refused = answer ? refusalOf(answer) : t("failed");
    if (refused) toast.error(refused);
    else toast(t("resolved", { count: answer?.data?.ended.length ?? 0 }));
    await onResolved();
    setBusy(false);
  };

  return (
    <div className="flex w-full max-w-[23rem] flex-wrap items-center gap-x-1 gap-y-1.5">
      <div className="flex w-full items-center gap-3">
        <h2 className="min-w-0 truncate font-medium text-base">{thread.contactName}</h2>
        <Status status={thread.status}>{status(thread.status)}</Status>
      </div>
      <Button asChild variant="ghost" size="sm" className="-ml-2">
        <Link href={`/${account}/contacts/${thread.contactId}`}>
          <UserRound aria-hidden /> {t("toContact")}
        </Link>
      </Button>
      {runId && (
        <Button asChild variant="ghost" size="sm">
          <Link href={`/${account}/enrollments?run=${runId}`}>
            <ListTree aria-hidden /> {t("toRun")}
          </Link>
        </Button>
      )}
      {canResolve && thread.status !== "resolved" && (
        <Button
          variant="outline"
          size="sm"
          className="ml-auto"
          isBusy={isBusy}
          onClick={() => void resolve()}
        >
          <CheckCircle2 aria-hidden /> {t("resolve")}
        </Button>
      )}
    </div>
  );
}

"use client";

import { ArrowLeft, CheckCircle2, ChevronDown, PanelRight, RotateCcw, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { MacroMenu } from "@/components/automation/macro-menu";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Link } from "@/components/ui/link";
import { NativeSelect } from "@/components/ui/native-select";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { Hint } from "@/components/ui/tooltip";
import type { MemberOption } from "@/lib/conversations/data";
import type { ConversationDetail } from "@/lib/conversations/detail";
import { ChannelIcon } from "./channel-icon";
import type { ScreenRights } from "./conversations-screen";
import { SnoozeMenu } from "./snooze-menu";
import type { ThreadActs } from "./use-thread-acts";

type ThreadHeaderProps = {
  account: string;
  conversation: ConversationDetail;
  members: MemberOption[];
  userId: string;
  acts: ThreadActs;
  onChanged: () => Promise<unknown>;
  rights: ScreenRights;
  isPanelOpen: boolean;
  onPanel: () => void;
  onBack: () => void;
};

export function ThreadHeader(props: ThreadHeaderProps) {
  const { account, conversation, rights, acts, isPanelOpen, onPanel, onBack } = props;
  const t = useTranslations("conversations");
  const isResolved = conversation.status === "resolved";
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1.5 border-b px-3 py-2">
      <Button variant="ghost" size="icon-sm" className="md:hidden" aria-label={t("back")} onClick={onBack}>
        <ArrowLeft aria-hidden />
      </Button>
      <div className="grid min-w-32 flex-1">
        <h2 className="truncate font-semibold text-base leading-5">{conversation.contactName}</h2>
        <p className="flex min-w-0 items-center gap-1.5 text-muted-foreground text-xs">
          <ChannelIcon channel={conversation.channel} />
          <span className="truncate">{conversation.inboxName}</span>
        </p>
      </div>
      <div className="flex items-center gap-1">
        {rights.mayReply && (
          <MacroMenu
            account={account}
            conversationId={conversation.id}
            onDone={() => void props.onChanged()}
          />
        )}
        {conversation.provider === "sandbox" && (
          <Hint text={t("toPhone")}>
            <Button asChild variant="ghost" size="icon-sm" aria-label={t("toPhone")}>
              <Link href={`/${account}/sandbox?thread=${conversation.id}`}>
                <Smartphone aria-hidden />
              </Link>
            </Button>
          </Hint>
        )}
        <Hint text={t("panel.toggle")}>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t("panel.toggle")}
            aria-pressed={isPanelOpen}
            onClick={onPanel}
          >
            <PanelRight aria-hidden />
          </Button>
        </Hint>
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        {rights.mayReply ? <Assignee {...props} /> : null}
        <StatusMenu conversation={conversation} acts={rights.mayReply ? acts : null} />
        {rights.mayReply && !isResolved && <SnoozeMenu onSnooze={acts.snooze} />}
        {rights.mayReply && (
          <Button
            variant={isResolved ? "outline" : "default"}
            size="sm"
            onClick={() => void (isResolved ? acts.reopen() : acts.resolve())}
          >
            {isResolved ? <RotateCcw aria-hidden /> : <CheckCircle2 aria-hidden />}
            {t(isResolved ? "reopen" : "resolve")}
          </Button>
        )}
      </div>
    </header>
  );
}

function Assignee({ conversation, members, userId, acts }: ThreadHeaderProps) {
  const t = useTranslations("conversations.assignee");
  const name = (member: MemberOption) =>
    member.id === userId ? t("me", { name: member.name }) : member.name;
  return (
    <NativeSelect
      aria-label={t("label")}
      className="w-36 max-sm:w-24"
      value={conversation.assigneeId ?? ""}
      onChange={(event) => void acts.assign(event.target.value || null)}
    >
      <option value="">{t("nobody")}</option>
      {members.map((member) => (
        <option key={member.id} value={member.id}>
          {name(member)}
        </option>
      ))}
    </NativeSelect>
  );
}

function StatusMenu({ conversation, acts }: { conversation: ConversationDetail; acts: ThreadActs | null }) {
  const t = useTranslations("conversations");
  const word = useTranslations("status.conversation");
  const shown = (
    <Status status={conversation.status}>
      {word(conversation.status)}
      {conversation.snoozedUntil && (
        <span className="text-muted-foreground max-sm:hidden">
          <RelativeTime at={conversation.snoozedUntil} />
        </span>
      )}
    </Status>
  );
  if (!acts) return shown;
  const choices = [
    { status: "open", run: acts.reopen },
    { status: "pending", run: acts.setPending },
    { status: "resolved", run: acts.resolve },
  ] as const;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="outline"
          size="sm"
          aria-label={t("statusMenu", { status: word(conversation.status) })}
        >
          {shown}
          <ChevronDown aria-hidden className="text-muted-foreground" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {choices.map(({ status, run }) => (
          <DropdownMenuItem
            key={status}
            disabled={status === conversation.status}
            onSelect={() => void run()}
          >
            <Status status={status}>{word(status)}</Status>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

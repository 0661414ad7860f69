"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { getJson } from "@/components/sequences/get-json";
import {
  Sheet,
  SheetBody,
  SheetContent,
  SheetDescription,
  SheetHeader,
  SheetTitle,
} from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import type { ConversationDetail } from "@/lib/conversations/detail";
import type { ConversationSide } from "@/lib/conversations/side";
import type { SequenceOption } from "@/lib/enrollments/data";
import { ContactCard } from "./contact-card";
import type { ScreenRights } from "./conversations-screen";
import { SideRecords } from "./side-records";
import { SideRuns } from "./side-runs";

type SidePanelProps = {
  account: string;
  conversation: ConversationDetail;
  sequences: SequenceOption[];
  rights: ScreenRights;
  isWide: boolean;
  isOpen: boolean;
  onClose: () => void;
};

const REFRESH_MS = 3_000;

/** Who the thread is with and what runs for them: beside it where there is room, else over it. */
export function SidePanel({ isWide, isOpen, onClose, ...content }: SidePanelProps) {
  const t = useTranslations("conversations.panel");
  if (isWide) {
    if (!isOpen) return null;
    return (
      <aside aria-label={t("title")} className="w-80 shrink-0 overflow-y-auto border-l px-4 py-4">
        <SideContent {...content} />
      </aside>
    );
  }
  return (
    <Sheet open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <SheetContent>
        <SheetHeader>
          <SheetTitle>{t("title")}</SheetTitle>
          <SheetDescription>{content.conversation.contactName}</SheetDescription>
        </SheetHeader>
        <SheetBody>
          <SideContent {...content} />
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}

type SideContentProps = Pick<SidePanelProps, "account" | "conversation" | "sequences" | "rights">;

function SideContent({ account, conversation, sequences, rights }: SideContentProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ["conversation-side", account, conversation.id],
    queryFn: () => getJson<ConversationSide>(`/api/a/${account}/conversations/${conversation.id}/side`),
    refetchInterval: REFRESH_MS,
  });
  if (!data && error) return <p role="alert">{error.message}</p>;
  if (!data) return <Skeleton className="h-40" />;
  return (
    <div className="grid gap-6">
      <ContactCard account={account} contact={data.contact} maySeeContacts={rights.maySeeContacts} />
      <SideRuns
        {...{ account, sequences }}
        side={data}
        mayEnroll={rights.mayEnroll}
        onChanged={() => void refetch()}
      />
      <SideRecords account={account} contactId={data.contact.id} records={data.records} />
    </div>
  );
}

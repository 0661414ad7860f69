"use client";

import { MoreHorizontal, Pencil, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { tabActiveClasses, tabClasses } from "@/components/ui/tab-classes";
import { toast } from "@/components/ui/toast";
import { deleteSegmentAction, saveSegmentAction } from "@/lib/segments/actions";
import type { Segment } from "@/lib/segments/schema";
import { useAddress } from "../use-address";
import { SegmentDialog, type SegmentDraft } from "./segment-dialog";

type SegmentTabsProps = {
  account: string;
  segments: Segment[];
  current: string | undefined;
  canManage: boolean;
};

const BLANK: SegmentDraft = {
  name: "",
  filter: { match: "all", conditions: [{ variable: "contact.tags", operator: "contains", value: "" }] },
};

/** The saved filters, one tab each, behind "all contacts". */
export function SegmentTabs({ account, segments, current, canManage }: SegmentTabsProps) {
  const t = useTranslations("filter.segment");
  const { change } = useAddress();
  const [draft, setDraft] = useState<SegmentDraft | null>(null);
  const chosen = segments.find(({ id }) => id === current);
  const show = (id: string | null) => change({ segment: id, filter: null });
  return (
    <nav
      aria-label={t("tabs")}
      className="mb-3 flex items-center gap-4 overflow-x-auto border-b px-4 md:px-6"
    >
      <Tab isCurrent={!chosen} onChoose={() => show(null)}>
        {t("all")}
      </Tab>
      {segments.map(({ id, name }) => (
        <Tab key={id} isCurrent={id === current} onChoose={() => show(id)}>
          {name}
        </Tab>
      ))}
      {canManage && chosen && (
        <SegmentActs account={account} segment={chosen} onEdit={setDraft} onGone={() => show(null)} />
      )}
      {canManage && (
        <Button variant="ghost" size="sm" onClick={() => setDraft(BLANK)}>
          <Plus aria-hidden /> {t("new")}
        </Button>
      )}
      <SegmentDialog account={account} draft={draft} onClose={() => setDraft(null)} onSaved={show} />
    </nav>
  );
}

type TabProps = { isCurrent: boolean; onChoose: () => void; children: string };

function Tab({ isCurrent, onChoose, children }: TabProps) {
  return (
    <button
      type="button"
      aria-current={isCurrent ? "page" : undefined}
      onClick={onChoose}
      className={cn(tabClasses, isCurrent && tabActiveClasses)}
    >
      {children}
    </button>
  );
}

type SegmentActsProps = {
  account: string;
  segment: Segment;
  onEdit: (segment: Segment) => void;
  onGone: () => void;
};

function SegmentActs({ account, segment, onEdit, onGone }: SegmentActsProps) {
  const t = useTranslations();
  const router = useRouter();
  const { id, name, filter } = segment;
  const remove = async () => {
    const answer = await deleteSegmentAction({ account, id }).catch(() => undefined);
    const refused = answer ? refusalOf(answer) : t("filter.segment.failed");
    if (refused) {
      toast.error(refused);
      return;
    }
    onGone();
    toast(t("filter.segment.deleted", { name }), {
      action: { label: t("common.undo"), onClick: () => void restore() },
    });
  };
  const restore = async () => {
    await saveSegmentAction({ account, name, filter }).catch(() => undefined);
    router.refresh();
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t("filter.segment.acts", { name })}>
          <MoreHorizontal aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuItem onSelect={() => onEdit(segment)}>
          <Pencil aria-hidden /> {t("filter.segment.edit")}
        </DropdownMenuItem>
        <DropdownMenuItem variant="destructive" onSelect={() => void remove()}>
          <Trash2 aria-hidden /> {t("filter.segment.delete")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

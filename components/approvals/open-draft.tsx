"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useSettled } from "@/components/sequences/use-settled";
import { useCommands } from "@/components/shell/commands";
import { Segmented } from "@/components/ui/segmented";
import { toast } from "@/components/ui/toast";
import { useMedia } from "@/components/ui/use-media";
import type { DraftChoices } from "@/lib/approvals/data";
import type { DraftDetail } from "@/lib/approvals/schema";
import { DraftActs } from "./draft-acts";
import { DraftBody } from "./draft-body";
import { DraftDialog, type DraftDialogName } from "./draft-dialogs";
import { DraftHeader } from "./draft-header";
import { isHard, isVouchable } from "./finding-spans";
import { ThreadBeside } from "./thread-beside";
import type { DraftDecisions } from "./use-decisions";
import { useEdit } from "./use-edit";
import { useLiveCheck } from "./use-live-check";
import { useRewrite } from "./use-rewrite";

export type OpenDraftProps = {
  account: string;
  draft: DraftDetail;
  userId: string;
  members: DraftChoices["members"];
  decisions: DraftDecisions;
  /** Which of how many it is; null where it is not listed. */
  place: { number: number; of: number } | null;
  onBack: () => void;
};

/** The conversation | the draft, or one of the two where there is no room for both. */
export function OpenDraft(props: OpenDraftProps) {
  const { account, draft, userId, members, decisions } = props;
  const t = useTranslations("approvals");
  const hasRoom = useMedia("(min-width: 1200px)", true);
  const [side, setSide] = useState<"draft" | "conversation">("draft");
  const [dialog, setDialog] = useState<DraftDialogName | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const vouchBox = useRef<HTMLButtonElement>(null);
  const edit = useEdit(account, draft);
  const words = { text: edit.text, subject: edit.subject };
  const preview = { text: useSettled(edit.text), subject: useSettled(edit.subject) };
  const { findings, isSettled } = useLiveCheck(account, draft, words);
  const rewrite = useRewrite(account, draft, edit.drop);
  const isOpen = draft.verdict === "open" && !decisions.leaving.has(draft.id);

  const approve = () => {
    const unvouched = findings.some((each) => isVouchable(each) && !edit.vouched.includes(each.words));
    if (findings.some(isHard)) return toast.error(t("findings.hard"));
    if (unvouched) {
      setSide("draft");
      vouchBox.current?.focus();
      return toast.error(t("findings.vouchFirst"));
    }
    const vouched = edit.vouched.filter((each) => findings.some((finding) => finding.words === each));
    void decisions.approve(draft, { ...words, vouched });
  };
  const write = () => {
    setSide("draft");
    // Where the draft was not in sight the field is there a moment later.
    setTimeout(() => field.current?.focus());
  };
  const isDisabled = !isOpen || rewrite.isBusy;
  const open = (name: DraftDialogName) => () => setDialog(name);
  const acts = { approve, write, open };
  useCommands([
    { id: "draft-approve", label: t("acts.approve"), shortcut: "a", isDisabled, run: approve },
    {
      ...{ id: "draft-approve-field", label: t("keys.approveTyping"), shortcut: "mod+enter" },
      ...{ worksInFields: true, isKeyOnly: true, isDisabled, run: approve },
    },
    { id: "draft-edit", label: t("acts.edit"), shortcut: "e", isDisabled, run: write },
    { id: "draft-discard", label: t("acts.discard"), shortcut: "d", isDisabled, run: open("discard") },
    {
      id: "draft-regenerate",
      label: t("acts.regenerate"),
      shortcut: "r",
      isDisabled,
      run: open("regenerate"),
    },
    { id: "draft-reassign", label: t("acts.reassign"), shortcut: "s", isDisabled, run: open("reassign") },
    { id: "draft-snooze", label: t("acts.snooze"), shortcut: "z", isDisabled, run: open("snooze") },
  ]);

  const column = (
    <section
      aria-label={t("draftOf", { name: draft.contactName })}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
    >
      <DraftBody
        {...{ account, draft, edit, findings, isSettled, field, vouchBox, rewrite, isOpen }}
        onWake={() => void decisions.wake(draft)}
        onTakeBack={() => void decisions.takeBack({ ...draft, actId: null })}
      />
      {isOpen && <DraftActs acts={acts} isBusy={rewrite.isBusy} />}
    </section>
  );
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <DraftHeader {...props}>
        {!hasRoom && (
          <Segmented
            label={t("side.label")}
            isLabelHidden
            segments={[
              { value: "draft", label: t("side.draft") },
              { value: "conversation", label: t("side.conversation") },
            ]}
            value={side}
            onChange={setSide}
          />
        )}
      </DraftHeader>
      <div className="flex min-h-0 flex-1">
        {(hasRoom || side === "conversation") && <ThreadBeside {...{ account, draft, ...preview }} />}
        {hasRoom ? (
          <div className="flex w-[27rem] shrink-0 border-l 2xl:w-[30rem]">{column}</div>
        ) : (
          side === "draft" && column
        )}
      </div>
      {dialog && (
        <DraftDialog
          name={dialog}
          {...{ draft, userId, members }}
          onClose={() => setDialog(null)}
          onDiscard={(stopsRun) => void decisions.discard(draft, stopsRun)}
          onSnooze={(until) => void decisions.snooze(draft, until)}
          onReassign={rewrite.reassign}
          onRegenerate={(remark) => void rewrite.regenerate(remark)}
        />
      )}
    </div>
  );
}

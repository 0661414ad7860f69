"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { SNOOZES, snoozeTime } from "@/components/conversations/snooze-times";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { DraftChoices } from "@/lib/approvals/data";
import type { DraftDetail } from "@/lib/approvals/schema";

export type DraftDialogName = "discard" | "regenerate" | "reassign" | "snooze";

type DraftDialogProps = {
  name: DraftDialogName;
  draft: DraftDetail;
  userId: string;
  members: DraftChoices["members"];
  onClose: () => void;
  onDiscard: (stopsRun: boolean) => void;
  onRegenerate: (remark: string) => void;
  onReassign: (assigneeId: string | null) => void;
  onSnooze: (until: Date) => void;
};

/** What an act needs to be told; Enter carries it out. */
export function DraftDialog(props: DraftDialogProps) {
  switch (props.name) {
    case "discard":
      return <Discard {...props} />;
    case "regenerate":
      return <Regenerate {...props} />;
    case "reassign":
      return <Reassign {...props} />;
    case "snooze":
      return <Snooze {...props} />;
  }
}

function Discard(props: DraftDialogProps) {
  const t = useTranslations("approvals.dialog");
  const [stopsRun, setStopsRun] = useState(false);
  return (
    <Asked {...props} isDestructive onSubmit={() => props.onDiscard(stopsRun)}>
      <Field label={t("stopsRun")} hint={t("stopsRunHint")} isInline>
        <Checkbox checked={stopsRun} onCheckedChange={(checked) => setStopsRun(checked === true)} />
      </Field>
    </Asked>
  );
}

function Regenerate(props: DraftDialogProps) {
  const t = useTranslations("approvals.dialog");
  const [remark, setRemark] = useState("");
  return (
    <Asked {...props} onSubmit={() => props.onRegenerate(remark)}>
      <Field label={t("remark")} hint={t("remarkHint")}>
        <Textarea
          autoFocus
          rows={3}
          maxLength={1_000}
          value={remark}
          placeholder={t("remarkPlaceholder")}
          onChange={({ target }) => setRemark(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </Field>
    </Asked>
  );
}

function Reassign(props: DraftDialogProps) {
  const t = useTranslations("approvals");
  const { draft, userId, members } = props;
  const [assigneeId, setAssigneeId] = useState(draft.assigneeId ?? "");
  return (
    <Asked {...props} onSubmit={() => props.onReassign(assigneeId || null)}>
      <Field label={t("dialog.assignee")} hint={t("dialog.assigneeHint")}>
        <NativeSelect autoFocus value={assigneeId} onChange={({ target }) => setAssigneeId(target.value)}>
          <option value="">{t("assignee.nobody")}</option>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === userId ? t("assignee.named", { name }) : name}
            </option>
          ))}
        </NativeSelect>
      </Field>
    </Asked>
  );
}

function Snooze(props: DraftDialogProps) {
  const t = useTranslations("conversations.snooze");
  const locale = useLocale();
  const [now] = useState(() => new Date());
  const [typed, setTyped] = useState("");
  const shown = new Intl.DateTimeFormat(locale, {
    ...{ weekday: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  });
  const snooze = (until: Date) => {
    props.onClose();
    props.onSnooze(until);
  };
  const at = new Date(typed);
  return (
    <Asked {...props} isDisabled={Number.isNaN(at.getTime())} onSubmit={() => props.onSnooze(at)}>
      <div className="grid gap-1">
        {SNOOZES.map((each, index) => (
          <Button
            key={each}
            variant="outline"
            autoFocus={index === 0}
            className="justify-between"
            onClick={() => snooze(snoozeTime(each, now))}
          >
            {t(each)}
            <span className="font-normal text-muted-foreground text-xs tabular-nums">
              {shown.format(snoozeTime(each, now))}
            </span>
          </Button>
        ))}
      </div>
      <Field label={t("date")}>
        <Input type="datetime-local" value={typed} onChange={({ target }) => setTyped(target.value)} />
      </Field>
    </Asked>
  );
}

type AskedProps = Pick<DraftDialogProps, "name" | "draft" | "onClose"> & {
  onSubmit: () => void;
  isDestructive?: boolean;
  isDisabled?: boolean;
  children: ReactNode;
};

function Asked({ name, draft, onClose, onSubmit, isDestructive, isDisabled, children }: AskedProps) {
  const t = useTranslations("approvals");
  const common = useTranslations("common");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    onSubmit();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-md">
        <DialogHeader>
          <DialogTitle>{t(`dialog.title.${name}`)}</DialogTitle>
          <DialogDescription>{t(`dialog.text.${name}`, { name: draft.contactName })}</DialogDescription>
        </DialogHeader>
        <form onSubmit={submit} className="grid gap-4">
          {children}
          <DialogFooter>
            <DialogClose asChild>
              <Button variant="outline">{common("cancel")}</Button>
            </DialogClose>
            <Button
              type="submit"
              variant={isDestructive ? "destructive" : "default"}
              autoFocus={isDestructive}
              disabled={isDisabled}
            >
              {t(`acts.${name}`)}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

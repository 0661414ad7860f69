"use client";

import { FileCheck2, SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { Hint } from "@/components/ui/tooltip";
import type { ConversationDetail } from "@/lib/conversations/detail";
import { LibraryMenu } from "./library-menu";
import { SendKey, useSendKey } from "./send-key";
import { useDraft } from "./use-draft";
import type { Sender } from "./use-send";

type TextFormProps = {
  account: string;
  conversation: ConversationDetail;
  sender: Sender;
  field: RefObject<HTMLTextAreaElement | null>;
  /** How long free text may still be written. */
  clock: string | null;
  /** Null where the inbox has no approved templates. */
  onTemplate: (() => void) | null;
};

/** Free text, which grows with what is written. What is not sent stays until it is. */
export function TextForm({ account, conversation, sender, field, clock, onTemplate }: TextFormProps) {
  const t = useTranslations("conversations.reply");
  const [text, setText] = useDraft(account, conversation.id);
  const [subject, setSubject] = useState<string | null>(null);
  const [sendsOnEnter, setSendsOnEnter] = useSendKey();
  const isMail = conversation.channel === "email";
  const shownSubject = subject ?? conversation.subject ?? "";

  const send = async () => {
    if (text.trim() === "" || sender.isBusy) return;
    const written = text;
    setText("");
    const isTaken = await sender.send({ text: written.trim(), ...(isMail && { subject: shownSubject }) });
    if (isTaken) setSubject(null);
    else setText(written);
    field.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") return field.current?.blur();
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.shiftKey) return;
    const isChord = event.ctrlKey || event.metaKey;
    if (!isChord && !sendsOnEnter) return;
    event.preventDefault();
    void send();
  };

  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {isMail && (
        <Input
          aria-label={t("subject")}
          placeholder={t("subject")}
          value={shownSubject}
          maxLength={300}
          onChange={(event) => setSubject(event.target.value)}
        />
      )}
      <Textarea
        ref={field}
        aria-label={t("label")}
        placeholder={t("placeholder")}
        value={text}
        rows={2}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        className="field-sizing-content max-h-60 min-h-16 resize-none"
      />
      <div className="flex flex-wrap items-center gap-1">
        <LibraryMenu
          account={account}
          conversationId={conversation.id}
          onText={(filled) => {
            setText(text.trim() === "" ? filled.text : `${text.trimEnd()}\n${filled.text}`);
            if (isMail && filled.subject && shownSubject === "") setSubject(filled.subject);
            field.current?.focus();
          }}
        />
        {onTemplate && (
          <Hint text={t("useTemplate")}>
            <Button
              variant="ghost"
              size="icon-sm"
              className="text-muted-foreground"
              aria-label={t("useTemplate")}
              onClick={onTemplate}
            >
              <FileCheck2 aria-hidden />
            </Button>
          </Hint>
        )}
        {clock && <span className="text-muted-foreground text-xs">{clock}</span>}
        <span className="ml-auto flex items-center gap-1.5">
          <SendKey sendsOnEnter={sendsOnEnter} onChange={setSendsOnEnter} />
          <Button type="submit" isBusy={sender.isBusy} disabled={text.trim() === ""}>
            <SendHorizontal aria-hidden /> {t("send")}
          </Button>
        </span>
      </div>
    </form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ConversationDetail } from "@/lib/conversations/detail";
import { TemplateForm } from "./template-form";
import { TextForm } from "./text-form";
import type { Sender } from "./use-send";
import { useWindow } from "./window-clock";

type ReplyBoxProps = {
  account: string;
  conversation: ConversationDetail;
  sender: Sender;
  field: RefObject<HTMLTextAreaElement | null>;
};

/** Where the team answers: free text while it may be written, else an approved template. */
export function ReplyBox({ account, conversation, sender, field }: ReplyBoxProps) {
  const t = useTranslations("conversations.reply");
  const errors = useTranslations("errors");
  const window = useWindow(conversation.window);
  const [wantsTemplate, setWantsTemplate] = useState(false);
  const isClosed = window.isClosed;
  if (conversation.obstacle) {
    return (
      <div className="border-t p-3">
        <Alert tone="amber">{errors(conversation.obstacle)}</Alert>
      </div>
    );
  }
  return (
    <div className="grid gap-2 border-t p-3">
      {sender.held && <Held sender={sender} />}
      {conversation.isOptedOut && !sender.held && <Alert tone="amber">{t("optedOut")}</Alert>}
      {isClosed || wantsTemplate ? (
        <TemplateForm
          {...{ account, conversation, sender }}
          clock={window.sentence}
          onText={isClosed ? null : () => setWantsTemplate(false)}
        />
      ) : (
        <TextForm
          {...{ account, conversation, sender, field }}
          clock={window.sentence}
          onTemplate={conversation.hasTemplates ? () => setWantsTemplate(true) : null}
        />
      )}
    </div>
  );
}

function Held({ sender }: { sender: Sender }) {
  const t = useTranslations("conversations.reply");
  const common = useTranslations("common");
  const { held, isBusy } = sender;
  const question = held?.question;
  return (
    <Alert
      role="alert"
      tone={question ? "amber" : "red"}
      action={
        <span className="flex gap-1.5">
          {question && (
            <Button size="sm" isBusy={isBusy} onClick={() => void sender.send(question, true)}>
              {t("anyway")}
            </Button>
          )}
          <Button size="sm" variant="ghost" onClick={sender.release}>
            {common(question ? "cancel" : "close")}
          </Button>
        </span>
      }
    >
      {held?.sentence}
    </Alert>
  );
}

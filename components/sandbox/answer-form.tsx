"use client";

import { SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { Answerer, AnswerKind } from "./use-answer";

const QUICK: { key: "interested" | "paid" | "stop" | "holiday"; kind: AnswerKind }[] = [
  { key: "interested", kind: "text" },
  { key: "paid", kind: "paid" },
  { key: "stop", kind: "text" },
  { key: "holiday", kind: "automatic" },
];

/** Answers as the contact: by typing, or with one of the answers that show what the product does. */
export function AnswerForm({ answerer: { answer, isBusy } }: { answerer: Answerer }) {
  const t = useTranslations("sandbox");
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    void answer(text, "text").then((isTaken) => isTaken && setText(""));
  };

  return (
    <div className="grid shrink-0 gap-2 border-border border-t bg-background p-2.5 text-foreground">
      <ul aria-label={t("quick.label")} className="flex flex-wrap gap-1.5">
        {QUICK.map(({ key, kind }) => (
          <li key={key}>
            <Button
              variant="outline"
              size="sm"
              className="rounded-full"
              disabled={isBusy}
              title={t(`quick.hint.${key}`)}
              onClick={() => void answer(t(`quick.${key}`), kind)}
            >
              {t(`quick.${key}`)}
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="flex gap-2">
        <Input
          aria-label={t("answer")}
          placeholder={t("answer")}
          value={text}
          maxLength={4000}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
        <Button
          type="submit"
          size="icon"
          aria-label={t("send")}
          isBusy={isBusy}
          disabled={text.trim() === ""}
        >
          {!isBusy && <SendHorizontal aria-hidden />}
        </Button>
      </form>
    </div>
  );
}

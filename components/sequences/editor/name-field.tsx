"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { inputClasses } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { renameSequenceAction } from "@/lib/sequences/actions";
import { refusalOf } from "../refusal";
import { keepOwnUndo } from "./own-undo";

const SAVE_DELAY_MS = 700;

type NameFieldProps = {
  account: string;
  sequenceId: string;
  name: string;
  onName: (name: string) => void;
  isNew: boolean;
  isReadOnly: boolean;
};

/** The name is the page's heading. It is saved a moment after typing ends, and when the field is left. */
export function NameField({ account, sequenceId, name, onName, isNew, isReadOnly }: NameFieldProps) {
  const t = useTranslations("sequences");
  const [text, setText] = useState(name);
  const saved = useRef(name);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!isNew) return;
    field.current?.focus();
    field.current?.select();
  }, [isNew]);

  const save = async (next: string) => {
    const wanted = next.trim();
    if (wanted === "" || wanted === saved.current) return;
    const before = saved.current;
    saved.current = wanted;
    const answer = await renameSequenceAction({ account, sequenceId, name: wanted }).catch(() => undefined);
    if (answer?.data) return onName(answer.data.name);
    saved.current = before;
    toast.error(refusalOf(answer) ?? t("save.unreachable"));
  };

  const lastSave = useRef(save);
  lastSave.current = save;
  useEffect(() => {
    const timer = setTimeout(() => void lastSave.current(text), SAVE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <h1 className="min-w-0 flex-1">
      <input
        ref={field}
        aria-label={t("editor.name")}
        value={text}
        maxLength={120}
        readOnly={isReadOnly}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => {
          if (text.trim() === "") setText(saved.current);
          else void save(text);
        }}
        onKeyDown={(event) => {
          keepOwnUndo(event);
          if (event.key !== "Enter") return;
          // Done with the name; the same key must not begin something else.
          event.preventDefault();
          event.currentTarget.blur();
        }}
        className={cn(
          inputClasses,
          "-ml-1.5 h-7 truncate border-transparent bg-transparent px-1.5 font-semibold text-lg tracking-tight read-only:hover:border-transparent max-md:h-9",
        )}
      />
    </h1>
  );
}

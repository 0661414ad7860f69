"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { describeSequenceAction } from "@/lib/sequences/actions";
import { MAX_DESCRIPTION_LENGTH, MAX_TAG_LENGTH, MAX_TAGS } from "@/lib/sequences/limits";

import { useEditor } from "../editor/editor-scope";
import { keepOwnUndo } from "../editor/own-undo";
import { refusalOf } from "../refusal";

const SAVE_DELAY_MS = 700;

export type Described = { description: string; tags: string[] };
export type DescriptionFieldsProps = { described: Described; onDescribed: (described: Described) => void };

/** Of the sequence, not of its versions: no draft, and so not published either. */
export function DescriptionFields({ described, onDescribed }: DescriptionFieldsProps) {
  const t = useTranslations("sequences.defaults");
  const { isReadOnly } = useEditor();
  const save = useSaved(described);
  const [tag, setTag] = useState("");
  const { description, tags } = described;
  const set = (next: Described) => {
    save(next);
    onDescribed(next);
  };

  const add = () => {
    const wanted = tag.trim();
    setTag("");
    const isThere = tags.some((one) => one.toLowerCase() === wanted.toLowerCase());
    if (wanted !== "" && !isThere && tags.length < MAX_TAGS) set({ description, tags: [...tags, wanted] });
  };
  const onTagKey = (event: KeyboardEvent) => {
    keepOwnUndo(event);
    if (event.key !== "Enter" && event.key !== ",") return;
    event.preventDefault();
    add();
  };

  return (
    <>
      <Field label={t("description")} hint={t("descriptionHint")}>
        <Textarea
          value={description}
          maxLength={MAX_DESCRIPTION_LENGTH}
          onKeyDown={keepOwnUndo}
          onChange={(event) => set({ description: event.target.value, tags })}
        />
      </Field>
      <div className="grid gap-2">
        <Field
          label={t("tags")}
          hint={tags.length < MAX_TAGS ? t("tagsHint") : t("tagsFull", { max: MAX_TAGS })}
        >
          <Input
            value={tag}
            maxLength={MAX_TAG_LENGTH}
            disabled={isReadOnly || tags.length >= MAX_TAGS}
            onKeyDown={onTagKey}
            onBlur={add}
            onChange={(event) => setTag(event.target.value)}
          />
        </Field>
        <ul className="flex flex-wrap gap-1.5">
          {tags.map((one) => (
            <li key={one} className="flex h-6 items-center rounded-md border bg-muted pl-2 text-xs">
              {one}
              <button
                type="button"
                aria-label={t("removeTag", { tag: one })}
                disabled={isReadOnly}
                onClick={() => set({ description, tags: tags.filter((other) => other !== one) })}
                className="grid size-6 place-items-center text-muted-foreground hover:text-foreground"
              >
                <X aria-hidden className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** Saves a moment after the last change, and when the panel is left. */
function useSaved(described: Described) {
  const t = useTranslations("sequences");
  const { account, sequenceId } = useEditor();
  const unsaved = useRef<Described | null>(null);

  const save = async () => {
    const wanted = unsaved.current;
    if (!wanted) return;
    unsaved.current = null;
    const answer = await describeSequenceAction({ account, sequenceId, ...wanted }).catch(() => undefined);
    if (answer?.data) return;
    unsaved.current ??= wanted;
    toast.error(refusalOf(answer) ?? t("save.unreachable"));
  };
  const lastSave = useRef(save);
  lastSave.current = save;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the wait anew
  useEffect(() => {
    const timer = setTimeout(() => void lastSave.current(), SAVE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [described]);
  useEffect(() => () => void lastSave.current(), []);

  return (next: Described) => {
    unsaved.current = next;
  };
}

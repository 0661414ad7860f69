"use client";

import { useQueryClient } from "@tanstack/react-query";
import { BookmarkPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { toast } from "@/components/ui/toast";
import { Hint } from "@/components/ui/tooltip";
import type { Content } from "@/lib/core/model";
import { createTemplateAction } from "@/lib/templates/actions";
import { MAX_TEMPLATE_NAME, TEMPLATE_CATEGORIES, type TemplateCategory } from "@/lib/templates/categories";

import { useEditor } from "../editor/editor-scope";
import { refusalOf } from "../refusal";

type Words = Extract<Content, { type: "text" | "rich" }>;
type LibrarySaveProps<C extends Words> = { content: C; onContent: (content: C) => void };

/** Keeps the text for other steps, in the language that the account writes in. */
export function LibrarySave<C extends Words>({ content, onContent }: LibrarySaveProps<C>) {
  const t = useTranslations("step.library");
  const { account, context } = useEditor();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [name, setName] = useState("");
  const [category, setCategory] = useState<TemplateCategory>("follow_up");

  const save = async () => {
    setBusy(true);
    const { text, subject } = content;
    const answer = await createTemplateAction({
      account,
      name,
      category,
      texts: { [context.settings.locale]: { text, ...(subject && { subject }) } },
    }).catch(() => undefined);
    setBusy(false);
    if (!answer?.data) return setRefusal(refusalOf(answer) ?? t("failed"));
    setRefusal(null);
    setOpen(false);
    setName("");
    onContent({ ...content, templateId: answer.data.id });
    void queries.invalidateQueries({ queryKey: ["template-choices", account] });
    toast.success(t("saved"));
  };
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <Hint text={t("save")}>
        <PopoverTrigger asChild>
          <Button
            variant="ghost"
            size="icon-sm"
            className="text-muted-foreground"
            aria-label={t("save")}
            disabled={content.text.trim() === ""}
          >
            <BookmarkPlus aria-hidden />
          </Button>
        </PopoverTrigger>
      </Hint>
      <PopoverContent aria-label={t("saveTitle")} className="grid w-72 gap-3">
        <Field label={t("name")} error={refusal}>
          <Input
            value={name}
            maxLength={MAX_TEMPLATE_NAME}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label={t("category")}>
          <NativeSelect
            value={category}
            onChange={(event) => setCategory(event.target.value as TemplateCategory)}
          >
            {TEMPLATE_CATEGORIES.map((one) => (
              <option key={one} value={one}>
                {t(`categories.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Button
          size="sm"
          className="justify-self-end"
          disabled={name.trim() === ""}
          isBusy={isBusy}
          onClick={() => void save()}
        >
          {t("saveAct")}
        </Button>
      </PopoverContent>
    </Popover>
  );
}

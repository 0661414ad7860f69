"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronsUpDown, SendHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ConversationDetail } from "@/lib/conversations/detail";
import { fillBody } from "@/lib/core/hsm";
import type { HsmTemplateListed } from "@/lib/hsm-templates/schema";
import { areFilled, type Extras, NO_EXTRAS, TemplateFormExtras } from "./template-form-extras";
import type { Sender } from "./use-send";

/** Fetched when first opened, with the list that searches as one types. */
const TemplateChoices = dynamic(
  () => import("@/components/sequences/step/template-choices").then((module) => module.TemplateChoices),
  { ssr: false },
);

type TemplateFormProps = {
  account: string;
  conversation: ConversationDetail;
  sender: Sender;
  clock: string | null;
  /** Back to free text; null while it may not be written. */
  onText: (() => void) | null;
};

/** A template that Meta has approved, with its values and how the contact will read it. */
export function TemplateForm({ account, conversation, sender, clock, onText }: TemplateFormProps) {
  const t = useTranslations("conversations.reply");
  const [listed, setListed] = useState<HsmTemplateListed | null>(null);
  const [values, setValues] = useState<string[]>([]);
  const [extras, setExtras] = useState<Extras>(NO_EXTRAS);
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ["hsm-templates", account],
    queryFn: () => getJson<HsmTemplateListed[]>(`/api/a/${account}/hsm-templates`),
    staleTime: 30_000,
  });
  const templates = (data ?? []).filter(({ inboxId }) => inboxId === conversation.inboxId);
  const choose = (chosen: HsmTemplateListed) => {
    setListed(chosen);
    setValues(chosen.parameters.map(() => ""));
    setExtras(NO_EXTRAS);
    setOpen(false);
  };
  const isFilled =
    listed !== null && values.every((value) => value.trim() !== "") && areFilled(extras, listed.needs);
  const names = listed?.parameters.flatMap((parameter) => parameter.name ?? []) ?? [];
  const shown = listed && wordsOf(listed, values, names, extras);
  const send = async () => {
    if (!listed || !shown) return;
    const { name, language } = listed;
    const template = { name, language, parameters: values, ...extras };
    if (await sender.send({ text: shown, template })) onText?.();
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {clock && <p className="text-muted-foreground text-xs">{clock}</p>}
      <Popover open={isOpen} onOpenChange={setOpen}>
        <PopoverTrigger asChild>
          <Button variant="outline" className="justify-between" disabled={data === undefined}>
            <span className="truncate">{listed?.name ?? t("chooseTemplate")}</span>
            <ChevronsUpDown aria-hidden className="text-muted-foreground" />
          </Button>
        </PopoverTrigger>
        <PopoverContent
          align="start"
          aria-label={t("chooseTemplate")}
          className="w-96 max-w-[calc(100vw-1rem)] p-0"
        >
          <TemplateChoices templates={templates} onChoose={choose} />
        </PopoverContent>
      </Popover>
      {data && templates.length === 0 && <p className="text-muted-foreground text-xs">{t("noTemplates")}</p>}
      {listed && (
        <>
          <div className="grid gap-2 sm:grid-cols-2">
            {listed.parameters.map((parameter, index) => (
              <Field
                // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its place in the template
                key={index}
                label={parameter.name ?? t("value", { number: index + 1 })}
              >
                <Input
                  value={values[index] ?? ""}
                  placeholder={parameter.example}
                  maxLength={1_024}
                  required
                  onChange={(event) => setValues(values.with(index, event.target.value))}
                />
              </Field>
            ))}
          </div>
          <TemplateFormExtras listed={listed} extras={extras} onExtras={setExtras} />
          <p className="whitespace-pre-line break-words rounded-md border bg-muted px-3 py-2 text-sm">
            {shown}
          </p>
        </>
      )}
      <div className="flex justify-end gap-1.5">
        {onText && (
          <Button variant="ghost" onClick={onText}>
            {t("useText")}
          </Button>
        )}
        <Button type="submit" isBusy={sender.isBusy} disabled={!isFilled}>
          <SendHorizontal aria-hidden /> {t("sendTemplate")}
        </Button>
      </div>
    </form>
  );
}

/** How the contact will read it, with what is not filled in yet as dots. */
function wordsOf(listed: HsmTemplateListed, values: string[], names: string[], { header }: Extras): string {
  const { name } = listed.needs.header ?? { name: null };
  const head = listed.header && fillBody(listed.header, [header || "…"], name === null ? undefined : [name]);
  const said = values.map((value) => value || "…");
  const body = fillBody(listed.body, said, names.length > 0 ? names : undefined);
  return [head, body, listed.footer].filter(Boolean).join("\n\n");
}

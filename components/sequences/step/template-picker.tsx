"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { HsmTemplate } from "@/lib/core/model";
import type { HsmTemplateListed } from "@/lib/hsm-templates/schema";
import { useEditor } from "../editor/editor-scope";
import { chosenTemplate, matchesWords } from "./template-choice";
import { useTemplateWords } from "./use-template-words";

type TemplatePickerProps = {
  templates: HsmTemplateListed[];
  template: HsmTemplate;
  isInvalid: boolean;
  onTemplate: (template: HsmTemplate) => void;
};

/** The list as Meta had it at the last look. Those that cannot be sent are there too, with the reason. */
export function TemplatePicker({ templates, template, isInvalid, onTemplate }: TemplatePickerProps) {
  const t = useTranslations("step.template");
  const { isReadOnly } = useEditor();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState("");
  const found = templates.filter((listed) => matchesWords(listed, words));
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          variant="outline"
          className="min-w-52 flex-1 justify-between aria-invalid:border-red"
          disabled={isReadOnly}
          aria-invalid={isInvalid || undefined}
        >
          <span className="truncate">{template.name || t("choose")}</span>
          <ChevronsUpDown aria-hidden className="text-muted-foreground" />
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={t("choose")} className="w-96 max-w-[calc(100vw-1rem)] p-0">
        <Command shouldFilter={false} loop label={t("search")}>
          <CommandInput value={words} onValueChange={setWords} placeholder={t("search")} />
          <CommandList className="max-h-80">
            <CommandEmpty>{t("noneFound")}</CommandEmpty>
            {found.map((listed) => (
              <Choice
                key={`${listed.inboxId} ${listed.name} ${listed.language}`}
                listed={listed}
                onChoose={() => {
                  onTemplate(chosenTemplate(listed, template));
                  setOpen(false);
                }}
              />
            ))}
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}

function Choice({ listed, onChoose }: { listed: HsmTemplateListed; onChoose: () => void }) {
  const t = useTranslations("step.template");
  const { category, quality, obstacle } = useTemplateWords();
  const reason = obstacle(listed);
  const facts = [
    listed.language,
    category(listed),
    listed.quality && t("quality", { quality: quality(listed) }),
    listed.inboxName,
  ];
  return (
    <CommandItem
      value={`${listed.inboxId} ${listed.name} ${listed.language}`}
      disabled={reason !== null}
      onSelect={onChoose}
      // The reason must stay readable, so only the name fades.
      className="grid grid-cols-1 gap-0.5 py-1.5 data-[disabled=true]:opacity-100"
    >
      <span className={reason ? "truncate text-muted-foreground" : "truncate font-medium"}>
        {listed.name}
      </span>
      <span className="text-muted-foreground text-xs">{facts.filter(Boolean).join(" · ")}</span>
      {reason ? (
        <span className="text-amber text-xs">{reason}</span>
      ) : (
        <span className="line-clamp-2 text-xs">{listed.body}</span>
      )}
    </CommandItem>
  );
}

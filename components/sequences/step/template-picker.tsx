"use client";

import { ChevronsUpDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { HsmTemplate } from "@/lib/core/model";
import type { HsmTemplateListed } from "@/lib/hsm-templates/schema";
import { useEditor } from "../editor/editor-scope";
import { chosenTemplate } from "./template-choice";

/** Fetched when first opened, with the list that searches as one types. */
const TemplateChoices = dynamic(() => import("./template-choices").then((module) => module.TemplateChoices), {
  ssr: false,
});

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
        <TemplateChoices
          templates={templates}
          onChoose={(listed) => {
            onTemplate(chosenTemplate(listed, template));
            setOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

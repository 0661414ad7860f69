"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Command, CommandEmpty, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import type { HsmTemplateListed } from "@/lib/hsm-templates/schema";
import { matchesWords } from "./template-choice";
import { useTemplateWords } from "./use-template-words";

type TemplateChoicesProps = {
  templates: HsmTemplateListed[];
  onChoose: (listed: HsmTemplateListed) => void;
};

/** Those that cannot be sent are there too, with the reason. */
export function TemplateChoices({ templates, onChoose }: TemplateChoicesProps) {
  const t = useTranslations("step.template");
  const [words, setWords] = useState("");
  const found = templates.filter((listed) => matchesWords(listed, words));
  return (
    <Command shouldFilter={false} loop label={t("search")}>
      <CommandInput autoFocus value={words} onValueChange={setWords} placeholder={t("search")} />
      <CommandList className="max-h-80">
        <CommandEmpty>{t("noneFound")}</CommandEmpty>
        {found.map((listed) => (
          <Choice
            key={`${listed.inboxId} ${listed.name} ${listed.language}`}
            listed={listed}
            onChoose={() => onChoose(listed)}
          />
        ))}
      </CommandList>
    </Command>
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

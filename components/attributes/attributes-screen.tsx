"use client";

import { Plus, Tags } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { AttributeDefinition, FreeAttribute } from "@/lib/attributes/schema";
import { ArchivedAttributes } from "./archived-attributes";
import { AttributeDialog, type AttributeDraft } from "./attribute-dialog";
import { AttributeTable } from "./attribute-table";
import { FreeAttributes } from "./free-attributes";

type AttributesScreenProps = {
  account: string;
  definitions: AttributeDefinition[];
  free: FreeAttribute[];
  /** A key that the address asks to be defined. */
  toDefine: string | null;
  canManage: boolean;
};

const BLANK: AttributeDraft = { key: "", label: "", type: "text", options: [] };

export function AttributesScreen({ account, definitions, free, toDefine, canManage }: AttributesScreenProps) {
  const t = useTranslations("attributes");
  const asked = canManage ? free.find(({ key }) => key === toDefine) : undefined;
  const [draft, setDraft] = useState<AttributeDraft | null>(asked ? draftOf(asked) : null);
  const active = definitions.filter(({ isArchived }) => !isArchived);
  const archived = definitions.filter(({ isArchived }) => isArchived);
  const add = canManage && (
    <Button onClick={() => setDraft(BLANK)}>
      <Plus aria-hidden /> {t("new")}
    </Button>
  );
  return (
    <div className="grid max-w-4xl gap-8">
      <Section title={t("title")} description={t("text")} actions={active.length > 0 && add}>
        {active.length > 0 ? (
          <AttributeTable account={account} definitions={active} canManage={canManage} onEdit={setDraft} />
        ) : (
          <EmptyState icon={Tags} title={<h3>{t("none")}</h3>} action={add}>
            {t("noneText")}
          </EmptyState>
        )}
      </Section>
      {free.length > 0 && (
        <Section title={t("free")} description={t("freeText")}>
          <FreeAttributes free={free} canManage={canManage} onDefine={(one) => setDraft(draftOf(one))} />
        </Section>
      )}
      {archived.length > 0 && (
        <Section title={t("archived")} description={t("archivedText")}>
          <ArchivedAttributes account={account} definitions={archived} canManage={canManage} />
        </Section>
      )}
      <AttributeDialog account={account} draft={draft} onClose={() => setDraft(null)} />
    </div>
  );
}

function draftOf({ key, type }: FreeAttribute): AttributeDraft {
  const words = key.replaceAll("_", " ");
  return { key, label: words.charAt(0).toUpperCase() + words.slice(1), type, options: [] };
}

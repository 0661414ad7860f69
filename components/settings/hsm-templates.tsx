"use client";

import { useQueryClient } from "@tanstack/react-query";
import { MessageSquareText, RefreshCw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { refusalOf } from "@/components/sequences/refusal";
import { useLive } from "@/components/shell/use-live";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { toast } from "@/components/ui/toast";
import { syncTemplatesAction } from "@/lib/hsm-templates/actions";
import type { HsmTemplateListed } from "@/lib/hsm-templates/schema";
import { HsmTemplateItem } from "./hsm-template-item";

type HsmTemplatesProps = {
  account: string;
  inboxId: string;
  /** Of all inboxes of the account. */
  initial: HsmTemplateListed[];
  /** Without it Meta cannot be asked. */
  needsAccountId: boolean;
};

/** Below this many they are seen at once. */
const MANY = 8;

/** The WhatsApp templates of one inbox as Meta had them at the last look, and a button to look now. */
export function HsmTemplates({ account, inboxId, initial, needsAccountId }: HsmTemplatesProps) {
  const t = useTranslations("hsm");
  const all = useLive(account, "hsm-templates", initial, 5);
  const templates = all.filter((template) => template.inboxId === inboxId);
  const [search, setSearch] = useState("");
  const shown = templates.filter((template) => isFound(template, search));
  const { sync, isBusy } = useSync(account, inboxId);
  const readAt = templates
    .map(({ syncedAt }) => syncedAt)
    .sort()
    .at(-1);

  return (
    <Section
      title={t("title")}
      description={t("description")}
      actions={
        <Button variant="outline" isBusy={isBusy} onClick={() => void sync()}>
          {!isBusy && <RefreshCw aria-hidden />}
          {t("sync")}
        </Button>
      }
    >
      {needsAccountId && <Alert tone="amber">{t("noAccount")}</Alert>}
      {templates.length === 0 && !needsAccountId && (
        <EmptyState icon={MessageSquareText} title={<h3>{t("none")}</h3>}>
          {t("noneText")}
        </EmptyState>
      )}
      {readAt && (
        <p className="text-muted-foreground text-xs">
          {t("count", { count: templates.length })}
          {" · "}
          {t.rich("readAt", { when: () => <RelativeTime at={readAt} /> })}
        </p>
      )}
      {templates.length >= MANY && (
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {templates.length > 0 && shown.length === 0 && (
        <p className="text-muted-foreground">{t("noMatch", { search })}</p>
      )}
      {shown.length > 0 && (
        <ul aria-label={t("title")} className="divide-y rounded-lg border">
          {shown.map((template) => (
            <HsmTemplateItem key={`${template.name} ${template.language}`} template={template} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function isFound({ name, language, body }: HsmTemplateListed, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${name} ${name.replaceAll("_", " ")} ${language} ${body}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function useSync(account: string, inboxId: string) {
  const t = useTranslations("hsm");
  const format = useFormatter();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const sync = async () => {
    setBusy(true);
    const answer = await syncTemplatesAction({ account, inboxId }).catch(() => undefined);
    const refused = answer ? refusalOf(answer) : t("failed");
    if (refused) toast.error(refused);
    else if (answer?.data) {
      const { listed, vanished } = answer.data;
      const parts = [
        t("synced", { count: listed }),
        ...(vanished > 0 ? [t("vanished", { count: vanished })] : []),
      ];
      toast.success(format.list(parts, { type: "unit" }));
    }
    await queries.invalidateQueries({ queryKey: ["live", account, "hsm-templates"] });
    setBusy(false);
  };
  return { sync, isBusy };
}

"use client";

import { UserSearch } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useEditor } from "../editor/editor-scope";
import { PanelSection } from "./panel-section";

/** Maestro's looking stands beside the versions, on a page of its own: it can be switched off at any moment. */
export function AiEnrollmentLink() {
  const t = useTranslations("ai-enrollment.link");
  const { account, sequenceId } = useEditor();
  return (
    <PanelSection title={t("title")} text={t("text")}>
      <Button asChild variant="outline" size="sm" className="justify-self-start">
        <Link href={`/${account}/sequences/${sequenceId}/ai-enrollment`}>
          <UserSearch aria-hidden /> {t("open")}
        </Link>
      </Button>
    </PanelSection>
  );
}

import { BookUser } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";

export function NoContacts({ isFiltered, action }: { isFiltered: boolean; action: ReactNode }) {
  const t = useTranslations("contacts.empty");
  if (isFiltered) return <EmptyState title={t("filtered")}>{t("filteredText")}</EmptyState>;
  return (
    <EmptyState icon={BookUser} title={t("title")} action={action}>
      {t("text")}
    </EmptyState>
  );
}

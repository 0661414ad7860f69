import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

export default function UnknownLink() {
  const t = useTranslations("unsubscribe");
  return (
    <main className="grid min-h-[60dvh] content-center">
      <EmptyState title={<h1>{t("unknownTitle")}</h1>}>{t("unknown")}</EmptyState>
    </main>
  );
}

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";

export function NothingHere() {
  const t = useTranslations("shell.notFound");
  return (
    <EmptyState
      title={<h1>{t("title")}</h1>}
      action={
        <Button asChild variant="outline">
          <Link href="/">{t("home")}</Link>
        </Button>
      }
    >
      {t("text")}
    </EmptyState>
  );
}

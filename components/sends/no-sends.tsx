import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";

/** Why nothing is listed. */
export type Emptiness = "nothing" | "future" | "filtered" | "segmentGone" | "pastEnd";

type NoSendsProps = { why: Emptiness; account: string; first: string };

/** What the list is for, or why it is empty, and the one next act. */
export function NoSends({ why, account, first }: NoSendsProps) {
  const t = useTranslations("sends.empty");
  const isNew = why === "nothing";
  return (
    <EmptyState
      icon={Send}
      title={t(`${why}.title`)}
      action={
        <Button asChild variant={isNew ? "default" : "outline"}>
          <Link href={isNew ? `/${account}/sequences` : first}>{t(`${why}.act`)}</Link>
        </Button>
      }
    >
      {t(`${why}.text`)}
    </EmptyState>
  );
}

import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { TONES } from "@/components/ui/tones";

/** What the product says about a state of things. */
export function Feedback() {
  const t = useTranslations("style");
  return (
    <div className="grid gap-6">
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-3">
        {TONES.map((tone) => (
          <li key={tone} className="flex items-center gap-4">
            <Status tone={tone}>{t(`tones.${tone}`)}</Status>
            <Badge tone={tone}>{t(`tones.${tone}`)}</Badge>
          </li>
        ))}
      </ul>
      <div className="grid gap-2 md:grid-cols-2">
        {TONES.map((tone) => (
          <Alert
            key={tone}
            tone={tone}
            title={t(`tones.${tone}`)}
            action={
              tone === "red" && (
                <Button variant="outline" size="sm">
                  {t("feedback.retry")}
                </Button>
              )
            }
          >
            {t("feedback.notice")}
          </Alert>
        ))}
      </div>
      <div className="grid gap-5 md:grid-cols-3">
        <Progress label={t("feedback.started")} value={0} />
        <Progress label={t("feedback.underWay")} value={4_200} max={10_000} text={t("feedback.share")} />
        <Progress label={t("feedback.unknown")} value={null} />
      </div>
      <div className="grid gap-5 md:grid-cols-3">
        <div className="grid content-start gap-2.5 rounded-lg border p-4">
          <p className="text-muted-foreground text-xs">{t("states.loading")}</p>
          <Skeleton className="w-2/5" />
          <Skeleton />
          <Skeleton className="w-4/5" />
        </div>
        <div className="rounded-lg border">
          <EmptyState
            icon={Inbox}
            title={<h3>{t("states.empty")}</h3>}
            className="py-6"
            action={<Button size="sm">{t("buttons.text")}</Button>}
          >
            {t("feedback.empty")}
          </EmptyState>
        </div>
        <div className="rounded-lg border">
          <EmptyState
            title={<h3>{t("states.error")}</h3>}
            className="py-6"
            action={
              <Button variant="outline" size="sm">
                {t("feedback.retry")}
              </Button>
            }
          >
            {t("feedback.failed")}
          </EmptyState>
        </div>
      </div>
    </div>
  );
}

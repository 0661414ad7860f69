import { Ellipsis, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Shown, ShownRow } from "./shown";

const VARIANTS = ["default", "outline", "secondary", "ghost", "destructive", "link"] as const;

export function Buttons() {
  const t = useTranslations("style");
  return (
    <div className="grid gap-4">
      {VARIANTS.map((variant) => (
        <ShownRow key={variant} title={t(`buttons.${variant}`)}>
          <Shown name={t("states.rest")}>
            <Button variant={variant}>{t("buttons.text")}</Button>
          </Shown>
          <Shown name={t("states.hover")}>
            <Button variant={variant} data-shown="hover">
              {t("buttons.text")}
            </Button>
          </Shown>
          <Shown name={t("states.focus")}>
            <Button variant={variant} data-shown="focus">
              {t("buttons.text")}
            </Button>
          </Shown>
          <Shown name={t("states.disabled")}>
            <Button variant={variant} disabled>
              {t("buttons.text")}
            </Button>
          </Shown>
          <Shown name={t("states.busy")}>
            <Button variant={variant} isBusy>
              {t("buttons.text")}
            </Button>
          </Shown>
        </ShownRow>
      ))}
      <ShownRow title={t("buttons.sizes")}>
        <Shown name="sm">
          <Button variant="outline" size="sm">
            {t("buttons.text")}
          </Button>
        </Shown>
        <Shown name="default">
          <Button variant="outline">
            <Plus aria-hidden />
            {t("buttons.text")}
          </Button>
        </Shown>
        <Shown name="lg">
          <Button variant="outline" size="lg">
            {t("buttons.text")}
          </Button>
        </Shown>
        <Shown name="icon">
          <Button variant="outline" size="icon" aria-label={t("buttons.more")}>
            <Ellipsis aria-hidden />
          </Button>
        </Shown>
        <Shown name="icon-sm">
          <Button variant="ghost" size="icon-sm" aria-label={t("buttons.more")}>
            <Ellipsis aria-hidden />
          </Button>
        </Shown>
        <Shown name={t("states.selected")}>
          <Button variant="outline" aria-pressed>
            {t("buttons.text")}
          </Button>
        </Shown>
      </ShownRow>
    </div>
  );
}

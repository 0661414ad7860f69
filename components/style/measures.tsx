import { useTranslations } from "next-intl";

const TYPE = [
  { name: "2xl", className: "font-semibold text-2xl tracking-tight", size: "24 / 32" },
  { name: "xl", className: "font-semibold text-xl tracking-tight", size: "19 / 26" },
  { name: "lg", className: "font-semibold text-lg", size: "16 / 24" },
  { name: "base", className: "font-medium text-base", size: "14 / 22" },
  { name: "sm", className: "text-sm", size: "13 / 20" },
  { name: "xs", className: "text-muted-foreground text-xs", size: "12 / 16" },
  { name: "2xs", className: "text-2xs text-muted-foreground", size: "11 / 16" },
] as const;

export function TypeScale() {
  const t = useTranslations("style.type");
  return (
    <ul className="divide-y rounded-lg border">
      {TYPE.map(({ name, className, size }) => (
        <li key={name} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2.5">
          <span className="w-20 shrink-0 text-muted-foreground text-xs">
            {name} · {size}
          </span>
          <span className={`min-w-0 ${className}`}>{t(name)}</span>
        </li>
      ))}
    </ul>
  );
}

const STEPS = [4, 8, 12, 16, 24, 32, 48];
const CONTROLS = [
  { px: 28, className: "h-7" },
  { px: 32, className: "h-8" },
  { px: 36, className: "h-9" },
  { px: 40, className: "h-10" },
  { px: 44, className: "h-11" },
] as const;
const RADII = [
  { px: 4, className: "rounded-sm" },
  { px: 6, className: "rounded-md" },
  { px: 8, className: "rounded-lg" },
] as const;

export function Sizes() {
  const t = useTranslations("style.sizes");
  return (
    <div className="grid gap-6 md:grid-cols-3">
      <div className="grid content-start gap-2">
        <h3 className="font-medium">{t("space")}</h3>
        <ul className="grid gap-1.5">
          {STEPS.map((px) => (
            <li key={px} className="flex items-center gap-3 text-muted-foreground text-xs">
              <span className="w-6 text-right">{px}</span>
              <span aria-hidden className="h-2.5 rounded-sm bg-primary" style={{ width: px }} />
            </li>
          ))}
        </ul>
      </div>
      <div className="grid content-start gap-2">
        <h3 className="font-medium">{t("heights")}</h3>
        <ul className="grid gap-1.5">
          {CONTROLS.map(({ px, className }) => (
            <li
              key={px}
              className={`flex items-center rounded-md border border-line px-2.5 text-xs ${className}`}
            >
              <span className="w-8">{px}</span>
              <span className="text-muted-foreground">{t(`heightOf.${px}`)}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="grid content-start gap-2">
        <h3 className="font-medium">{t("radii")}</h3>
        <ul className="flex gap-3">
          {RADII.map(({ px, className }) => (
            <li
              key={px}
              className={`grid size-16 place-items-center border border-line text-xs ${className}`}
            >
              {px}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { contrastOf, type Rgb } from "./contrast";
import { LEAST, PAIRS, type Pair, ROLES } from "./roles";

/** Every role and every pair in one theme, whatever the page around it wears. */
export function Colours({ theme }: { theme: "light" | "dark" }) {
  const t = useTranslations("style.colours");
  const box = useRef<HTMLDivElement>(null);
  const [ratios, setRatios] = useState<number[] | null>(null);
  useEffect(() => setRatios(box.current && ratiosWithin(box.current)), []);
  return (
    <div
      ref={box}
      className={`${theme} grid min-w-0 content-start gap-5 rounded-lg border bg-background p-4 text-foreground`}
    >
      <h3 className="font-medium text-base">{t(theme)}</h3>
      {(Object.keys(ROLES) as (keyof typeof ROLES)[]).map((group) => (
        <div key={group} className="grid gap-2">
          <h4 className="text-muted-foreground text-xs">{t(`groups.${group}`)}</h4>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-x-3 gap-y-2">
            {ROLES[group].map((role) => (
              <li key={role} className="flex min-w-0 items-center gap-2">
                <span
                  aria-hidden
                  className="size-6 shrink-0 rounded-md border"
                  style={{ background: `var(--${role})` }}
                />
                <span className="truncate text-xs">{role}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="grid gap-2">
        <h4 className="text-muted-foreground text-xs">{t("pairs", LEAST)}</h4>
        <dl className="grid gap-1.5">
          {[...new Set(PAIRS.map(({ front }) => front))].map((front) => (
            <div key={front} className="grid gap-x-3 gap-y-1 sm:grid-cols-[8.5rem_1fr]">
              <dt className="truncate pt-1 text-xs">{front}</dt>
              <dd className="flex flex-wrap gap-1">
                {PAIRS.map(
                  (pair, index) =>
                    pair.front === front && <PairChip key={pair.back} pair={pair} ratio={ratios?.[index]} />,
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

/** The ratio, painted in the pair's own colours. */
function PairChip({ pair: { kind, front, back }, ratio }: { pair: Pair; ratio?: number }) {
  const t = useTranslations("style.colours");
  return (
    <span
      className="inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-sm border px-1.5 text-xs"
      style={{ background: `var(--${back})`, color: kind === "text" ? `var(--${front})` : undefined }}
    >
      {kind === "mark" && (
        <span
          aria-hidden
          className="size-2.5 rounded-full border-2"
          style={{ borderColor: `var(--${front})` }}
        />
      )}
      {t("on", { back })} <span className="min-w-6 text-right">{ratio ? ratio.toFixed(1) : "–"}</span>
      {ratio !== undefined && ratio < LEAST[kind] && ` ${t("low")}`}
    </span>
  );
}

/** What this browser paints: the values are read back from a canvas, whatever notation they came in. */
function ratiosWithin(box: HTMLElement): number[] | null {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  const style = getComputedStyle(box);
  const painted = (role: string): Rgb => {
    context.fillStyle = style.getPropertyValue(`--${role}`);
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  return PAIRS.map(({ front, back }) => contrastOf(painted(front), painted(back)));
}

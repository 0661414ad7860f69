"use client";

import { CircleCheck, CircleX } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { EndpointTrial } from "@/lib/maestro/types";

type MaestroTestResultProps = { result: { data?: EndpointTrial; serverError?: { message: string } } };

/** What the endpoint answered when it was tried, or exactly why it did not. */
export function MaestroTestResult({ result: { data, serverError } }: MaestroTestResultProps) {
  const t = useTranslations("maestro");
  const format = useFormatter();
  if (!data && !serverError) return <div aria-live="polite" className="sr-only" />;
  const isOk = data?.outcome === "ok";
  const Icon = isOk ? CircleCheck : CircleX;
  return (
    <div aria-live="polite" className="flex items-start gap-2 rounded-lg border px-3 py-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isOk ? "text-green" : "text-red"}`} />
      <div className="grid min-w-0 gap-1 break-words">
        {data && isOk && (
          <p>
            {t("test.works", {
              seconds: format.number(data.latencyMs / 1000, { maximumFractionDigits: 1 }),
              form: data.isStructured ? "yes" : "no",
            })}
          </p>
        )}
        {data && !isOk && (
          <>
            <p>{failureOf(t, data)}</p>
            {data.detail && <p className="text-muted-foreground text-xs">{data.detail}</p>}
          </>
        )}
        {serverError && <p>{serverError.message}</p>}
      </div>
    </div>
  );
}

function failureOf(
  t: ReturnType<typeof useTranslations<"maestro">>,
  { code, outcome }: EndpointTrial,
): string {
  const known = `test.code.${code}`;
  return code !== null && t.has(known) ? t(known) : t(`outcomeText.${outcome}`);
}

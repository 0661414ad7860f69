"use client";

import { CircleCheck, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";

type Check = { ok: true; label: string } | { ok: false; detail: string };

/** What the provider said when it was asked. */
export function ConnectionResult({
  result,
}: {
  result: { data?: Check; serverError?: { message: string } };
}) {
  const t = useTranslations("settings.inboxes");
  const refusal = result.serverError?.message;
  const check = result.data;
  if (!refusal && !check) return <div aria-live="polite" className="sr-only" />;
  return (
    <div aria-live="polite" className="flex items-start gap-2 rounded-lg border px-3 py-2.5">
      {check?.ok ? (
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-green" />
      ) : (
        <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-red" />
      )}
      <p className="min-w-0 break-words">
        {check?.ok
          ? t("works", { label: check.label })
          : (refusal ?? t("worksNot", { detail: check?.detail ?? "" }))}
      </p>
    </div>
  );
}

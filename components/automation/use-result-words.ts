"use client";

import { useTranslations } from "next-intl";
import type { ActionResult, Foreseen } from "@/lib/automation/schema";

/** What came of an action, or would, in one sentence. */
export function useResultWords() {
  const t = useTranslations("automation");
  const errors = useTranslations("errors");
  return ({ code, data }: ActionResult | Foreseen): string => {
    const values = Object.fromEntries(
      Object.entries(data).map(([key, value]) => [
        key,
        typeof value === "number" ? value : String(value ?? ""),
      ]),
    );
    const reason = String(data.reason ?? "");
    const why = t(t.has(`refused.${reason}`) ? `refused.${reason}` : "refused.other");
    if (t.has(`result.${code}`))
      return t(`result.${code}`, { ...values, why, isNobody: String(data.userId === null) });
    return errors.has(code) ? errors(code, values) : t("result.other", { code });
  };
}

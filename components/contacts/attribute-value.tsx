"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { AttributeDefinition } from "@/lib/attributes/schema";

type AttributeValueProps = {
  value: string | number | boolean | null;
  /** Absent for an attribute without a definition. */
  type?: AttributeDefinition["type"];
  currency: string;
};

/** A value as people write it; what does not fit its type is shown as it is stored. */
export function AttributeValue({ value, type, currency }: AttributeValueProps) {
  const t = useTranslations("common");
  const format = useFormatter();
  if (value === null || value === "") return "–";
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (type === "link" && /^https?:\/\//i.test(String(value))) {
    return (
      <a className="link break-all" href={String(value)} target="_blank" rel="noreferrer">
        {String(value)}
      </a>
    );
  }
  if (type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(String(value)))
    return format.dateTime(new Date(String(value)), { dateStyle: "medium", timeZone: "UTC" });
  if (typeof value !== "number") return value;
  if (type === "currency") return format.number(value, { style: "currency", currency });
  if (type === "percent") return format.number(value / 100, { style: "percent", maximumFractionDigits: 2 });
  return format.number(value, { maximumFractionDigits: 10 });
}

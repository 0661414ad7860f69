import type { Locale } from "date-fns";
import { enUS } from "date-fns/locale/en-US";
import { es } from "date-fns/locale/es";
import { ptBR } from "date-fns/locale/pt-BR";
import { formatInTimeZone } from "date-fns-tz";
import type { ModuleSettings } from "./model";

const LOCALES: Record<ModuleSettings["locale"], Locale> = { en: enUS, "pt-BR": ptBR, es };

/** An instant as people of the zone write it; `pattern` is date-fns' (`PPp`, `dd/MM/yyyy HH:mm`). */
export function formatInZone(
  at: Date,
  zone: string,
  pattern: string,
  locale: ModuleSettings["locale"],
): string {
  return formatInTimeZone(at, zone, pattern, { locale: LOCALES[locale] });
}

import {
  type ModuleSettings,
  NO_CONTACT_LIMITS,
  SETTINGS_DEFAULTS,
  type SendingHours,
} from "@/lib/core/model";
import { isKnownZone } from "@/lib/core/zone";
import type { Locale } from "@/lib/locale";

const HOME: Record<Locale, { timeZone: string; country: string; currency: string }> = {
  en: { timeZone: "America/New_York", country: "US", currency: "USD" },
  "pt-BR": { timeZone: "America/Sao_Paulo", country: "BR", currency: "BRL" },
  es: { timeZone: "Europe/Madrid", country: "ES", currency: "EUR" },
};

/** Evenings, nights, Saturday afternoons and Sundays are quiet. */
const OFFICE_HOURS: SendingHours = [
  ...Array.from({ length: 5 }, () => [{ from: "08:00", to: "20:00" }]),
  [{ from: "09:00", to: "13:00" }],
  [],
];

/** What a new account starts with, from its maker's language and the browser's zone. */
export function defaultSettings(locale: Locale, timeZone: string): ModuleSettings {
  const home = HOME[locale];
  return {
    timeZone: isKnownZone(timeZone) ? timeZone : home.timeZone,
    useContactZone: true,
    sendingHours: OFFICE_HOURS,
    holidays: [],
    locale,
    country: home.country,
    currency: home.currency,
    limits: NO_CONTACT_LIMITS,
    ...SETTINGS_DEFAULTS,
  };
}

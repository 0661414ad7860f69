import type { RenderContext } from "@/lib/core/liquid";
import type { ModuleSettings, Target } from "@/lib/core/model";
import type { Locale } from "@/lib/locale";

/** Somebody, and something to write about, for whom the gallery's messages are filled in. */
const SAMPLES: Record<
  Locale,
  { person: string; agent: string; charge: string; deal: string; visit: string; place: string }
> = {
  en: {
    person: "Ana",
    agent: "Laura",
    charge: "Invoice 1042",
    deal: "Office coffee plan",
    visit: "Your first consultation",
    place: "12 Park Street",
  },
  "pt-BR": {
    person: "Ana",
    agent: "Laura",
    charge: "Fatura 1042",
    deal: "Plano de café para o escritório",
    visit: "Sua primeira consulta",
    place: "Rua das Flores, 12",
  },
  es: {
    person: "Ana",
    agent: "Laura",
    charge: "Factura 1042",
    deal: "Plan de café para la oficina",
    visit: "Su primera consulta",
    place: "Calle Robles 12",
  },
};

const DAY_MS = 86_400_000;

/** What the messages of a ready-made sequence say about, in the account's zone and currency. */
export function sampleContext(
  target: Target,
  locale: Locale,
  { account, settings, now }: { account: string; settings: ModuleSettings; now: Date },
): RenderContext {
  const sample = SAMPLES[locale];
  const soon = new Date(now.getTime() + 3 * DAY_MS);
  const money = { amount: 349.9, currency: settings.currency };
  const records = {
    charge: {
      title: sample.charge,
      ...money,
      due_date: soon.toISOString().slice(0, 10),
      status: "pending",
      link: "https://pay.example/1042",
    },
    deal: { title: sample.deal, ...money, status: "open", expected_close: soon.toISOString().slice(0, 10) },
    appointment: {
      title: sample.visit,
      starts_at: soon.toISOString().replace(/T.*/, "T17:30:00Z"),
      location: sample.place,
      status: "booked",
    },
  };
  return {
    values: {
      contact: { name: sample.person, first_name: sample.person },
      account: { name: account },
      agent: { name: sample.agent },
      ...(target === "charge" || target === "deal" || target === "appointment"
        ? { [target]: records[target] }
        : {}),
    },
    locale,
    currency: settings.currency,
    zone: settings.timeZone,
    now,
  };
}

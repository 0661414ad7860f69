import type { Locale } from "@/lib/locale";

/** Greetings that read well with and without a first name. */
export const HI: Record<Locale, string> = {
  en: 'Hi {{ contact.first_name | default: "there" }}',
  "pt-BR": "Oi{% if contact.first_name %}, {{ contact.first_name }}{% endif %}",
  es: "Hola{% if contact.first_name %}, {{ contact.first_name }}{% endif %}",
};

/** Who writes: the person responsible for the run, else the company. */
export const SIGNED = "{{ agent.name | default: account.name }}";

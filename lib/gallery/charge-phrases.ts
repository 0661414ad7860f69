import type { Locale } from "@/lib/locale";

const AMOUNT =
  "{% if charge.amount %} ({{ charge.amount | money: charge.currency | default: '' }}){% endif %}";

/** What is owed, as the start of a sentence or in it; with its amount where that is known. */
export const CHARGE: Record<Locale, string> = {
  en: `{{ charge.title | default: "your invoice" }}${AMOUNT}`,
  "pt-BR": `{{ charge.title | default: "sua fatura" }}${AMOUNT}`,
  es: `{{ charge.title | default: "su factura" }}${AMOUNT}`,
};

/** Where to pay, when the charge has a link. */
export const PAY_HERE: Record<Locale, string> = {
  en: "{% if charge.link %} You can pay here: {{ charge.link }}{% endif %}",
  "pt-BR": "{% if charge.link %} O link para pagar é este: {{ charge.link }}{% endif %}",
  es: "{% if charge.link %} Puede pagar aquí: {{ charge.link }}{% endif %}",
};

import type { Locale } from "@/lib/locale";

const AMOUNT =
  "{% if charge.amount %} ({{ charge.amount | money: charge.currency | default: '' }}){% endif %}";

/** What is owed, as the start of a sentence or in it; with its amount where that is known. */
export const CHARGE: Record<Locale, string> = {
  en: `{{ charge.title | default: "your invoice" }}${AMOUNT}`,
  "pt-BR": `{{ charge.title | default: "sua fatura" }}${AMOUNT}`,
  es: `{{ charge.title | default: "su factura" }}${AMOUNT}`,
};

/** Where to pay, when the charge has a link; in a line of its own, so that nothing sticks to the address. */
export const PAY_HERE: Record<Locale, string> = {
  en: "{% if charge.link %}\n\nYou can pay here: {{ charge.link }}{% endif %}",
  "pt-BR": "{% if charge.link %}\n\nO link para pagar é este: {{ charge.link }}{% endif %}",
  es: "{% if charge.link %}\n\nPuede pagar aquí: {{ charge.link }}{% endif %}",
};

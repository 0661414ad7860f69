import { CHARGE, PAY_HERE } from "../charge-phrases";
import { HI } from "../phrases";
import type { ReadyMade } from "../schema";

export const pixExpiring: ReadyMade = {
  id: "pix-expiring",
  purpose: "payments",
  target: "charge",
  hours: "account",
  goal: { event: "charge.paid" },
  reenrollment: { rule: "after_end", days: 7 },
  words: {
    en: {
      name: "Payment slip or PIX code expiring",
      about:
        "For codes that stop working: a note the day before, one on the last day with the link at hand, and the day after an offer of a fresh code instead of a lost sale.",
      when: "A boleto, PIX code or payment link was issued and runs out on the due date.",
    },
    "pt-BR": {
      name: "Boleto ou PIX vencendo",
      about:
        "Para códigos que perdem a validade: um aviso na véspera, outro no último dia com o link à mão e, no dia seguinte, a oferta de um código novo em vez de uma venda perdida.",
      when: "Um boleto, código PIX ou link de pagamento foi gerado e vale até o vencimento.",
    },
    es: {
      name: "Código de pago por vencer",
      about:
        "Para códigos que dejan de funcionar: un aviso la víspera, otro el último día con el enlace a mano y, al día siguiente, la oferta de un código nuevo en lugar de una venta perdida.",
      when: "Se emitió un código, cupón o enlace de pago que vale hasta la fecha de vencimiento.",
    },
  },
  steps: [
    {
      wait: { amount: 1, unit: "days", at: "15:00", relative: { side: "before", ifPassed: "skip" } },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Your payment code expires soon",
          text: `${HI.en}, the payment code for ${CHARGE.en} is valid until {{ charge.due_date | date: "long" | default: "the due date" }}. Shall I send it to you again?${PAY_HERE.en}`,
        },
        "pt-BR": {
          subject: "Seu boleto ou PIX está para vencer",
          text: `${HI["pt-BR"]}! O boleto ou PIX referente a ${CHARGE["pt-BR"]} vale até {{ charge.due_date | date: "long" | default: "o vencimento" }}. Quer que eu envie de novo?${PAY_HERE["pt-BR"]}`,
        },
        es: {
          subject: "Su código de pago está por vencer",
          text: `${HI.es}. El código para pagar ${CHARGE.es} vale hasta el {{ charge.due_date | date: "long" | default: "vencimiento" }}. ¿Quiere que se lo envíe otra vez?${PAY_HERE.es}`,
        },
      },
    },
    {
      wait: { amount: 0, unit: "days", at: "10:00", relative: { side: "after", ifPassed: "skip" } },
      channel: "sms",
      texts: {
        en: {
          text: '{{ account.name }}: your payment code expires on {{ charge.due_date | date: "%b %-d" | default: "its due date" }}.{% if charge.link %} Pay here: {{ charge.link }}{% else %} Answer and we will send it again.{% endif %}',
        },
        "pt-BR": {
          text: '{{ account.name }}: seu boleto ou PIX vence em {{ charge.due_date | date: "%d/%m" | default: "breve" }}.{% if charge.link %} Pague aqui: {{ charge.link }}{% else %} Responda para receber de novo.{% endif %}',
        },
        es: {
          text: '{{ account.name }}: su pago vence el {{ charge.due_date | date: "%d/%m" | default: "día acordado" }}.{% if charge.link %} Puede pagar en {{ charge.link }}{% else %} Responda y le enviamos otra vez los datos.{% endif %}',
        },
      },
    },
    {
      wait: { amount: 1, unit: "days", at: "10:00", relative: { side: "after", ifPassed: "skip" } },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Shall I make you a new code?",
          text: "The code has run out, which is no problem: I can make you a new one with the same amount. Would you like it here, and until which day should it be valid?",
        },
        "pt-BR": {
          subject: "Gero um novo para você?",
          text: "O código venceu, mas sem problema: gero um novo com o mesmo valor. Você ainda quer? Me diga até que dia ele deve valer.",
        },
        es: {
          subject: "¿Le genero uno nuevo?",
          text: "El código venció, pero no hay problema: le genero uno nuevo por el mismo monto. ¿Todavía lo quiere? Dígame hasta qué día debería valer.",
        },
      },
    },
  ],
};

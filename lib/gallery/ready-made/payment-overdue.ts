import type { Wait } from "@/lib/core/model";
import { CHARGE, PAY_HERE } from "../charge-phrases";
import { HI, SIGNED } from "../phrases";
import type { ReadyMade } from "../schema";

const daysAfter = (amount: number, at: string): Wait => ({
  amount,
  unit: "days",
  at,
  relative: { side: "after", ifPassed: "skip" },
});

export const paymentOverdue: ReadyMade = {
  id: "payment-overdue",
  purpose: "payments",
  target: "charge",
  hours: "weekdays",
  goal: { event: "charge.paid" },
  triggers: [{ event: "charge.overdue", match: "all", conditions: [] }],
  reenrollment: { rule: "after_end", days: 7 },
  words: {
    en: {
      name: "Payment overdue",
      about:
        "For payments that were forgotten or got stuck. Four messages in two weeks that assume good will: a reminder, a question about what is in the way, an offer to split, and a personal word.",
      when: "A charge has passed its due date. The payment stops it at once.",
    },
    "pt-BR": {
      name: "Pagamento em atraso",
      about:
        "Para pagamentos esquecidos ou emperrados. Quatro mensagens em duas semanas que partem da boa-fé: um lembrete, uma pergunta sobre o que está atrapalhando, a oferta de parcelar e uma palavra pessoal.",
      when: "A cobrança passou do vencimento. O pagamento encerra na hora.",
    },
    es: {
      name: "Pago vencido",
      about:
        "Para pagos olvidados o atascados. Cuatro mensajes en dos semanas que parten de la buena fe: un recordatorio, una pregunta sobre qué lo impide, la opción de dividirlo y unas palabras personales.",
      when: "Un cobro pasó su fecha de vencimiento. El pago lo detiene al instante.",
    },
  },
  steps: [
    {
      wait: daysAfter(1, "10:00"),
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "One payment is still open",
          text: `${HI.en}, one payment is still open: ${CHARGE.en}. If it crossed with this message, thank you!${PAY_HERE.en}`,
        },
        "pt-BR": {
          subject: "Ficou um pagamento em aberto",
          text: `${HI["pt-BR"]}! Ficou um pagamento em aberto: ${CHARGE["pt-BR"]}. Se você já pagou, muito obrigado!${PAY_HERE["pt-BR"]}`,
        },
        es: {
          subject: "Quedó un pago pendiente",
          text: `${HI.es}. Quedó un pago pendiente: ${CHARGE.es}. Si ya lo pagó, ¡muchas gracias!${PAY_HERE.es}`,
        },
      },
    },
    {
      wait: daysAfter(4, "11:00"),
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "What is in the way?",
          text: "Is there something in the way of the payment: a card that was declined, a missing order number, a question about the amount? Tell me which, and I’ll sort it out.",
        },
        "pt-BR": {
          subject: "O que está atrapalhando?",
          text: "Tem alguma coisa atrapalhando o pagamento: cartão recusado, dado faltando na nota, dúvida sobre o valor? Me diga o que é que eu resolvo.",
        },
        es: {
          subject: "¿Qué lo está impidiendo?",
          text: "¿Hay algo que esté impidiendo el pago: una tarjeta rechazada, un dato que falta en la factura, una duda sobre el monto? Dígame qué es y lo resuelvo.",
        },
      },
    },
    {
      wait: daysAfter(8, "10:00"),
      channel: "email",
      texts: {
        en: {
          subject: "Two ways to settle this",
          text: `${HI.en},\n\nThis one is still open: ${CHARGE.en}. There are two easy ways from here: pay it as it is, or in two parts, half now and half next month.${PAY_HERE.en}\n\nWhich of the two suits you?\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Dois jeitos de acertar",
          text: `${HI["pt-BR"]}!\n\nContinua em aberto: ${CHARGE["pt-BR"]}. Há dois jeitos simples de acertar: pagar o total ou dividir em duas vezes, metade agora e metade no mês que vem.${PAY_HERE["pt-BR"]}\n\nQual dos dois fica melhor para você?\n\nUm abraço,\n${SIGNED}`,
        },
        es: {
          subject: "Dos formas de arreglarlo",
          text: `${HI.es}:\n\nSigue pendiente: ${CHARGE.es}. Hay dos formas sencillas: pagar el total o dividirlo en dos, la mitad ahora y la otra el próximo mes.${PAY_HERE.es}\n\n¿Cuál de las dos le conviene más?\n\nSaludos,\n${SIGNED}`,
        },
      },
    },
    {
      wait: daysAfter(15, "10:00"),
      channel: "email",
      texts: {
        en: {
          subject: "A personal word about your account",
          text: `${HI.en},\n\nThe reminders end here; from now on this is with me personally. I’d rather find a solution with you than send another notice. When is a good moment for a short call this week?\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Uma palavra pessoal sobre a sua conta",
          text: `${HI["pt-BR"]}!\n\nOs lembretes terminam aqui; daqui para a frente quem cuida disso sou eu. Prefiro encontrar uma solução com você a mandar mais um aviso. Qual é um bom momento para uma ligação rápida nesta semana?\n\n${SIGNED}`,
        },
        es: {
          subject: "Unas palabras sobre su cuenta",
          text: `${HI.es}:\n\nLos recordatorios terminan aquí; de ahora en adelante me encargo yo. Prefiero encontrar una solución con usted que enviarle otro aviso. ¿Cuándo le queda bien una llamada corta esta semana?\n\n${SIGNED}`,
        },
      },
    },
  ],
};

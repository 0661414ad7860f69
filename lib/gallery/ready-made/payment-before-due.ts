import type { Wait } from "@/lib/core/model";
import { CHARGE, PAY_HERE } from "../charge-phrases";
import { HI, SIGNED } from "../phrases";
import type { ReadyMade } from "../schema";

const days = (amount: number, side: "before" | "after", at: string): Wait => ({
  amount,
  unit: "days",
  at,
  relative: { side, ifPassed: "skip" },
});

export const paymentBeforeDue: ReadyMade = {
  id: "payment-before-due",
  purpose: "payments",
  target: "charge",
  hours: "account",
  goal: { event: "charge.paid" },
  triggers: [{ event: "charge.created", match: "all", conditions: [] }],
  reenrollment: { rule: "after_end", days: 7 },
  words: {
    en: {
      name: "Payment reminder",
      about:
        "Five messages around the due date: three days before, on the day, and 2, 5 and 10 days after. It begins as a service, stays friendly, and ends with an offer to talk. The payment stops it at once.",
      when: "From the moment a charge exists. Messages whose day has passed are left out.",
    },
    "pt-BR": {
      name: "Lembrete de pagamento",
      about:
        "Cinco mensagens em torno do vencimento: três dias antes, no dia, e 2, 5 e 10 dias depois. Começa como um favor, segue gentil e termina com uma conversa. O pagamento encerra na hora.",
      when: "Desde que a cobrança existe. Mensagens cujo dia já passou ficam de fora.",
    },
    es: {
      name: "Recordatorio de pago",
      about:
        "Cinco mensajes alrededor del vencimiento: tres días antes, el mismo día y 2, 5 y 10 días después. Empieza como un servicio, sigue amable y termina con una conversación. El pago lo detiene al instante.",
      when: "Desde que existe el cobro. Los mensajes cuyo día ya pasó se omiten.",
    },
  },
  steps: [
    {
      wait: days(3, "before", "10:00"),
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "A payment is coming up",
          text: `${HI.en}, a quick heads-up: ${CHARGE.en} is due on {{ charge.due_date | date: "long" | default: "the agreed day" }}. Do you have everything you need to pay it?${PAY_HERE.en}`,
        },
        "pt-BR": {
          subject: "Vencimento chegando",
          text: `${HI["pt-BR"]}! Só um aviso rápido: ${CHARGE["pt-BR"]} vence em {{ charge.due_date | date: "long" | default: "breve" }}. Está tudo certo para o pagamento?${PAY_HERE["pt-BR"]}`,
        },
        es: {
          subject: "Se acerca un vencimiento",
          text: `${HI.es}. Un aviso rápido: ${CHARGE.es} vence el {{ charge.due_date | date: "long" | default: "día acordado" }}. ¿Tiene todo lo necesario para pagar?${PAY_HERE.es}`,
        },
      },
    },
    {
      wait: days(0, "after", "09:30"),
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "The due date is here",
          text: `${HI.en}, the due date is here: ${CHARGE.en}. If it’s already on its way, you can ignore this message.${PAY_HERE.en}`,
        },
        "pt-BR": {
          subject: "Chegou o dia do vencimento",
          text: `${HI["pt-BR"]}! Chegou o dia do vencimento: ${CHARGE["pt-BR"]}. Se você já pagou, pode desconsiderar esta mensagem.${PAY_HERE["pt-BR"]}`,
        },
        es: {
          subject: "Llegó la fecha de vencimiento",
          text: `${HI.es}. Llegó la fecha de vencimiento: ${CHARGE.es}. Si ya hizo el pago, no tome en cuenta este mensaje.${PAY_HERE.es}`,
        },
      },
    },
    {
      wait: days(2, "after", "10:00"),
      channel: "sms",
      texts: {
        en: {
          text: "{{ account.name }}: your payment has not reached us yet. Could it have slipped through? Answer here if you need the details again.",
        },
        "pt-BR": {
          text: "{{ account.name }}: ainda falta o seu pagamento por aqui. Se passou batido, tudo bem! Responda se quiser receber os dados de novo.",
        },
        es: {
          text: "{{ account.name }}: su pago sigue pendiente. Si fue un olvido, no hay problema. Responda si quiere que le enviemos los datos otra vez.",
        },
      },
    },
    {
      wait: days(5, "after", "10:00"),
      channel: "email",
      texts: {
        en: {
          subject: "Is something wrong with the invoice?",
          text: `${HI.en},\n\nThis is still open: ${CHARGE.en}, due on {{ charge.due_date | date: "long" | default: "the agreed day" }}.${PAY_HERE.en}\n\nIf something on the invoice isn’t right, tell me what, and I’ll put it in order today.\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Tem algo errado na cobrança?",
          text: `${HI["pt-BR"]}!\n\nAinda está em aberto: ${CHARGE["pt-BR"]}, com vencimento em {{ charge.due_date | date: "long" | default: "data já passada" }}.${PAY_HERE["pt-BR"]}\n\nSe tiver alguma coisa errada na cobrança, me diga o que é que eu acerto hoje mesmo.\n\nUm abraço,\n${SIGNED}`,
        },
        es: {
          subject: "¿Hay algo mal en el cobro?",
          text: `${HI.es}:\n\nSigue pendiente: ${CHARGE.es}, con vencimiento el {{ charge.due_date | date: "long" | default: "día acordado" }}.${PAY_HERE.es}\n\nSi hay algo incorrecto en el cobro, dígame qué es y lo arreglo hoy mismo.\n\nSaludos,\n${SIGNED}`,
        },
      },
    },
    {
      wait: days(10, "after", "10:00"),
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Shall we find a way together?",
          text: `${HI.en}, tight months happen. If paying ${CHARGE.en} in one go is difficult, we can split it or move the date. Answer with what would work for you, and somebody from our team will arrange it with you.`,
        },
        "pt-BR": {
          subject: "Vamos achar um jeito juntos?",
          text: `${HI["pt-BR"]}! Mês apertado acontece. Se ficou difícil pagar tudo de uma vez, dá para parcelar ou mudar a data. Responda com o que funcionaria para você, e alguém da equipe combina o resto.`,
        },
        es: {
          subject: "¿Buscamos juntos una solución?",
          text: `${HI.es}. A todos nos toca un mes difícil. Si se le complica pagar todo junto, podemos dividirlo o cambiar la fecha. Responda con lo que le funcionaría y alguien del equipo lo acuerda con usted.`,
        },
      },
    },
  ],
};

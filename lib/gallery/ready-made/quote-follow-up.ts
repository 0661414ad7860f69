import { HI, SIGNED } from "../phrases";
import type { ReadyMade } from "../schema";

const ABOUT = {
  en: "{% if deal.title %} for {{ deal.title }}{% endif %}",
  "pt-BR": "{% if deal.title %} de {{ deal.title }}{% endif %}",
  es: "{% if deal.title %} de {{ deal.title }}{% endif %}",
};

export const quoteFollowUp: ReadyMade = {
  id: "quote-follow-up",
  purpose: "sales",
  target: "deal",
  hours: "weekdays",
  goal: { event: "deal.won" },
  words: {
    en: {
      name: "Quote follow-up",
      about:
        "Turns “I’ll think about it” into an answer. It asks whether the quote arrived, offers to go through it, asks what would have to change, and finally offers to close the file.",
      when: "A quote or proposal has gone out and you are waiting for a decision.",
    },
    "pt-BR": {
      name: "Acompanhamento de orçamento",
      about:
        "Transforma o “vou pensar” em uma resposta. Pergunta se o orçamento chegou, se oferece para explicar, pergunta o que precisaria mudar e, no fim, propõe encerrar.",
      when: "O orçamento ou a proposta foi enviada e você espera uma decisão.",
    },
    es: {
      name: "Seguimiento de cotización",
      about:
        "Convierte el “lo voy a pensar” en una respuesta. Pregunta si llegó la cotización, ofrece revisarla, pregunta qué habría que cambiar y al final propone cerrarla.",
      when: "Ya salió la cotización o propuesta y esperas una decisión.",
    },
  },
  steps: [
    {
      wait: { amount: 1, unit: "business_days", at: "10:00" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Did the quote reach you?",
          text: `${HI.en}, did our quote${ABOUT.en} reach you safely, and is it what you had in mind?`,
        },
        "pt-BR": {
          subject: "O orçamento chegou?",
          text: `${HI["pt-BR"]}! O nosso orçamento${ABOUT["pt-BR"]} chegou direitinho? Era o que você tinha em mente?`,
        },
        es: {
          subject: "¿Le llegó la cotización?",
          text: `${HI.es}. ¿Le llegó bien nuestra cotización${ABOUT.es}? ¿Es lo que tenía en mente?`,
        },
      },
    },
    {
      wait: { amount: 3, unit: "business_days", at: "11:00" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Shall we go through it together?",
          text: "A quote is always a bit dry on paper. I can walk you through it in five minutes and say what you could leave out. When may I call?",
        },
        "pt-BR": {
          subject: "Vamos ver o orçamento juntos?",
          text: "Orçamento no papel é sempre meio seco. Em cinco minutos eu explico item por item e digo o que dá para tirar. Quando posso ligar?",
        },
        es: {
          subject: "¿La revisamos juntos?",
          text: "En papel, una cotización siempre resulta un poco fría. En cinco minutos se la explico punto por punto y le digo qué se puede quitar. ¿Cuándo puedo llamarle?",
        },
      },
    },
    {
      wait: { amount: 5, unit: "business_days", at: "10:00" },
      channel: "email",
      texts: {
        en: {
          subject: "What would have to be different?",
          text: `${HI.en},\n\nAn honest question about the quote${ABOUT.en}: what would have to be different for it to be a yes? Price, scope, dates? Tell me the one thing, and I’ll see what I can do.\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "O que precisaria mudar?",
          text: `${HI["pt-BR"]}!\n\nUma pergunta sincera sobre o orçamento${ABOUT["pt-BR"]}: o que precisaria ser diferente para virar um sim? Preço, escopo, prazo? Me diga o principal que eu vejo o que consigo fazer.\n\nUm abraço,\n${SIGNED}`,
        },
        es: {
          subject: "¿Qué habría que cambiar?",
          text: `${HI.es}:\n\nUna pregunta sincera sobre la cotización${ABOUT.es}: ¿qué tendría que ser distinto para que fuera un sí? ¿El precio, el alcance, las fechas? Dígame lo principal y veo qué puedo hacer.\n\nSaludos,\n${SIGNED}`,
        },
      },
    },
    {
      wait: { amount: 6, unit: "business_days", at: "10:00" },
      channel: "email",
      texts: {
        en: {
          subject: "Shall I close the quote?",
          text: `${HI.en},\n\nI’ll file the quote${ABOUT.en} for now, so that you don’t have to deal with reminders. If you want to come back to it, answer this email and I’ll bring it up to date for you.\n\nThank you for considering us,\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Posso encerrar o orçamento?",
          text: `${HI["pt-BR"]}!\n\nPor enquanto vou arquivar o orçamento${ABOUT["pt-BR"]}, para você não receber mais lembretes. Se quiser retomar, responda este e-mail que eu atualizo os valores para você.\n\nObrigado por ter pensado na gente,\n${SIGNED}`,
        },
        es: {
          subject: "¿Cierro la cotización?",
          text: `${HI.es}:\n\nPor ahora archivo la cotización${ABOUT.es}, para no enviarle más recordatorios. Si quiere retomarla, responda este correo y se la actualizo.\n\nGracias por considerarnos,\n${SIGNED}`,
        },
      },
    },
  ],
};

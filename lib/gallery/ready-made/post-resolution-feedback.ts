import { HI, SIGNED } from "../phrases";
import type { ReadyMade } from "../schema";

export const postResolutionFeedback: ReadyMade = {
  id: "post-resolution-feedback",
  purpose: "customers",
  target: "conversation",
  hours: "account",
  // The conversation is resolved when it begins, so that cannot be what ends it.
  exitRules: { onReply: "any_channel", replyDoes: "end", onResolution: false },
  triggers: [{ event: "conversation.resolved", match: "all", conditions: [] }],
  reenrollment: { rule: "after_days", days: 30 },
  words: {
    en: {
      name: "Feedback after support",
      about:
        "Asks the one question that matters, whether it is really solved, while the memory is fresh, and once more by email what could be better. At most once a month for each person.",
      when: "A conversation has been resolved.",
    },
    "pt-BR": {
      name: "Opinião depois do atendimento",
      about:
        "Faz a pergunta que importa, se ficou mesmo resolvido, enquanto a memória está fresca, e mais uma vez por e-mail o que poderia melhorar. No máximo uma vez por mês para cada pessoa.",
      when: "Uma conversa foi resolvida.",
    },
    es: {
      name: "Opinión después de la atención",
      about:
        "Hace la pregunta que importa, si de verdad quedó resuelto, mientras el recuerdo está fresco, y una vez más por correo qué se puede mejorar. Como máximo una vez al mes por persona.",
      when: "Se resolvió una conversación.",
    },
  },
  steps: [
    {
      wait: { amount: 3, unit: "hours" },
      channel: "same_conversation",
      windowClosed: "skip",
      texts: {
        en: {
          subject: "Is it really solved?",
          text: `${HI.en}, is everything working as it should now? If anything is left, answer here and we’ll open it again.`,
        },
        "pt-BR": {
          subject: "Ficou resolvido mesmo?",
          text: `${HI["pt-BR"]}! Está tudo funcionando como deveria? Se ficou alguma ponta solta, responda aqui que a gente retoma.`,
        },
        es: {
          subject: "¿Quedó resuelto?",
          text: `${HI.es}. ¿Ya está funcionando todo como debe? Si quedó algo pendiente, responda aquí y lo retomamos.`,
        },
      },
    },
    {
      wait: { amount: 3, unit: "days", at: "10:00" },
      channel: "email",
      skipRules: [{ when: "no_address" }],
      texts: {
        en: {
          subject: "One question, one line",
          text: `${HI.en},\n\nOne question, and one line is enough: what could we have done better when you wrote to us?\n\nA person reads every answer. Thank you for helping us,\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Uma pergunta, uma linha",
          text: `${HI["pt-BR"]}!\n\nUma pergunta só, e uma linha já basta: o que poderíamos ter feito melhor quando você nos procurou?\n\nTodas as respostas são lidas por uma pessoa. Obrigado por ajudar,\n${SIGNED}`,
        },
        es: {
          subject: "Una pregunta, una línea",
          text: `${HI.es}:\n\nUna sola pregunta, y con una línea basta: ¿qué pudimos hacer mejor cuando nos escribió?\n\nUna persona lee cada respuesta. Gracias por su ayuda,\n${SIGNED}`,
        },
      },
    },
  ],
};

import { HI, SIGNED } from "../phrases";
import type { ReadyMade } from "../schema";

export const unansweredSlow: ReadyMade = {
  id: "unanswered-slow",
  purpose: "conversations",
  target: "conversation",
  hours: "weekdays",
  reenrollment: { rule: "after_days", days: 30 },
  words: {
    en: {
      name: "Unanswered conversation, patient",
      about:
        "For decisions that take weeks. Four messages over a month, each with a reason of its own: an open ear, something useful, a question about timing, and a goodbye that leaves the door open.",
      when: "The talk went well, the decision is a bigger one, and it has gone quiet for a few days.",
    },
    "pt-BR": {
      name: "Conversa sem resposta, com calma",
      about:
        "Para decisões que levam semanas. Quatro mensagens em um mês, cada uma com o seu motivo: ouvir, ajudar, perguntar sobre o momento e se despedir deixando a porta aberta.",
      when: "A conversa foi boa, a decisão é maior e há alguns dias está tudo quieto.",
    },
    es: {
      name: "Conversación sin respuesta, con calma",
      about:
        "Para decisiones que toman semanas. Cuatro mensajes en un mes, cada uno con su propio motivo: escuchar, aportar algo útil, preguntar por el momento y despedirse con la puerta abierta.",
      when: "La conversación fue buena, la decisión es más grande y lleva unos días en silencio.",
    },
  },
  steps: [
    {
      wait: { amount: 3, unit: "business_days", at: "10:00" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Anything I can clear up?",
          text: `${HI.en}, no hurry at all. Is there something you’d like to know before you decide?`,
        },
        "pt-BR": {
          subject: "Posso ajudar em alguma coisa?",
          text: `${HI["pt-BR"]}! Sem pressa nenhuma. Tem alguma coisa que você gostaria de saber antes de decidir?`,
        },
        es: {
          subject: "¿Le aclaro algo?",
          text: `${HI.es}. No hay ninguna prisa. ¿Hay algo que quisiera saber antes de decidir?`,
        },
      },
    },
    {
      wait: { amount: 5, unit: "business_days", at: "10:00" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "How the first weeks would look",
          text: "Around this point people often ask how the first weeks would go in practice. I can write you a short outline for your case, half a page. Would that help?",
        },
        "pt-BR": {
          subject: "Como seriam as primeiras semanas",
          text: "Nesta altura muita gente pergunta como seriam as primeiras semanas na prática. Posso montar um resumo de meia página para o seu caso. Ajudaria?",
        },
        es: {
          subject: "Cómo serían las primeras semanas",
          text: "A estas alturas muchas personas preguntan cómo serían las primeras semanas en la práctica. Puedo prepararle un resumen de media página para su caso. ¿Le serviría?",
        },
      },
    },
    {
      wait: { amount: 7, unit: "business_days", at: "14:00" },
      channel: "email",
      texts: {
        en: {
          subject: "Now, or better later?",
          text: `${HI.en},\n\nOur conversation came up again today. Is this something for the coming weeks, or is later better? If later, tell me roughly when. I’ll write then, and not before.\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Agora ou melhor mais para a frente?",
          text: `${HI["pt-BR"]}!\n\nHoje reli a nossa conversa. Isso é assunto para as próximas semanas ou é melhor mais para a frente? Se for para depois, me diga mais ou menos quando: eu escrevo nessa época, e não antes.\n\nUm abraço,\n${SIGNED}`,
        },
        es: {
          subject: "¿Ahora o mejor más adelante?",
          text: `${HI.es}:\n\nHoy volví a leer nuestra conversación. ¿Es un tema para las próximas semanas o es mejor más adelante? Si es para después, dígame más o menos cuándo: le escribo entonces, no antes.\n\nSaludos,\n${SIGNED}`,
        },
      },
    },
    {
      wait: { amount: 7, unit: "business_days", at: "10:00" },
      channel: "email",
      texts: {
        en: {
          subject: "My last note on this",
          text: `${HI.en},\n\nThis is my last note, so your inbox stays yours. What we worked out is kept here. If it becomes a topic again, in a month or a year, answer this email and it lands with me.\n\nAll the best,\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Minha última mensagem sobre isso",
          text: `${HI["pt-BR"]}!\n\nEsta é a minha última mensagem, para não tomar o seu tempo. O que conversamos fica guardado aqui. Se o assunto voltar, daqui a um mês ou a um ano, responda este e-mail que ele chega direto para mim.\n\nTudo de bom,\n${SIGNED}`,
        },
        es: {
          subject: "Mi último mensaje sobre esto",
          text: `${HI.es}:\n\nEste es mi último mensaje, para no quitarle tiempo. Lo que conversamos queda guardado. Si el tema vuelve, en un mes o en un año, responda este correo y me llega directamente.\n\nQue le vaya muy bien,\n${SIGNED}`,
        },
      },
    },
  ],
};

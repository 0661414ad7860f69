import { HI } from "../phrases";
import type { ReadyMade } from "../schema";

export const unansweredFast: ReadyMade = {
  id: "unanswered-fast",
  purpose: "conversations",
  target: "conversation",
  hours: "account",
  reenrollment: { rule: "after_days", days: 7 },
  words: {
    en: {
      name: "Unanswered conversation, fast",
      about:
        "Picks the thread up while it is still warm: a nudge the same day, another way to talk the next day, and a friendly goodbye. Most silence is a busy day, not a no.",
      when: "Somebody asked, you answered, and a few hours later nothing has come back.",
    },
    "pt-BR": {
      name: "Conversa sem resposta, rápida",
      about:
        "Retoma a conversa enquanto ela está quente: um lembrete no mesmo dia, outro jeito de falar no dia seguinte e uma despedida gentil. Silêncio quase sempre é correria, não um não.",
      when: "A pessoa perguntou, você respondeu e algumas horas depois nada voltou.",
    },
    es: {
      name: "Conversación sin respuesta, rápida",
      about:
        "Retoma la conversación mientras sigue viva: un recordatorio el mismo día, otra forma de hablar al día siguiente y una despedida amable. El silencio suele ser falta de tiempo, no un no.",
      when: "La persona preguntó, respondiste y unas horas después no ha vuelto nada.",
    },
  },
  steps: [
    {
      wait: { amount: 3, unit: "hours" },
      channel: "same_conversation",
      windowClosed: "skip",
      texts: {
        en: {
          subject: "Did my answer reach you?",
          text: `${HI.en}, just checking that my answer reached you. Is anything still unclear?`,
        },
        "pt-BR": {
          subject: "Minha resposta chegou?",
          text: `${HI["pt-BR"]}! Passando só para saber se a minha resposta chegou direitinho. Ficou alguma dúvida?`,
        },
        es: {
          subject: "¿Le llegó mi respuesta?",
          text: `${HI.es}. Solo quería confirmar que le llegó mi respuesta. ¿Le quedó alguna duda?`,
        },
      },
    },
    {
      wait: { amount: 1, unit: "days", at: "10:00" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Easier on the phone?",
          text: "Some things are quicker said than typed. Shall I call you? Send me a time that suits you today or tomorrow and I’ll ring then.",
        },
        "pt-BR": {
          subject: "Prefere falar por telefone?",
          text: "Tem coisa que se resolve mais rápido falando do que digitando. Quer que eu ligue? Me diga um bom horário hoje ou amanhã.",
        },
        es: {
          subject: "¿Prefiere que le llame?",
          text: "Hay cosas que se resuelven más rápido hablando que escribiendo. ¿Quiere que le llame? Dígame a qué hora le queda bien, hoy o mañana.",
        },
      },
    },
    {
      wait: { amount: 3, unit: "days", at: "15:00" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "I’ll leave it here for now",
          text: "I don’t want to crowd your inbox, so I’ll leave it here. Whenever you want to pick this up, just answer and we’ll carry on where we stopped.",
        },
        "pt-BR": {
          subject: "Vou parar por aqui",
          text: "Não quero encher a sua caixa de mensagens, então vou parar por aqui. Quando quiser retomar, é só responder e continuamos de onde paramos.",
        },
        es: {
          subject: "Lo dejo aquí por ahora",
          text: "No quiero llenarle el buzón, así que lo dejo aquí. Cuando quiera retomarlo, responda este mensaje y seguimos donde nos quedamos.",
        },
      },
    },
  ],
};

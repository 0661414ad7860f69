import { HI, SIGNED } from "../phrases";
import type { ReadyMade } from "../schema";

export const noShowRebooking: ReadyMade = {
  id: "no-show-rebooking",
  purpose: "appointments",
  // About the person: the new appointment is another record than the missed one.
  target: "contact",
  hours: "account",
  goal: { event: "appointment.confirmed" },
  triggers: [{ event: "appointment.no_show", match: "all", conditions: [] }],
  reenrollment: { rule: "after_days", days: 7 },
  words: {
    en: {
      name: "No-show rebooking",
      about:
        "Brings back people who missed their appointment, without a reproach: asks whether all is well, offers two times of day to choose from, and leaves an open invitation.",
      when: "Somebody did not come to their appointment.",
    },
    "pt-BR": {
      name: "Reagendamento de falta",
      about:
        "Traz de volta quem faltou, sem bronca: pergunta se está tudo bem, oferece dois períodos para escolher e deixa um convite em aberto.",
      when: "A pessoa não compareceu ao horário marcado.",
    },
    es: {
      name: "Reagendar una cita perdida",
      about:
        "Recupera a quien faltó a su cita, sin reproches: pregunta si todo está bien, ofrece dos momentos del día para elegir y deja una invitación abierta.",
      when: "La persona no llegó a su cita.",
    },
  },
  steps: [
    {
      wait: { amount: 2, unit: "hours" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "We missed you",
          text: `${HI.en}, we missed you at your appointment. I hope everything is all right! Would you like a new time?`,
        },
        "pt-BR": {
          subject: "Sentimos a sua falta",
          text: `${HI["pt-BR"]}! Sentimos a sua falta no horário marcado. Está tudo bem por aí? Quer marcar um novo horário?`,
        },
        es: {
          subject: "Le extrañamos en su cita",
          text: `${HI.es}. Le extrañamos en su cita. ¡Espero que todo esté bien! ¿Quiere que agendemos una nueva fecha?`,
        },
      },
    },
    {
      wait: { amount: 2, unit: "days", at: "10:00" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Morning or afternoon?",
          text: "Next week still has room. What suits you better, morning or afternoon? I’ll pick the slot and send you the confirmation.",
        },
        "pt-BR": {
          subject: "Manhã ou tarde?",
          text: "Na semana que vem ainda há horários. Fica melhor de manhã ou à tarde? Eu escolho a vaga e já mando a confirmação.",
        },
        es: {
          subject: "¿Mañana o tarde?",
          text: "La próxima semana todavía hay espacio. ¿Le queda mejor por la mañana o por la tarde? Yo elijo el horario y le envío la confirmación.",
        },
      },
    },
    {
      wait: { amount: 6, unit: "days", at: "11:00" },
      channel: "email",
      texts: {
        en: {
          subject: "Whenever it suits you",
          text: `${HI.en},\n\nSome weeks are like that, so I won’t keep asking. Your place with us stays: when you’re ready, answer this email with a day that suits you and I’ll book it.\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Quando for bom para você",
          text: `${HI["pt-BR"]}!\n\nTem semana que é assim mesmo, então não vou ficar perguntando. O seu lugar aqui continua: quando quiser, responda este e-mail com um dia que seja bom para você e eu marco.\n\nUm abraço,\n${SIGNED}`,
        },
        es: {
          subject: "Cuando le quede bien",
          text: `${HI.es}:\n\nHay semanas así, por eso no voy a seguir preguntando. Su lugar aquí se mantiene: cuando quiera, responda este correo con un día que le quede bien y yo lo agendo.\n\nSaludos,\n${SIGNED}`,
        },
      },
    },
  ],
};

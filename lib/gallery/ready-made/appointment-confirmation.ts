import { HI } from "../phrases";
import type { ReadyMade } from "../schema";

const AT_PLACE = {
  en: "{% if appointment.location %} at {{ appointment.location }}{% endif %}",
  "pt-BR": "{% if appointment.location %}, em {{ appointment.location }}{% endif %}",
  es: "{% if appointment.location %}, en {{ appointment.location }}{% endif %}",
};

export const appointmentConfirmation: ReadyMade = {
  id: "appointment-confirmation",
  purpose: "appointments",
  target: "appointment",
  hours: "account",
  goal: { event: "appointment.confirmed" },
  triggers: [{ event: "appointment.booked", match: "all", conditions: [] }],
  reenrollment: { rule: "after_end", days: 7 },
  words: {
    en: {
      name: "Appointment confirmation",
      about:
        "Confirms the booking at once, asks for a yes two days before, and sends a short word on the day. Whoever cannot come says so in time, and the slot goes to somebody else.",
      when: "An appointment is booked. When it is moved, the messages move with it.",
    },
    "pt-BR": {
      name: "Confirmação de agendamento",
      about:
        "Confirma a reserva na hora, pede um sim dois dias antes e manda um aviso curto no dia. Quem não puder vir avisa a tempo, e o horário fica livre para outra pessoa.",
      when: "Um horário é marcado. Se ele mudar, as mensagens mudam junto.",
    },
    es: {
      name: "Confirmación de cita",
      about:
        "Confirma la reserva al instante, pide un sí dos días antes y envía un aviso corto el mismo día. Quien no pueda venir avisa a tiempo y el horario queda libre para alguien más.",
      when: "Se agenda una cita. Si cambia de fecha, los mensajes cambian con ella.",
    },
  },
  steps: [
    {
      wait: { amount: 0, unit: "minutes" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "You’re booked",
          text: `${HI.en}, you’re booked: {{ appointment.title | default: "your appointment" }}, {{ appointment.starts_at | date: "%A, %B %-d" | default: "on the agreed day" }} at {{ appointment.starts_at | date: "time" | default: "the agreed time" }}${AT_PLACE.en}. If anything changes, just answer this message.`,
        },
        "pt-BR": {
          subject: "Seu horário está marcado",
          text: `${HI["pt-BR"]}! Está marcado: {{ appointment.title | default: "seu horário" }}, {{ appointment.starts_at | date: "%A, %d/%m" | default: "no dia combinado" }}, às {{ appointment.starts_at | date: "time" | default: "horas combinadas" }}${AT_PLACE["pt-BR"]}. Se precisar mudar, é só responder aqui.`,
        },
        es: {
          subject: "Su cita está reservada",
          text: `${HI.es}. Quedó reservado: {{ appointment.title | default: "su cita" }}, {{ appointment.starts_at | date: "%A %d/%m" | default: "el día acordado" }}, {{ appointment.starts_at | date: "time" | default: "a la hora acordada" }}${AT_PLACE.es}. Si necesita cambiarlo, responda este mensaje.`,
        },
      },
    },
    {
      wait: { amount: 2, unit: "days", at: "10:00", relative: { side: "before", ifPassed: "skip" } },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Can we count on you?",
          text: `We’re looking forward to seeing you {{ appointment.starts_at | date: "%A" | prepend: "on " | default: "soon" }}. Can we count on you? A short “yes” is enough, and if not, we’ll find another time.`,
        },
        "pt-BR": {
          subject: "Podemos contar com você?",
          text: `Estamos esperando por você {{ appointment.starts_at | date: "%A" | default: "em breve" }}. Podemos contar com a sua presença? Um “sim” já basta; se não der, achamos outro horário.`,
        },
        es: {
          subject: "¿Contamos con usted?",
          text: `Le esperamos el {{ appointment.starts_at | date: "%A" | default: "día de su cita" }}. ¿Contamos con usted? Con un “sí” es suficiente; y si no puede, buscamos otro horario.`,
        },
      },
    },
    {
      wait: { amount: 3, unit: "hours", relative: { side: "before", ifPassed: "exit" } },
      channel: "sms",
      texts: {
        en: {
          text: '{{ account.name }}: see you today at {{ appointment.starts_at | date: "%H:%M" | default: "the agreed time" }}. If something came up, answer here and we will move it.',
        },
        "pt-BR": {
          text: '{{ account.name }}: nos vemos hoje, {{ appointment.starts_at | date: "%H:%M" | default: "na hora combinada" }}. Se tiver algum imprevisto, responda por aqui e mudamos o dia.',
        },
        es: {
          text: '{{ account.name }}: nos vemos hoy, {{ appointment.starts_at | date: "%H:%M" | default: "a la hora acordada" }}. Si surge un imprevisto, responda este mensaje y buscamos otra fecha.',
        },
      },
    },
  ],
};

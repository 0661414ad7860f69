import type { TableGroup } from "./types";

/** Spanish: appointments, ahead and missed. */
export const ES_VISITS: readonly TableGroup[] = [
  {
    id: "es-appointment",
    language: "es",
    today: "2026-03-02",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Ana" },
      { name: "contact.name", kind: "name", value: "Ana Belén Soto" },
      { name: "contact.phone", kind: "phone", value: "+34612345678" },
      { name: "account.name", kind: "name", value: "Clínica Dental Sonría" },
      { name: "agent.name", kind: "name", value: "Dra. Elena Prado" },
      { name: "appointment.title", kind: "text", value: "Limpieza y revisión" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-03-03T09:00" },
      { name: "appointment.ends_at", kind: "moment", value: "2026-03-03T09:45" },
      { name: "appointment.location", kind: "text", value: "Calle Mayor 100, 3.º B, 28013 Madrid" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Llegue 10 minutos antes. Los cambios se hacen con 24 horas de antelación. Aparcamiento en la calle Arenal 9.",
      },
      {
        name: "instruction",
        kind: "text",
        value: "Pide que responda 1 para confirmar o 2 para cambiar la cita.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hola, Ana: tu cita en la Clínica Dental Sonría es mañana martes a las 9 de la mañana. Responde 1 para confirmar o 2 para cambiarla 😁",
      },
      {
        channel: "sms",
        text: "Clinica Dental Sonria: cita manana 3/3 a las 9:00, Calle Mayor 100, 3B. Responde 1 confirmar, 2 cambiar",
      },
      {
        channel: "email",
        subject: "Tu cita del martes 3 de marzo",
        text: "Hola, Ana:\n\nTe esperamos el martes 3 de marzo de 2026, de 9:00 a 9:45 h.\n\nDirección: Calle Mayor 100, 3.º B, 28013 Madrid\nAparcamiento: calle Arenal 9\n\nUn saludo,\nClínica Dental Sonría",
      },
      {
        channel: "whatsapp",
        text: "Ana, mañana por la mañana, a las nueve en punto, te espera la Dra. Elena Prado. Llega 10 min antes, por favor.",
      },
      {
        channel: "whatsapp",
        text: "Buenos días, Ana Belén. ¿Sigue siendo tu teléfono el 612 34 56 78? Es para la limpieza y revisión de mañana a las 9h.",
      },
      {
        channel: "whatsapp",
        text: "¿Te viene bien mañana a las 09:00, Ana? Si no, avísanos con 24 h de antelación la próxima vez 🙏",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hola, Ana: tu cita es mañana a las 9 de la noche. Responde 1 para confirmar.",
        kind: "time",
        words: "9 de la noche",
        why: "The appointment is in the morning.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Ana: ¿confirmas la limpieza del miércoles 3 de marzo a las 9:00?",
        kind: "weekday",
        words: "miércoles 3 de marzo",
        why: "3 March 2026 is a Tuesday.",
      },
      {
        channel: "whatsapp",
        text: "Ana, ¿todo bien para mañana a las 9:30? Estamos en Calle Mayor 100.",
        kind: "time",
        words: "9:30",
        why: "It begins at 9:00.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Ana: te recordamos tu cita de pasado mañana a las 9:00. Responde 1 para confirmar.",
        kind: "relative_day",
        words: "pasado mañana",
        why: "The appointment is tomorrow.",
      },
      {
        channel: "whatsapp",
        text: "Ana, te esperamos mañana a las 9:00 en Calle Mayor 110, 3.º B.",
        kind: "number",
        words: "Calle Mayor 110",
        why: "The house number is 100.",
      },
      {
        channel: "whatsapp",
        text: "Ana, tu cita de mañana a las 9:00 es con el Dr. Salgado. Responde 1 para confirmar o 2 para cambiarla.",
        kind: "name",
        words: "Dr. Salgado",
        why: "The dentist is Dra. Elena Prado.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Ana: recuerda que la revisión de mañana es sin coste. ¡Te esperamos a las 9:00!",
        kind: "promise",
        words: "sin coste",
        why: "No fact says that it is free.",
      },
    ],
  },
  {
    id: "es-no-show",
    language: "es",
    today: "2026-05-06",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Diego" },
      { name: "contact.name", kind: "name", value: "Diego Fuentes" },
      { name: "account.name", kind: "name", value: "Barbería Navaja" },
      { name: "agent.name", kind: "name", value: "Leo" },
      { name: "appointment.title", kind: "text", value: "Corte y barba" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-05-05T18:30" },
      { name: "appointment.status", kind: "text", value: "no_show" },
      { name: "appointment.location", kind: "text", value: "Carrera 7 # 45-21, local 2" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Agenda: https://navaja.co/agendar. Cupos libres esta semana: jueves 7 de mayo a las 10 a. m. y viernes 8 de mayo a las 7 p. m. El corte y barba cuesta 45.000 pesos.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hola, Diego, te extrañamos ayer a las 6:30 p. m. ¿Todo bien? Puedes reagendar en https://navaja.co/agendar",
      },
      {
        channel: "whatsapp",
        text: "Diego, soy Leo, de Barbería Navaja. Tengo mañana a las 10 de la mañana o el viernes a las 7 de la noche. ¿Cuál te sirve?",
      },
      {
        channel: "sms",
        text: "Diego, ayer no pudiste venir. Reagenda tu corte en navaja.co/agendar. Barberia Navaja, Cra 7 # 45-21",
      },
      {
        channel: "email",
        subject: "Busquemos otra hora",
        text: "Hola, Diego:\n\nVimos que no pudiste venir el martes 5 de mayo a las 18:30. ¡No pasa nada!\n\nCupos de esta semana:\n- Jueves 7/5, 10:00\n- Viernes 8/5, 19:00\n\nEl precio sigue igual: $45.000.\n\nLeo",
      },
      {
        channel: "whatsapp",
        text: "¡Sin problema por lo del martes, Diego! Pasado mañana, a las siete de la noche, la silla es tuya 😄",
      },
      {
        channel: "whatsapp",
        text: "Diego, recuerda que estamos en la Carrera 7 # 45-21, local 2. ¿Te anoto para el jueves?",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hola, Diego, te extrañamos el lunes a las 6:30 p. m. ¿Reagendamos? https://navaja.co/agendar",
        kind: "weekday",
        words: "lunes",
        why: "The missed visit was on a Tuesday.",
      },
      {
        channel: "whatsapp",
        text: "Diego, tengo un cupo el jueves 7 de mayo a las 11 a. m. ¿Te lo guardo?",
        kind: "time",
        words: "11 a. m.",
        why: "The free slot is at 10.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Diego, el corte y barba queda en 54.000 pesos. Reagenda en https://navaja.co/agendar",
        kind: "amount",
        words: "54.000 pesos",
        why: "The digits 4 and 5 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Diego, reagenda en un segundo: https://navaja.com/agendar",
        kind: "link",
        words: "https://navaja.com/agendar",
        why: "The site is navaja.co.",
      },
      {
        channel: "whatsapp",
        text: "Diego, como no viniste ayer se te cobrará una multa por inasistencia. ¿Reagendamos?",
        kind: "threat",
        words: "multa por inasistencia",
        why: "No such fine is known.",
      },
      {
        channel: "whatsapp",
        text: "¡Diego, vuelve esta semana y el corte te sale a mitad de precio! Hay cupo el viernes 8 de mayo a las 7 p. m.",
        kind: "discount",
        words: "a mitad de precio",
        why: "Nobody offered it.",
      },
    ],
  },
];

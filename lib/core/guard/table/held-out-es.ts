import type { TableGroup } from "./types";

/** Spanish: never looked at while working on the guard. */
export const HELD_OUT_ES: readonly TableGroup[] = [
  {
    id: "held-es-school",
    language: "es",
    today: "2026-07-13",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Teresa" },
      { name: "contact.name", kind: "name", value: "Teresa Villanueva" },
      { name: "account.name", kind: "name", value: "Academia Lingua" },
      { name: "agent.name", kind: "name", value: "Óscar Prieto" },
      { name: "deal.title", kind: "text", value: "Curso de inglés B2, 60 horas" },
      { name: "deal.amount", kind: "amount", value: 735, currency: "EUR" },
      { name: "appointment.title", kind: "text", value: "Prueba de nivel" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-07-15T11:30" },
      { name: "appointment.location", kind: "text", value: "Gran Vía 27, 4.ª planta, Bilbao" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "El curso empieza el 21 de septiembre. La matrícula de 45 € no se devuelve. Se paga en 3 plazos de 245 €. Grupos de 8 alumnos. Información: https://academialingua.eus/b2 y 944 15 20 30.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hola, Teresa: soy Óscar, de Academia Lingua. ¿Nos vemos el miércoles a las 11:30 para la prueba de nivel? Gran Vía 27, 4.ª planta.",
      },
      {
        channel: "email",
        subject: "Tu prueba de nivel",
        text: "Hola, Teresa:\n\nTe esperamos el miércoles 15 de julio a las once y media de la mañana.\n\nEl curso B2 (60 horas) empieza el lunes 21 de septiembre y cuesta 735 €, en tres plazos de 245 €.\n\nMás información: https://academialingua.eus/b2\n\nÓscar Prieto",
      },
      {
        channel: "sms",
        text: "Teresa, prueba de nivel 15/07 11:30, Gran Via 27, Bilbao. Dudas: 944 15 20 30. Academia Lingua",
      },
      {
        channel: "whatsapp",
        text: "Pasado mañana es la prueba, Teresa. Los grupos son de ocho alumnos, así que habrá tiempo para ti 😊",
      },
      {
        channel: "whatsapp",
        text: "Teresa, te confirmo que la matrícula de cuarenta y cinco euros no se devuelve. ¿Seguimos adelante?",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Teresa, nos vemos el miércoles 15 de julio a las 10:30 en Gran Vía 27.",
        kind: "time",
        words: "10:30",
        why: "The test is at 11:30.",
      },
      {
        channel: "whatsapp",
        text: "Teresa, los grupos son de 18 alumnos y el curso empieza el 21 de septiembre.",
        kind: "number",
        words: "18 alumnos",
        why: "Groups have 8.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Teresa: el curso B2 cuesta 753 €. ¿Te apunto?",
        kind: "amount",
        words: "753 €",
        why: "The digits 3 and 5 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Teresa, el curso se puede pagar en 5 plazos. ¿Te apunto?",
        kind: "instalments",
        words: "5 plazos",
        why: "It is paid in 3.",
      },
      {
        channel: "whatsapp",
        text: "Tranquila, Teresa: si cambias de idea, la matrícula se devuelve. ¿Te apunto?",
        kind: "negation",
        words: "matrícula se devuelve",
        why: "The fact says that it is not.",
      },
      {
        channel: "whatsapp",
        text: "Teresa, la prueba de nivel es el martes 15 de julio a las 11:30. ¿Vienes?",
        kind: "weekday",
        words: "martes 15 de julio",
        why: "15 July 2026 is a Wednesday.",
      },
    ],
  },
  {
    id: "held-es-clinic",
    language: "es",
    today: "2026-10-26",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Ramón" },
      { name: "contact.name", kind: "name", value: "Ramón Cisneros" },
      { name: "account.name", kind: "name", value: "Veterinaria Huellas" },
      { name: "agent.name", kind: "name", value: "Dra. Noelia Campos" },
      { name: "contact.pet", kind: "text", value: "Toby" },
      { name: "appointment.title", kind: "text", value: "Vacuna anual de Toby" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-10-30T18:00" },
      { name: "charge.title", kind: "text", value: "Consulta del 19 de octubre" },
      { name: "charge.amount", kind: "amount", value: 1850, currency: "UYU" },
      { name: "charge.due_date", kind: "day", value: "2026-10-28" },
      { name: "charge.link", kind: "link", value: "https://huellas.uy/p/3391" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Urgencias 24 horas: 2901 4455. La vacuna cuesta $ 1.200. Estamos en Bulevar Artigas 1443. Socios con 20% de descuento en alimento.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hola, Ramón: el viernes 30 a las 18 le toca la vacuna anual a Toby 🐶 ¿Lo esperamos?",
      },
      {
        channel: "whatsapp",
        text: "Ramón, la consulta del 19 de octubre ($ 1.850) vence pasado mañana, miércoles. La podés pagar acá: https://huellas.uy/p/3391",
      },
      {
        channel: "sms",
        text: "Veterinaria Huellas: vacuna de Toby vie 30/10 18 h, Bulevar Artigas 1443. Urgencias 24 h: 2901 4455",
      },
      {
        channel: "email",
        subject: "Vacuna de Toby",
        text: "Estimado Ramón:\n\nLe recordamos:\n- Vacuna anual: 30 de octubre, seis de la tarde ($ 1.200)\n- Consulta del 19/10: mil ochocientos cincuenta pesos, hasta el 28/10/2026\n\nSaludos,\nDra. Noelia Campos",
      },
      {
        channel: "whatsapp",
        text: "Ramón, de paso te cuento: los socios tienen 20% de descuento en alimento. ¿Toby anda bien?",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Ramón, la consulta del 19 de octubre ($ 1.580) vence el miércoles. El link: https://huellas.uy/p/3391",
        kind: "amount",
        words: "$ 1.580",
        why: "The digits 8 and 5 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Ramón: el viernes 30 a las 18 le toca la vacuna anual a Rocky. ¿Lo esperamos?",
        kind: "name",
        words: "Rocky",
        why: "The dog is Toby.",
      },
      {
        channel: "whatsapp",
        text: "Ramón, cualquier urgencia con Toby: 2901 5544, las 24 horas.",
        kind: "phone",
        words: "2901 5544",
        why: "The line is 2901 4455.",
      },
      {
        channel: "whatsapp",
        text: "Ramón, con la vacuna del viernes va la desparasitación de regalo para Toby.",
        kind: "promise",
        words: "desparasitación de regalo",
        why: "Nobody offers it.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Ramón: el 29 de octubre a las 18 h esperamos a Toby para su vacuna.",
        kind: "date",
        words: "29 de octubre",
        why: "The vaccination is on 30 October.",
      },
      {
        channel: "whatsapp",
        text: "Ramón, los socios tienen 30% de descuento en alimento. ¡Te esperamos!",
        kind: "number",
        words: "30% de descuento",
        why: "Members have 20 %.",
      },
    ],
  },
];

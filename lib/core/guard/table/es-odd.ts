import type { TableGroup } from "./types";

/** Spanish: odd ways of writing, nearly all of them true. */
export const ES_ODD: readonly TableGroup[] = [
  {
    id: "es-odd",
    language: "es",
    today: "2026-03-04",
    facts: [
      { name: "contact.first_name", kind: "name", value: "José" },
      { name: "contact.name", kind: "name", value: "José Ignacio Peñalver" },
      { name: "contact.phone", kind: "phone", value: "+525512345678" },
      { name: "contact.email", kind: "email", value: "ji.penalver@correo.mx" },
      { name: "account.name", kind: "name", value: "Óptica Visión 2000" },
      { name: "agent.name", kind: "name", value: "Marina" },
      { name: "charge.title", kind: "text", value: "Pago 2 de 3, lentes" },
      { name: "charge.amount", kind: "amount", value: 1333.3, currency: "MXN" },
      { name: "charge.due_date", kind: "day", value: "2026-03-06" },
      { name: "charge.link", kind: "link", value: "https://optica2000.mx/p/PX-0098?via=wa" },
      { name: "appointment.title", kind: "text", value: "Ajuste de armazón" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-03-06T16:00" },
      { name: "appointment.location", kind: "text", value: "Plaza Andares, local 115, nivel 2" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Su graduación es -1.75 en el ojo derecho y -2.00 en el izquierdo. Las micas tienen protección UV 400. El ajuste toma 20 minutos. El 16 de marzo es feriado y cerramos. En compras mayores a $10,000 regresamos el 10% en crédito. Respondemos mensajes de 8 a 20 h.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Don José, a más tardar el viernes (6/3) toca el pago 2 de 3: $1,333.30. Es por aquí: https://optica2000.mx/p/PX-0098?via=wa 👓",
      },
      {
        channel: "whatsapp",
        text: "¡Hola, José Ignacio! ÓPTICA VISIÓN 2000 le recuerda su ajuste del viernes a las 4 de la tarde. ¡Nos vemos pasado mañana!",
      },
      {
        channel: "sms",
        text: "Jose, pago 2/3 ($1,333.30) vence 06/03. Ajuste ese dia, 16:00, local 115. Optica Vision 2000",
      },
      {
        channel: "email",
        subject: "Pago 2 de 3 y el ajuste del viernes",
        text: "Estimado Sr. Peñalver:\n\nEn resumen:\n— Pago 2 de 3: $1,333.30 (mil trescientos treinta y tres pesos con treinta centavos), antes del 06/03/2026\n— Ajuste: viernes a las 16:00, Plaza Andares, local 115, nivel 2\n\nEl ajuste toma veinte minutos.\n\nAtentamente,\nMarina",
      },
      {
        channel: "whatsapp",
        text: "José, confirmo sus datos: ji.penalver@correo.mx y 55 1234 5678. Si algo cambió, me avisa 😉",
      },
      {
        channel: "whatsapp",
        text: "¡Buen día! Ya revisé: -1.75 en el derecho y -2.00 en el izquierdo, con UV400. ¿Todo bien, don José?",
      },
      {
        channel: "whatsapp",
        text: "José, el lunes 16 de marzo es feriado y cerramos. Los demás días respondemos de 8 a 20 h.",
      },
      {
        channel: "whatsapp",
        text: "¿Sabía que en compras mayores a diez mil pesos le regresamos el 10% en crédito? Aquí estamos, José.",
      },
      {
        channel: "whatsapp",
        text: "Pasado mañana a las cuatro de la tarde, José. Nivel 2, local 115. ¡Un abrazo!",
      },
      {
        channel: "whatsapp",
        text: "José, faltan dos días para el pago (vie. 6 mar.). Que tenga una linda semana 🌷",
      },
      {
        channel: "whatsapp",
        text: "Primero, gracias, don José. Segundo, el pago vence este viernes. Y una cosa más: cuente conmigo. Marina",
      },
      {
        channel: "whatsapp",
        text: "Hola, José. Uno nunca sabe con el correo, así que por si acaso: son 1 333,30 pesos, el viernes 6. ¡Saludos!",
      },
      { channel: "whatsapp", text: "Oiga, José, ¿le queda bien a las 16 hrs? Estamos en Plaza Andares 😊" },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Ya revisé, don José: -1.75 en el derecho y -2.75 en el izquierdo. ¿Todo bien?",
        kind: "number",
        words: "-2.75",
        why: "The left eye has -2.00.",
      },
      {
        channel: "whatsapp",
        text: "José, el 26 de marzo cerramos por feriado. ¡Los demás días aquí estamos!",
        kind: "date",
        words: "26 de marzo",
        why: "The holiday is on 16 March.",
      },
    ],
  },
];

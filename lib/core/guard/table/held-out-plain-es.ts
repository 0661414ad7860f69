import type { TableGroup } from "./types";

/** Spanish: everyday drafts, the second scene written when the guard was done. */
export const HELD_OUT_PLAIN_ES: readonly TableGroup[] = [
  {
    id: "held-es-gestor",
    language: "es",
    today: "2026-05-18",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Álvaro" },
      { name: "contact.name", kind: "name", value: "Álvaro Quintana" },
      { name: "account.name", kind: "name", value: "Asesoría Montes" },
      { name: "agent.name", kind: "name", value: "Irene" },
      { name: "charge.title", kind: "text", value: "Declaración de la renta 2025" },
      { name: "charge.amount", kind: "amount", value: 96.8, currency: "EUR" },
      { name: "charge.due_date", kind: "day", value: "2026-05-25" },
      { name: "charge.link", kind: "link", value: "https://asesoriamontes.es/pago/r25" },
      { name: "appointment.title", kind: "text", value: "Cita para la renta" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-05-22T12:45" },
      { name: "appointment.location", kind: "text", value: "Calle del Pez 8, bajo" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Traiga el DNI y el certificado de retenciones. El plazo de la renta termina el 30 de junio. Atendemos de lunes a viernes de 9 a 14 h. Teléfono: 983 30 20 10.",
      },
      { name: "instruction", kind: "text", value: "Recuerda la cita y el pago." },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hola, Álvaro, ¿qué tal? Soy Irene, de Asesoría Montes. Te recuerdo que tenemos cita el viernes a las 12:45 para preparar tu declaración de la renta.",
      },
      {
        channel: "whatsapp",
        text: "Buenos días, Álvaro. Para la cita del viernes 22 trae, por favor, el DNI y el certificado de retenciones. ¡Muchas gracias!",
      },
      {
        channel: "email",
        subject: "Tu cita del viernes",
        text: "Hola, Álvaro:\n\nTe confirmo la cita del viernes, 22 de mayo, a la una menos cuarto, en la Calle del Pez 8, bajo.\n\nDocumentación:\n· DNI\n· Certificado de retenciones\n\nEl importe es de 96,80 € y puedes pagarlo hasta el lunes 25 en https://asesoriamontes.es/pago/r25\n\nUn saludo,\nIrene",
      },
      {
        channel: "whatsapp",
        text: "Álvaro, no te preocupes si aún no tienes todos los papeles: el plazo termina el 30 de junio, así que vamos con tiempo.",
      },
      {
        channel: "sms",
        text: "Asesoria Montes: cita el vie 22/05 a las 12:45. Traiga DNI y certificado de retenciones. Tel. 983 30 20 10",
      },
      {
        channel: "whatsapp",
        text: "Hola de nuevo, Álvaro. ¿Pudiste ver mi mensaje? Si te viene mejor otra hora, me dices y lo miramos.",
      },
      {
        channel: "whatsapp",
        text: "Álvaro, si prefieres llamarnos, estamos de lunes a viernes de 9 a 14 h en el 983 30 20 10. ¡Que tengas buen día!",
      },
      {
        channel: "whatsapp",
        text: "Te escribo por la factura de la renta, Álvaro: son noventa y seis euros con ochenta céntimos, y vence dentro de una semana. El enlace: https://asesoriamontes.es/pago/r25",
      },
      {
        channel: "whatsapp",
        text: "Nos vemos el viernes, Álvaro. La oficina está en la Calle del Pez, en el bajo. Cualquier cosa, aquí estamos. Irene",
      },
      {
        channel: "whatsapp",
        text: "¡Gracias por confiar en nosotros un año más, Álvaro! Si te parece, el viernes lo dejamos todo listo.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hola, Álvaro: te recuerdo la cita del viernes 22 a las 13:45. ¿Te viene bien?",
        kind: "time",
        words: "13:45",
        why: "The appointment is at 12:45.",
      },
      {
        channel: "whatsapp",
        text: "Álvaro, tranquilo: el plazo de la renta termina el 30 de julio. Nos vemos el viernes.",
        kind: "date",
        words: "30 de julio",
        why: "The period ends on 30 June.",
      },
      {
        channel: "whatsapp",
        text: "Álvaro, el importe de la renta es de 98,60 € y vence el lunes 25.",
        kind: "amount",
        words: "98,60 €",
        why: "The digits 6 and 8 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Cualquier duda, Álvaro, llámanos al 983 30 20 01, de 9 a 14 h.",
        kind: "phone",
        words: "983 30 20 01",
        why: "The number ends in 10.",
      },
      {
        channel: "whatsapp",
        text: "Álvaro, con lo que vimos seguro que te devolverán dinero. ¡Nos vemos el viernes!",
        kind: "promise",
        words: "te devolverán",
        why: "Nobody knows what comes back.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Álvaro: nos vemos mañana a las 12:45. No olvides el DNI.",
        kind: "relative_day",
        words: "mañana",
        why: "The appointment is on Friday, in four days.",
      },
    ],
  },
  {
    id: "held-es-academia",
    language: "es",
    today: "2026-08-24",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Rocío" },
      { name: "contact.name", kind: "name", value: "Rocío Aguilar" },
      { name: "account.name", kind: "name", value: "Estudio Nómada" },
      { name: "agent.name", kind: "name", value: "Julián" },
      { name: "deal.title", kind: "text", value: "Taller de fotografía, 10 clases" },
      { name: "deal.amount", kind: "amount", value: 4800, currency: "MXN" },
      { name: "contact.discount", kind: "percent", value: 12 },
      { name: "appointment.title", kind: "text", value: "Clase muestra" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-08-29T11:00" },
      { name: "appointment.location", kind: "text", value: "Calle Colima 256, Ciudad de México" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "El taller empieza el 12 de septiembre. Son 10 clases de 3 horas. Inscripciones hasta el 5 de septiembre. Tu descuento por exalumna es del 12 %. Informes: 55 5211 0987.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "¡Hola, Rocío! ¿Cómo estás? Te esperamos en la clase muestra de este sábado a las 11 de la mañana, en Calle Colima 256.",
      },
      {
        channel: "whatsapp",
        text: "Rocío, el taller son 10 clases de 3 horas y cuesta $4,800. Como exalumna tienes 12 % de descuento 📷",
      },
      {
        channel: "sms",
        text: "Rocio, clase muestra sab 29/08 11:00, Calle Colima 256. Informes: 55 5211 0987. Estudio Nomada",
      },
      {
        channel: "email",
        subject: "Taller de fotografía",
        text: "Hola, Rocío:\n\nEl taller empieza el sábado 12 de septiembre y las inscripciones cierran el 5.\n\nSi tienes cámara propia, tráela a la clase muestra; si no, aquí te prestamos una.\n\nUn abrazo,\nJulián\nEstudio Nómada",
      },
      {
        channel: "whatsapp",
        text: "Qué gusto saludarte de nuevo, Rocío. ¿Te animas a la clase muestra? Sin compromiso, solo para que conozcas el estudio.",
      },
      {
        channel: "whatsapp",
        text: "Rocío, por si te sirve: doce por ciento de descuento sobre cuatro mil ochocientos pesos, por ser exalumna. ¿Te aparto lugar?",
      },
      {
        channel: "whatsapp",
        text: "Faltan cinco días para la clase muestra, Rocío. Si no puedes venir, avísame y buscamos otra fecha.",
      },
      {
        channel: "whatsapp",
        text: "Soy Julián, del Estudio Nómada. Vi tu mensaje, Rocío: sí, las inscripciones siguen abiertas hasta el 5 de septiembre.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Rocío, el taller de 10 clases cuesta $8,400. ¿Te aparto lugar?",
        kind: "amount",
        words: "$8,400",
        why: "The digits of $4,800 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Rocío, como exalumna tienes 20 % de descuento en el taller. ¿Te inscribo?",
        kind: "percent",
        words: "20 %",
        why: "The discount is 12 %.",
      },
      {
        channel: "whatsapp",
        text: "Rocío, tienes hasta el 15 de septiembre para inscribirte al taller.",
        kind: "date",
        words: "15 de septiembre",
        why: "Enrolment closes on the 5th.",
      },
      {
        channel: "whatsapp",
        text: "¡Hola, Rocío! Te esperamos este domingo a las 11 en Calle Colima 256.",
        kind: "weekday",
        words: "domingo",
        why: "The class is on a Saturday.",
      },
      {
        channel: "whatsapp",
        text: "Rocío, el taller son 12 clases de 3 horas. ¿Te animas?",
        kind: "number",
        words: "12 clases",
        why: "There are 10; the 12 is of the discount.",
      },
      {
        channel: "whatsapp",
        text: "Rocío, para informes llama al 55 5211 0978. ¡Te esperamos!",
        kind: "phone",
        words: "55 5211 0978",
        why: "The number ends in 0987.",
      },
      {
        channel: "whatsapp",
        text: "¡Hola, Rocío! Te escribimos del Estudio Lumen por el taller de fotografía.",
        kind: "name",
        words: "Estudio Lumen",
        why: "It is the Estudio Nómada.",
      },
    ],
  },
];

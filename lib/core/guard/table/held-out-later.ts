import type { TableGroup } from "./types";

/** Everyday drafts in three languages, written when the guard was done. */
export const HELD_OUT_LATER: readonly TableGroup[] = [
  {
    id: "held-pt-gourmet",
    language: "pt-BR",
    today: "2026-08-24",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Isadora" },
      { name: "contact.name", kind: "name", value: "Isadora Fontes" },
      { name: "account.name", kind: "name", value: "Buffet Alecrim" },
      { name: "agent.name", kind: "name", value: "Caio" },
      { name: "deal.title", kind: "text", value: "Casamento para 120 convidados" },
      { name: "deal.amount", kind: "amount", value: 27600, currency: "BRL" },
      { name: "deal.expected_close", kind: "day", value: "2026-09-04" },
      { name: "appointment.title", kind: "text", value: "Degustação" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-08-27T19:30" },
      { name: "appointment.location", kind: "text", value: "Rua das Palmeiras, 88, Curitiba" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "O valor por convidado é de R$ 230,00. Reservamos a data com 20% de entrada. O cardápio tem 6 pratos quentes e 2 sobremesas. Crianças de até 6 anos não pagam. Cardápio em https://buffetalecrim.com.br/cardapio",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Oi, Isadora! Tudo certo por aí? Estou ansioso para a degustação de quinta, às 19h30. Vocês vêm em quantas pessoas?",
      },
      {
        channel: "whatsapp",
        text: "Isadora, mandei o cardápio completo: https://buffetalecrim.com.br/cardapio. São 6 pratos quentes e 2 sobremesas. Me conta o que achou!",
      },
      {
        channel: "whatsapp",
        text: "Boa noite, Isadora! O casamento para 120 convidados fica em R$ 27.600,00 (R$ 230,00 por convidado). A data é reservada com 20% de entrada.",
      },
      {
        channel: "email",
        subject: "Degustação na quinta-feira",
        text: "Olá, Isadora!\n\nEsperamos vocês na quinta-feira, 27 de agosto, às sete e meia da noite, na Rua das Palmeiras, 88.\n\nVamos servir o cardápio completo, para que vocês escolham com calma.\n\nCom carinho,\nCaio\nBuffet Alecrim",
      },
      {
        channel: "sms",
        text: "Isadora, degustacao qui 27/08 19h30, R. das Palmeiras, 88. Te esperamos! Buffet Alecrim",
      },
      {
        channel: "whatsapp",
        text: "Respondendo à sua pergunta, Isadora: crianças de até seis anos não pagam. E a decoração a gente conversa pessoalmente, pode ser?",
      },
      {
        channel: "whatsapp",
        text: "Isadora, conseguimos fechar até sexta da semana que vem, dia 4? Aí a gente já separa a data. Beijo!",
      },
      {
        channel: "whatsapp",
        text: "Que alegria fazer parte desse dia, Isadora! Qualquer ideia nova, me manda um áudio por aqui.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Isadora, o valor por convidado é de R$ 320,00. Fechamos para 120?",
        kind: "amount",
        words: "R$ 320,00",
        why: "It is R$ 230,00 a guest.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Isadora! O casamento para 150 convidados fica em R$ 27.600,00. Vamos fechar?",
        kind: "number",
        words: "150 convidados",
        why: "The wedding is for 120.",
      },
      {
        channel: "whatsapp",
        text: "Isadora, a degustação é na quinta, dia 27, às 20h30. Até lá!",
        kind: "time",
        words: "20h30",
        why: "The tasting begins at 19h30.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Isadora! Confirmada a degustação de sábado, às 19h30?",
        kind: "weekday",
        words: "sábado",
        why: "The tasting is on a Thursday.",
      },
      {
        channel: "whatsapp",
        text: "Isadora, com 10% de entrada a data já é de vocês. Posso reservar?",
        kind: "percent",
        words: "10% de entrada",
        why: "The deposit is 20 %.",
      },
      {
        channel: "whatsapp",
        text: "Isadora, fechando até o dia 4, o bolo por nossa conta! O que acha?",
        kind: "promise",
        words: "bolo por nossa conta",
        why: "Nobody offered a cake.",
      },
      {
        channel: "whatsapp",
        text: "Isadora, o Chef Laurent vai receber vocês na quinta, às 19h30.",
        kind: "name",
        words: "Chef Laurent",
        why: "No such person is in the facts.",
      },
    ],
  },
  {
    id: "held-en-pet",
    language: "en",
    today: "2026-08-24",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Dylan" },
      { name: "contact.name", kind: "name", value: "Dylan Archer" },
      { name: "account.name", kind: "name", value: "Paws & Co Grooming" },
      { name: "agent.name", kind: "name", value: "Beth" },
      { name: "contact.pet_name", kind: "text", value: "Biscuit" },
      { name: "appointment.title", kind: "text", value: "Full groom" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-08-28T08:45" },
      { name: "charge.title", kind: "text", value: "Full groom, medium dog" },
      { name: "charge.amount", kind: "amount", value: 72.5, currency: "USD" },
      { name: "contact.loyalty_visits", kind: "number", value: 9 },
      {
        name: "knowledge",
        kind: "text",
        value:
          "The tenth visit is half price. A full groom takes about 2 hours. Cancel up to 12 hours before. We are at 310 Cedar Avenue, next to the library. Book at https://pawsandco.pet/book",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hi Dylan! Biscuit's full groom is this Friday at 8:45 in the morning. Can you still make it?",
      },
      {
        channel: "whatsapp",
        text: "Dylan, a full groom takes about two hours, so you can pick Biscuit up right after. It's $72.50 🐾",
      },
      {
        channel: "sms",
        text: "Paws & Co: Biscuit's groom is Fri 8/28 at 8:45am, 310 Cedar Ave. Need to cancel? Up to 12 hrs before.",
      },
      {
        channel: "email",
        subject: "See you and Biscuit on Friday",
        text: "Hi Dylan,\n\nWe can't wait to see Biscuit on Friday, August 28 at 8:45 AM.\n\nWe're at 310 Cedar Avenue, right next to the library. Parking can be tricky in the mornings, so leave yourself a little time.\n\nThe full groom is $72.50.\n\nThanks,\nBeth\nPaws & Co Grooming",
      },
      {
        channel: "whatsapp",
        text: "You've been here nine times, Dylan, and the tenth visit is half price. Thank you for trusting us with Biscuit!",
      },
      {
        channel: "whatsapp",
        text: "Hey Dylan, how's Biscuit's coat holding up? If you'd like something a little shorter this time, just tell me.",
      },
      {
        channel: "whatsapp",
        text: "Morning Dylan, it's Beth. Four days until Biscuit's spa day! Anything we should know beforehand, like new allergies?",
      },
      {
        channel: "whatsapp",
        text: "No problem at all, Dylan. You can pick another slot at https://pawsandco.pet/book whenever suits you.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hi Dylan, Biscuit's full groom on Friday is $75.20. See you then!",
        kind: "amount",
        words: "$75.20",
        why: "The digits of $72.50 mixed up.",
      },
      {
        channel: "whatsapp",
        text: "Dylan, see you and Biscuit on Friday at 8:15 in the morning!",
        kind: "time",
        words: "8:15",
        why: "It begins at 8:45.",
      },
      {
        channel: "whatsapp",
        text: "Dylan, you can cancel up to 24 hours before. See you on Friday at 8:45 am!",
        kind: "number",
        words: "24 hours before",
        why: "It is up to 12 hours.",
      },
      {
        channel: "whatsapp",
        text: "Hi Dylan, Biscuit's full groom is tomorrow at 8:45 am. Can you still make it?",
        kind: "relative_day",
        words: "tomorrow",
        why: "It is on Friday, in four days.",
      },
      {
        channel: "whatsapp",
        text: "Dylan, we'd like to add Flea Shield to Biscuit's groom on Friday. Okay?",
        kind: "product",
        words: "Flea Shield",
        why: "No such thing is known.",
      },
      {
        channel: "whatsapp",
        text: "Hi Dylan, Biscuit gets a free nail trim on Friday. See you at 8:45!",
        kind: "promise",
        words: "free nail trim",
        why: "Nobody offered it.",
      },
      {
        channel: "whatsapp",
        text: "Dylan, pick another slot here: https://pawsandco.pet.booking-now.com/b",
        kind: "link",
        words: "https://pawsandco.pet.booking-now.com/b",
        why: "A foreign domain behind the name of the shop.",
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

import type { TableGroup } from "./types";

/** Spanish: quotes and deals that stand still. */
export const ES_QUOTES: readonly TableGroup[] = [
  {
    id: "es-quote",
    language: "es",
    today: "2026-03-02",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Lucía" },
      { name: "contact.name", kind: "name", value: "Lucía Hernández" },
      { name: "account.name", kind: "name", value: "Cocinas del Valle" },
      { name: "agent.name", kind: "name", value: "Mateo Ruiz" },
      { name: "deal.title", kind: "text", value: "Cocina integral Roble" },
      { name: "deal.amount", kind: "amount", value: 84500, currency: "MXN" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "La cotización 4821 es válida hasta el 13 de marzo de 2026. Entregamos en 6 semanas. La garantía es de 5 años. Se puede pagar a 12 meses sin intereses. Sala de exhibición en Av. Insurgentes Sur 1602, piso 3, de 10 a 19 h. La cotización está en https://cocinasdelvalle.mx/c/4821",
      },
      {
        name: "instruction",
        kind: "text",
        value: "Recuerde la cotización e invite a la sala de exhibición.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hola, Lucía, soy Mateo de Cocinas del Valle. ¿Pudiste revisar la cotización 4821? Quedó en $84,500.00 y es válida hasta el viernes 13 😊",
      },
      {
        channel: "whatsapp",
        text: "¡Buenos días, Lucía! Te dejo el resumen:\n• Cocina integral Roble: $84,500 MXN\n• Entrega: 6 semanas\n• Pago: hasta 12 meses sin intereses\n¿Te ayudo con algo?",
      },
      {
        channel: "email",
        subject: "Tu cotización de la Cocina integral Roble",
        text: "Estimada Lucía:\n\nLa cotización n.º 4821 sigue vigente hasta el viernes 13 de marzo de 2026, por un total de $84,500.00 (ochenta y cuatro mil quinientos pesos).\n\nPuedes verla aquí: https://cocinasdelvalle.mx/c/4821\n\nSaludos,\nMateo Ruiz\nCOCINAS DEL VALLE",
      },
      {
        channel: "sms",
        text: "Lucia, tu cotizacion 4821 ($84,500 MXN) vence el 13/03. Dudas? Responde este mensaje. Mateo, Cocinas del Valle",
      },
      {
        channel: "whatsapp",
        text: "Lucía, ¿te gustaría ver la cocina en persona? Estamos en Av. Insurgentes Sur 1602, piso 3, de diez de la mañana a siete de la tarde.",
      },
      {
        channel: "whatsapp",
        text: "Hola Lucía, una pregunta que siempre nos hacen: la garantía es de cinco años y la entrega tarda seis semanas. ¿Avanzamos?",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hola, Lucía, la cocina integral quedó en $85,400.00 y la cotización es válida hasta el 13 de marzo. ¿La cerramos?",
        kind: "amount",
        words: "$85,400.00",
        why: "The digits 4 and 5 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Lucía, hablé con mi gerente y te consigo 8% de descuento si cerramos esta semana.",
        kind: "discount",
        words: "8% de descuento",
        why: "No fact offers a discount.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Lucía, puedes pagar la cocina a 18 meses sin intereses. ¿Te aparto la fecha?",
        kind: "instalments",
        words: "18 meses sin intereses",
        why: "It is 12 months.",
      },
      {
        channel: "email",
        subject: "Tu cotización",
        text: "Hola, Lucía:\n\nTe recuerdo que la cotización es válida hasta el jueves 13 de marzo.\n\nMateo",
        kind: "weekday",
        words: "jueves 13 de marzo",
        why: "13 March 2026 is a Friday.",
      },
      {
        channel: "whatsapp",
        text: "Lucía, aquí está tu cotización: https://cocinasdelvalle.com/c/4821 ¿Qué te parece?",
        kind: "link",
        words: "https://cocinasdelvalle.com/c/4821",
        why: "The site ends in .mx.",
      },
      {
        channel: "whatsapp",
        text: "Lucía, si confirmas hoy te entregamos en 4 semanas. ¿Le damos?",
        kind: "number",
        words: "4 semanas",
        why: "Delivery takes 6 weeks.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Valeria, ¿pudiste revisar la cotización de la cocina integral?",
        kind: "name",
        words: "Valeria",
        why: "The contact is Lucía.",
      },
      {
        channel: "whatsapp",
        text: "Lucía, ¿qué te pareció la Cocina integral Nogal? Quedó en $84,500.00.",
        kind: "product",
        words: "Cocina integral Nogal",
        why: "The quote is for Roble.",
      },
    ],
  },
  {
    id: "es-stalled-deal",
    language: "es",
    today: "2026-06-15",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Patricia" },
      { name: "contact.name", kind: "name", value: "Patricia Lozano" },
      { name: "contact.company", kind: "text", value: "Transportes Lozano S.A. de C.V." },
      { name: "account.name", kind: "name", value: "Logtech" },
      { name: "agent.name", kind: "name", value: "Gustavo Lima" },
      { name: "agent.email", kind: "email", value: "gustavo@logtech.mx" },
      { name: "deal.title", kind: "text", value: "Rastreo de flota, 40 unidades" },
      { name: "deal.amount", kind: "amount", value: 39600, currency: "MXN" },
      { name: "deal.expected_close", kind: "day", value: "2026-06-30" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Cada unidad cuesta $990 al mes. El contrato es de 12 meses. La instalación toma 2 horas por unidad. El piloto cubre 3 unidades durante 15 días. Soporte: 800 777 1234.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hola, Patricia, ¿cómo va todo en Transportes Lozano? Me gustaría retomar el rastreo de las 40 unidades. ¿Sigue teniendo sentido?",
      },
      {
        channel: "email",
        subject: "Rastreo de flota: siguientes pasos",
        text: "Patricia, buenos días:\n\nLe resumo la propuesta:\n\n* 40 unidades x $990 al mes\n* Total mensual: $39,600\n* Contrato de 12 meses\n* Instalación: 2 horas por unidad\n\n¿Podemos cerrar antes del 30/06?\n\nGustavo Lima\ngustavo@logtech.mx",
      },
      {
        channel: "whatsapp",
        text: "Patricia, una idea para avanzar: un piloto de 15 días con tres unidades. ¿Qué le parece? Soporte también la atiende en el 800 777 1234.",
      },
      {
        channel: "sms",
        text: "Patricia, cerramos la propuesta de la flota ($39,600 al mes) antes del 30/6? Gustavo, Logtech",
      },
      {
        channel: "whatsapp",
        text: "Buenas tardes, Patricia. El martes 30 de junio se cumple la fecha que platicamos, dentro de quince días. ¿Le llamo para resolver dudas?",
      },
      {
        channel: "whatsapp",
        text: "Doña Patricia, la propuesta de 39.6 mil pesos al mes sigue en pie. ¿La vemos juntos?",
      },
    ],
    planted: [
      {
        channel: "email",
        subject: "Propuesta",
        text: "Patricia, buenos días:\n\nLa propuesta para las 40 unidades quedó en $3,960 al mes. ¿Avanzamos?\n\nGustavo",
        kind: "amount",
        words: "$3,960",
        why: "A tenth of the monthly $39,600.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Patricia, cada unidad cuesta €990 al mes con contrato de 12 meses. ¿Avanzamos?",
        kind: "currency",
        words: "€990",
        why: "Units are priced in pesos.",
      },
      {
        channel: "whatsapp",
        text: "Patricia, quería retomar la propuesta de las 60 unidades. ¿Sigue en pie para Transportes Lozano?",
        kind: "number",
        words: "60 unidades",
        why: "The deal is for 40.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Patricia, el contrato es de veinticuatro meses y la instalación toma 2 horas por unidad.",
        kind: "number",
        words: "veinticuatro meses",
        why: "The contract is of 12 months.",
      },
      {
        channel: "whatsapp",
        text: "Patricia, además del rastreo se lleva Telemetría Max. ¿Le mando el contrato?",
        kind: "product",
        words: "Telemetría Max",
        why: "No such product is known.",
      },
      {
        channel: "whatsapp",
        text: "Patricia, ¿podríamos cerrar antes del 20 de junio? Sigue en $39,600 al mes.",
        kind: "date",
        words: "20 de junio",
        why: "The close is expected on 30 June.",
      },
      {
        channel: "whatsapp",
        text: "Patricia, cualquier duda escríbame a gustavo@logtech.com.mx. Quedo atento.",
        kind: "email",
        words: "gustavo@logtech.com.mx",
        why: "His address is at logtech.mx.",
      },
    ],
  },
];

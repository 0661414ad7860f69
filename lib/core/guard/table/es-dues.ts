import type { TableGroup } from "./types";

/** Spanish: what falls due and what did. */
export const ES_DUES: readonly TableGroup[] = [
  {
    id: "es-due-soon",
    language: "es",
    today: "2026-03-07",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Andrés" },
      { name: "contact.name", kind: "name", value: "Andrés Molina" },
      { name: "account.name", kind: "name", value: "Colegio San Marcos" },
      { name: "charge.title", kind: "text", value: "Cuota de marzo" },
      { name: "charge.amount", kind: "amount", value: 1234.56, currency: "EUR" },
      { name: "charge.due_date", kind: "day", value: "2026-03-10" },
      { name: "charge.status", kind: "text", value: "pending" },
      { name: "charge.link", kind: "link", value: "https://pagos.colegiosanmarcos.es/r/88213" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Se puede pagar con tarjeta o Bizum. El IBAN es ES91 2100 0418 4502 0005 1332. El recargo por retraso es del 2 %. Secretaría: 912 345 678, de 8:30 a 14:00.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hola, Andrés: la cuota de marzo vence el martes 10 de marzo. Son 1.234,56 €. Puede pagarla en https://pagos.colegiosanmarcos.es/r/88213",
      },
      {
        channel: "sms",
        text: "Colegio San Marcos: cuota de marzo, 1.234,56 EUR, vence el 10/03. Pago: pagos.colegiosanmarcos.es/r/88213",
      },
      {
        channel: "email",
        subject: "Cuota de marzo: vence el 10/03/2026",
        text: "Estimado Andrés:\n\nLe recordamos la cuota de marzo.\n\n- Importe: 1.234,56 euros (mil doscientos treinta y cuatro euros con cincuenta y seis céntimos)\n- Vencimiento: martes 10 de marzo\n- IBAN: ES91 2100 0418 4502 0005 1332\n\nSi ya la ha pagado, ignore este mensaje.\n\nColegio San Marcos",
      },
      {
        channel: "whatsapp",
        text: "Andrés, faltan tres días para el vencimiento de la cuota. Con tarjeta o Bizum es un momento. ¡Gracias!",
      },
      {
        channel: "whatsapp",
        text: "Buenas tardes, Andrés. Si prefiere llamar, la secretaría atiende en el 912 345 678 de ocho y media a dos de la tarde.",
      },
      {
        channel: "whatsapp",
        text: "Le recuerdo que el recargo por retraso es del dos por ciento, así que mejor antes del martes, ¿verdad? Un saludo, Andrés 🙂",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hola, Andrés: la cuota de marzo, 1.243,56 €, vence el martes. Gracias por adelantado.",
        kind: "amount",
        words: "1.243,56 €",
        why: "The digits 3 and 4 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Andrés: la cuota de US$ 1,234.56 vence el 10 de marzo.",
        kind: "currency",
        words: "US$ 1,234.56",
        why: "The charge is in euros.",
      },
      {
        channel: "whatsapp",
        text: "Andrés, le recuerdo que la cuota de marzo vence mañana. ¿Necesita el enlace?",
        kind: "relative_day",
        words: "mañana",
        why: "It falls due in three days.",
      },
      {
        channel: "whatsapp",
        text: "Andrés, tenga en cuenta que el recargo por retraso es del 5 %. Vence el martes 10.",
        kind: "percent",
        words: "5 %",
        why: "The surcharge is 2 %.",
      },
      {
        channel: "whatsapp",
        text: "Cualquier duda, Andrés, llame a la secretaría al 912 345 687, hasta las 14:00.",
        kind: "phone",
        words: "912 345 687",
        why: "The office's number ends in 678.",
      },
      {
        channel: "email",
        subject: "Datos para el pago",
        text: "Estimado Andrés:\n\nPuede hacer la transferencia al IBAN ES91 2100 0418 4502 0005 1323.\n\nColegio San Marcos",
        kind: "number",
        words: "ES91 2100 0418 4502 0005 1323",
        why: "The last digits of the account are swapped.",
      },
      {
        channel: "whatsapp",
        text: "Andrés, si paga antes del martes 10 tiene un descuento por pronto pago. Enlace: https://pagos.colegiosanmarcos.es/r/88213",
        kind: "discount",
        words: "descuento por pronto pago",
        why: "No discount is known.",
      },
    ],
  },
  {
    id: "es-overdue",
    language: "es",
    today: "2026-03-18",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Carmen" },
      { name: "contact.name", kind: "name", value: "Carmen Ortiz" },
      { name: "account.name", kind: "name", value: "Gimnasio Vital" },
      { name: "agent.name", kind: "name", value: "Bruno" },
      { name: "charge.title", kind: "text", value: "Plan trimestral" },
      { name: "charge.amount", kind: "amount", value: 45000, currency: "ARS" },
      { name: "charge.due_date", kind: "day", value: "2026-03-13" },
      { name: "charge.status", kind: "text", value: "overdue" },
      { name: "charge.link", kind: "link", value: "https://gimnasiovital.com.ar/pagar/7f3k" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "El saldo se puede dividir en 2 cuotas. El gimnasio abre las 24 horas de lunes a viernes. WhatsApp: +54 9 11 5555-1234.",
      },
      { name: "instruction", kind: "text", value: "Cobra con amabilidad y ofrece dividir en 2 cuotas." },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "¡Hola, Carmen! Soy Bruno, de Gimnasio Vital. Tu Plan trimestral ($ 45.000) venció el viernes pasado, 13/3. ¿Pasó algo?",
      },
      {
        channel: "whatsapp",
        text: "Carmen, el pago lleva 5 días de atraso. Si te sirve, lo dividimos en 2 cuotas. El link: https://gimnasiovital.com.ar/pagar/7f3k",
      },
      {
        channel: "sms",
        text: "Gimnasio Vital: tu plan ($45.000) vencio el 13/03. Paga en https://gimnasiovital.com.ar/pagar/7f3k",
      },
      {
        channel: "email",
        subject: "Tu plan trimestral",
        text: "Hola, Carmen:\n\nTodavía no vimos tu pago de 45 mil pesos. Podés:\n\n1. Pagar en https://gimnasiovital.com.ar/pagar/7f3k\n2. Dividirlo en dos cuotas\n\nSi ya pagaste, no tengas en cuenta este mail.\n\nBruno\nGIMNASIO VITAL",
      },
      {
        channel: "whatsapp",
        text: "Carmen, seguimos abiertos las 24 h de lunes a viernes 💪 Cualquier cosa escribime al +54 9 11 5555-1234.",
      },
      {
        channel: "whatsapp",
        text: "Pasaron cinco días del vencimiento, Carmen. ¿Te armo el pago en dos partes?",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Carmen, de no pagar los $ 45.000 iniciaremos acciones legales. Link: https://gimnasiovital.com.ar/pagar/7f3k",
        kind: "threat",
        words: "acciones legales",
        why: "No fact speaks of legal action.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Carmen: tu Plan trimestral de $ 54.000 venció el 13/3. ¿Te ayudo?",
        kind: "amount",
        words: "$ 54.000",
        why: "The digits 4 and 5 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Carmen, quedó pendiente el pago de $ 4.500 de tu plan. ¿Lo vemos?",
        kind: "amount",
        words: "$ 4.500",
        why: "Ten times too little.",
      },
      {
        channel: "whatsapp",
        text: "Carmen, si te sirve dividimos el saldo en tres cuotas. ¿Te parece?",
        kind: "instalments",
        words: "tres cuotas",
        why: "Only two are possible.",
      },
      {
        channel: "whatsapp",
        text: "¡Hola, Carmen! Tu plan venció ayer. El link para pagar: https://gimnasiovital.com.ar/pagar/7f3k",
        kind: "relative_day",
        words: "ayer",
        why: "It fell due five days ago.",
      },
      {
        channel: "whatsapp",
        text: "Carmen, para pagar es un segundo: cutt.ly/vital-pago",
        kind: "link",
        words: "cutt.ly/vital-pago",
        why: "A shortened link that nobody gave.",
      },
      {
        channel: "sms",
        text: "Gimnasio Vital: tu plan de $45.000 vencio el 03/03. Escribinos.",
        kind: "date",
        words: "03/03",
        why: "It fell due on 13/03.",
      },
    ],
  },
];

import type { TableGroup } from "./types";

/** How long until, in three languages, beside figures of other things that are the same. */
export const SPANS: readonly TableGroup[] = [
  {
    id: "pt-span",
    language: "pt-BR",
    today: "2026-03-11",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Marcos" },
      { name: "contact.name", kind: "name", value: "Marcos Vinícius Prado" },
      { name: "account.name", kind: "name", value: "Auto Center Ipiranga" },
      { name: "charge.title", kind: "text", value: "Revisão dos 40 mil km" },
      { name: "charge.amount", kind: "amount", value: 1180, currency: "BRL" },
      { name: "charge.due_date", kind: "day", value: "2026-03-18" },
      { name: "appointment.title", kind: "text", value: "Entrega do carro" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-03-12T17:00" },
      {
        name: "knowledge",
        kind: "text",
        value: "Responda 1 para falar com a oficina. Parcelamos em 3 vezes. A oficina tem plantão 24/7.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Oi, Marcos! O pagamento da revisão vence daqui a uma semana, no dia 18. São R$ 1.180,00.",
      },
      {
        channel: "whatsapp",
        text: "Marcos, falta uma semana para o vencimento. Dá para parcelar em 3 vezes, tá?",
      },
      { channel: "whatsapp", text: "Marcos, amanhã às cinco da tarde o carro está pronto para a entrega!" },
      {
        channel: "whatsapp",
        text: "Temos plantão 24 horas, 7 dias por semana, Marcos. Uma boa semana pra você!",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Oi, Marcos! O pagamento da revisão vence daqui a um mês. São R$ 1.180,00.",
        kind: "relative_day",
        words: "daqui a um mês",
        why: "It falls due in a week.",
      },
      {
        channel: "whatsapp",
        text: "Marcos, o pagamento da revisão, de R$ 1.180,00, vence em 3 dias.",
        kind: "relative_day",
        words: "em 3 dias",
        why: "It falls due in seven days; three are the instalments.",
      },
      {
        channel: "whatsapp",
        text: "Marcos, dá para parcelar os R$ 1.180,00 em 7 vezes. Quer?",
        kind: "instalments",
        words: "7 vezes",
        why: "It is 3; the 7 is of 24/7.",
      },
      {
        channel: "whatsapp",
        text: "Marcos, o carro fica pronto daqui a uma hora. Pode vir buscar!",
        kind: "time",
        words: "daqui a uma hora",
        why: "The car is handed over tomorrow.",
      },
    ],
  },
  {
    id: "en-span",
    language: "en",
    today: "2026-03-11",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Nora" },
      { name: "contact.name", kind: "name", value: "Nora Lindqvist" },
      { name: "account.name", kind: "name", value: "Harbor Auto Care" },
      { name: "charge.title", kind: "text", value: "40k mile service" },
      { name: "charge.amount", kind: "amount", value: 640, currency: "USD" },
      { name: "charge.due_date", kind: "day", value: "2026-03-18" },
      { name: "appointment.title", kind: "text", value: "Car pickup" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-03-12T17:00" },
      {
        name: "knowledge",
        kind: "text",
        value: "Reply 1 to talk to the workshop. The bill can be split into 3 payments. Roadside help 24/7.",
      },
    ],
    faithful: [
      { channel: "whatsapp", text: "Hi Nora, the $640 for the service is due in a week, on the 18th." },
      {
        channel: "whatsapp",
        text: "Nora, you have one week left, and the bill can be split into 3 payments.",
      },
      {
        channel: "whatsapp",
        text: "Good news Nora, your car is ready for pickup tomorrow at five in the afternoon!",
      },
      {
        channel: "whatsapp",
        text: "Roadside help is there 24 hours a day, 7 days a week, Nora. Have a great week!",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hi Nora, the $640 for the service is due in a month.",
        kind: "relative_day",
        words: "in a month",
        why: "It falls due in a week.",
      },
      {
        channel: "whatsapp",
        text: "Nora, the $640 for the service is due in 3 days.",
        kind: "relative_day",
        words: "in 3 days",
        why: "It falls due in seven days; three are the payments.",
      },
      {
        channel: "whatsapp",
        text: "Nora, the $640 can be split into 7 payments. Shall I?",
        kind: "instalments",
        words: "7 payments",
        why: "It is 3; the 7 is of 24/7.",
      },
      {
        channel: "whatsapp",
        text: "Nora, your car will be ready in an hour. Come and get it!",
        kind: "time",
        words: "in an hour",
        why: "The pickup is tomorrow.",
      },
    ],
  },
  {
    id: "es-span",
    language: "es",
    today: "2026-03-11",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Elena" },
      { name: "contact.name", kind: "name", value: "Elena Robles" },
      { name: "account.name", kind: "name", value: "Taller Ribera" },
      { name: "charge.title", kind: "text", value: "Revisión de los 40.000 km" },
      { name: "charge.amount", kind: "amount", value: 415.5, currency: "EUR" },
      { name: "charge.due_date", kind: "day", value: "2026-03-18" },
      { name: "appointment.title", kind: "text", value: "Entrega del coche" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-03-12T17:00" },
      {
        name: "knowledge",
        kind: "text",
        value: "Responda 1 para hablar con el taller. Se puede pagar en 3 plazos. Asistencia 24/7.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hola, Elena: los 415,50 € de la revisión vencen dentro de una semana, el 18.",
      },
      {
        channel: "whatsapp",
        text: "Elena, queda una semana para el vencimiento. Se puede pagar en 3 plazos.",
      },
      {
        channel: "whatsapp",
        text: "¡Buenas noticias, Elena! Mañana a las cinco de la tarde te entregamos el coche.",
      },
      {
        channel: "whatsapp",
        text: "La asistencia funciona las 24 horas, los 7 días de la semana, Elena. ¡Feliz semana!",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hola, Elena: los 415,50 € de la revisión vencen dentro de un mes.",
        kind: "relative_day",
        words: "dentro de un mes",
        why: "It falls due in a week.",
      },
      {
        channel: "whatsapp",
        text: "Elena, los 415,50 € de la revisión vencen en 3 días.",
        kind: "relative_day",
        words: "en 3 días",
        why: "It falls due in seven days; three are the parts.",
      },
      {
        channel: "whatsapp",
        text: "Elena, los 415,50 € se pueden pagar en 7 plazos. ¿Te parece?",
        kind: "instalments",
        words: "7 plazos",
        why: "It is 3; the 7 is of 24/7.",
      },
      {
        channel: "whatsapp",
        text: "Elena, el coche estará listo dentro de una hora. ¡Ven a por él!",
        kind: "time",
        words: "dentro de una hora",
        why: "The car is handed over tomorrow.",
      },
    ],
  },
];

import type { TableGroup } from "./types";

/** Portuguese: odd ways of writing, nearly all of them true. */
export const PT_ODD: readonly TableGroup[] = [
  {
    id: "pt-odd",
    language: "pt-BR",
    today: "2026-03-04",
    facts: [
      { name: "contact.first_name", kind: "name", value: "José" },
      { name: "contact.name", kind: "name", value: "José Carlos de Oliveira" },
      { name: "contact.phone", kind: "phone", value: "+5562991234567" },
      { name: "contact.email", kind: "email", value: "jc.oliveira@uol.com.br" },
      { name: "account.name", kind: "name", value: "Ótica Visão 2000" },
      { name: "agent.name", kind: "name", value: "Marina" },
      { name: "charge.title", kind: "text", value: "Parcela 2/3 dos óculos" },
      { name: "charge.amount", kind: "amount", value: 333.3, currency: "BRL" },
      { name: "charge.due_date", kind: "day", value: "2026-03-06" },
      { name: "charge.link", kind: "link", value: "https://otica2000.com.br/p/PX-0098?via=zap" },
      { name: "appointment.title", kind: "text", value: "Ajuste da armação" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-03-06T16:00" },
      { name: "appointment.location", kind: "text", value: "Shopping Flamboyant, loja 115, piso 2" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Seu grau é -1,75 no olho direito e -2,00 no esquerdo. As lentes têm proteção UV 400. O ajuste leva 20 minutos. Feriado em 21 de abril: fechados. Compras acima de R$ 1.000,00 têm 10% de volta em crédito. Atendimento por WhatsApp das 8h às 20h.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Seu José, até sexta (6/3) a parcela 2/3 fica em R$333,30. Pode ser pelo link https://otica2000.com.br/p/PX-0098?via=zap 👓",
      },
      {
        channel: "whatsapp",
        text: "Oi José Carlos! A ÓTICA VISÃO 2000 lembra: sexta-feira tem dois compromissos com a gente rs. O ajuste às 16h e a parcela de 333,30. Te vejo depois de amanhã!",
      },
      {
        channel: "sms",
        text: "Jose, parcela 2/3 (R$ 333,30) vence 06/03. Ajuste da armacao no mesmo dia, 16:00, loja 115. Otica Visao 2000",
      },
      {
        channel: "email",
        subject: "Parcela 2/3 e o ajuste de sexta",
        text: "Sr. José Carlos de Oliveira,\n\nResumo:\n— Parcela: 2/3, R$ 333,30 (trezentos e trinta e três reais e trinta centavos), até 06.03.2026\n— Ajuste: sexta-feira, às quatro da tarde, no Shopping Flamboyant (loja 115, piso 2)\n\nO ajuste leva vinte minutinhos.\n\nCordialmente,\nMarina",
      },
      {
        channel: "whatsapp",
        text: "José, confirmando seus dados: jc.oliveira@uol.com.br e (62) 99123-4567. Se algo mudou, me avise 😉",
      },
      {
        channel: "whatsapp",
        text: "Bom dia!! Conferi aqui: grau -1,75 no direito e -2,00 no esquerdo, lentes com UV400. Tá certinho, seu José?",
      },
      {
        channel: "whatsapp",
        text: "José, dia 21 de abril é feriado e a loja fecha, tá? Fora isso atendemos aqui das 8 às 20h.",
      },
      {
        channel: "whatsapp",
        text: "Opa, José! Lembra que compras acima de mil reais têm 10% de volta em crédito? Segunda via do boleto, só pedir.",
      },
      {
        channel: "whatsapp",
        text: "Depois de amanhã, às 16 horas, José. Piso 2 do shopping, loja 115. Um abraço, e até lá!",
      },
      {
        channel: "whatsapp",
        text: "José, faltam dois dias pra parcela (sex., 6 de mar.). Um ótimo dia pra você! 🌷",
      },
      {
        channel: "whatsapp",
        text: "Oi, José. Primeiro: obrigada pela preferência. Segundo: a parcela vence nesta sexta. Terceiro: conte comigo! Marina",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Conferi aqui, José: grau -1,75 no direito e -2,75 no esquerdo. Certinho?",
        kind: "number",
        words: "-2,75",
        why: "The left eye has -2,00.",
      },
      {
        channel: "whatsapp",
        text: "José, a loja fecha no dia 12 de abril, feriado. Nos outros dias estamos aqui!",
        kind: "date",
        words: "12 de abril",
        why: "The holiday is on 21 April.",
      },
      {
        channel: "whatsapp",
        text: "José, pague a parcela 2/3 aqui: https://otica2000.com.br@px-0098.link/p",
        kind: "link",
        words: "https://otica2000.com.br@px-0098.link/p",
        why: "Before the @ stands a name, not the site.",
      },
    ],
  },
];

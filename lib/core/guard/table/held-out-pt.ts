import type { TableGroup } from "./types";

/** Portuguese: never looked at while working on the guard. */
export const HELD_OUT_PT: readonly TableGroup[] = [
  {
    id: "held-pt-travel",
    language: "pt-BR",
    today: "2026-07-13",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Vanessa" },
      { name: "contact.name", kind: "name", value: "Vanessa Lopes" },
      { name: "account.name", kind: "name", value: "Rota Sul Turismo" },
      { name: "agent.name", kind: "name", value: "Ivan Kuhn" },
      { name: "deal.title", kind: "text", value: "Pacote Gramado, 5 noites" },
      { name: "deal.amount", kind: "amount", value: 7318, currency: "BRL" },
      { name: "deal.expected_close", kind: "day", value: "2026-07-22" },
      { name: "contact.passengers", kind: "number", value: 3 },
      {
        name: "knowledge",
        kind: "text",
        value:
          "O sinal é de 30% e o restante em 4 vezes no boleto. A saída é em 9 de setembro às 6h40, do Terminal Tietê, plataforma 52. O pacote inclui café da manhã e o passeio Maria Fumaça. O cancelamento não é gratuito depois de 1º de agosto. Reserva RS-5540. WhatsApp (54) 3286-1900.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Oi, Vanessa! O Ivan da Rota Sul por aqui. O Pacote Gramado para 3 pessoas ficou em R$ 7.318,00, com 30% de sinal e o resto em 4x no boleto. Vamos?",
      },
      {
        channel: "whatsapp",
        text: "Vanessa, a saída é quarta, 9/9, às 6h40, no Terminal Tietê (plataforma 52). Quer que eu segure a reserva RS-5540 até o dia 22?",
      },
      {
        channel: "email",
        subject: "Gramado em setembro",
        text: "Olá, Vanessa,\n\nO pacote de cinco noites inclui café da manhã e o passeio Maria Fumaça.\n\nValor: R$ 7.318,00 (sete mil, trezentos e dezoito reais)\nSaída: 9 de setembro, vinte para as sete da manhã\n\nAté 1º de agosto, me avise se precisar mudar algo.\n\nIvan Kuhn",
      },
      {
        channel: "sms",
        text: "Vanessa, pacote Gramado R$ 7.318 p/ 3 pessoas. Responda ou ligue (54) 3286-1900. Rota Sul",
      },
      {
        channel: "whatsapp",
        text: "Nove dias, Vanessa! É o que falta pra fecharmos até 22 de julho 😄 Tem alguma dúvida sobre a viagem?",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Vanessa, o ônibus sai quarta, 9 de setembro, às 7h40, do Terminal Tietê. Posso reservar?",
        kind: "time",
        words: "às 7h40",
        why: "The coach leaves at 6h40.",
      },
      {
        channel: "whatsapp",
        text: "Vanessa, com 20% de sinal a reserva RS-5540 já é sua. O restante vai em 4x no boleto.",
        kind: "percent",
        words: "20% de sinal",
        why: "The deposit is 30 %.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Vanessa! O Pacote Gramado para 3 pessoas ficou em R$ 7.138,00. Vamos?",
        kind: "amount",
        words: "R$ 7.138,00",
        why: "The digits 3 and 1 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Vanessa, o pacote inclui café da manhã, o passeio Maria Fumaça e o Snowland. Fechamos?",
        kind: "product",
        words: "Snowland",
        why: "The package does not include it.",
      },
      {
        channel: "whatsapp",
        text: "Pode reservar sem medo, Vanessa, o cancelamento é gratuito. Seguro a RS-5540?",
        kind: "negation",
        words: "cancelamento é gratuito",
        why: "It is not after 1 August.",
      },
      {
        channel: "whatsapp",
        text: "Vanessa, saímos terça, 9/9, bem cedinho, do Terminal Tietê. Vamos fechar?",
        kind: "weekday",
        words: "terça, 9/9",
        why: "9 September 2026 is a Wednesday.",
      },
    ],
  },
  {
    id: "held-pt-dentist",
    language: "pt-BR",
    today: "2026-10-26",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Otávio" },
      { name: "contact.name", kind: "name", value: "Otávio Braga" },
      { name: "account.name", kind: "name", value: "OdontoVida" },
      { name: "agent.name", kind: "name", value: "Dra. Lígia Sarmento" },
      { name: "charge.title", kind: "text", value: "Aparelho, mensalidade 7/24" },
      { name: "charge.amount", kind: "amount", value: 215.9, currency: "BRL" },
      { name: "charge.due_date", kind: "day", value: "2026-10-20" },
      { name: "charge.status", kind: "text", value: "overdue" },
      { name: "charge.link", kind: "link", value: "https://odontovida.net.br/boleto/AX91" },
      { name: "appointment.title", kind: "text", value: "Manutenção do aparelho" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-10-29T17:20" },
      { name: "appointment.location", kind: "text", value: "Rua das Acácias, 38, Campinas" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Recepção: (19) 3251-7788. Atrasos acima de 15 minutos são remarcados. A multa por atraso no pagamento é de 2%.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Boa tarde, Otávio! Sua mensalidade 7/24 (R$ 215,90) venceu terça passada, dia 20. Segue o boleto: https://odontovida.net.br/boleto/AX91",
      },
      {
        channel: "whatsapp",
        text: "Otávio, quinta tem manutenção com a Dra. Lígia, às 17h20. Nos vemos na Rua das Acácias, 38 🦷",
      },
      {
        channel: "sms",
        text: "OdontoVida: manutencao 29/10, 17h20. Mensalidade de R$215,90 em aberto ha 6 dias. Duvidas: 19 3251-7788",
      },
      {
        channel: "whatsapp",
        text: "Oi Otávio, dá pra acertar a mensalidade quando vier na quinta, daqui a três dias. São duzentos e quinze reais e noventa centavos.",
      },
      {
        channel: "email",
        subject: "Manutenção em 29/10 e mensalidade",
        text: "Otávio, tudo bem?\n\nSua manutenção será na quinta-feira, 29 de outubro, às 17:20. Atrasos acima de quinze minutos são remarcados.\n\nA mensalidade 7/24 está em aberto desde 20/10 e a multa é de 2%.\n\nOdontoVida",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Otávio, a mensalidade 8/24 de R$ 215,90 está em aberto. Segue o boleto: https://odontovida.net.br/boleto/AX91",
        kind: "number",
        words: "8/24",
        why: "It is the seventh.",
      },
      {
        channel: "whatsapp",
        text: "Oi Otávio! Te esperamos amanhã, às 17h20, para a manutenção com a Dra. Lígia.",
        kind: "relative_day",
        words: "amanhã",
        why: "It is on Thursday, in three days.",
      },
      {
        channel: "whatsapp",
        text: "Otávio, segue o boleto da mensalidade: https://odontovida.net/boleto/AX91",
        kind: "link",
        words: "https://odontovida.net/boleto/AX91",
        why: "The site ends in .net.br.",
      },
      {
        channel: "whatsapp",
        text: "Otávio, sem o pagamento dos R$ 215,90 suspenderemos o tratamento. Podemos contar com você?",
        kind: "threat",
        words: "suspenderemos o tratamento",
        why: "No fact says so.",
      },
      {
        channel: "whatsapp",
        text: "Otávio, sua manutenção é quinta, 29/10, às 5h20 da manhã. Confirma?",
        kind: "time",
        words: "5h20 da manhã",
        why: "The appointment is in the afternoon.",
      },
      {
        channel: "whatsapp",
        text: "Otávio, a Dra. Lívia te espera na quinta, às 17h20. Até lá!",
        kind: "name",
        words: "Dra. Lívia",
        why: "Her name is Lígia.",
      },
    ],
  },
];

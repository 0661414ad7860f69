import type { TableGroup } from "./types";

/** Portuguese: quotes and deals that stand still. */
export const PT_QUOTES: readonly TableGroup[] = [
  {
    id: "pt-quote",
    language: "pt-BR",
    today: "2026-03-02",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Ana" },
      { name: "contact.name", kind: "name", value: "Ana Beatriz Nogueira" },
      { name: "account.name", kind: "name", value: "Marcenaria Bom Lar" },
      { name: "agent.name", kind: "name", value: "Rafael Dias" },
      { name: "deal.title", kind: "text", value: "Cozinha planejada Carvalho" },
      { name: "deal.amount", kind: "amount", value: 18450, currency: "BRL" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "O orçamento nº 4821 vale até 13/03/2026. Entregamos em até 45 dias após a aprovação. Garantia de 5 anos nas ferragens. Parcelamos em até 10 vezes sem juros no cartão. Showroom na Rua Augusta, 1520, São Paulo, de segunda a sábado, das 9h às 18h. O orçamento está em https://bomlar.com.br/o/4821",
      },
      {
        name: "instruction",
        kind: "text",
        value: "Lembre do orçamento e convide para uma visita ao showroom.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Oi, Ana! Aqui é o Rafael, da Marcenaria Bom Lar. Conseguiu olhar o orçamento nº 4821? Ficou em R$ 18.450,00 e vale até o dia 13 😊",
      },
      {
        channel: "whatsapp",
        text: "Bom dia, Ana Beatriz! Passando pra saber o que achou da cozinha planejada.\n\n• Valor: R$ 18.450\n• Entrega: até 45 dias após a aprovação\n• Parcelamento: até 10x sem juros no cartão\n\nPosso te ajudar em algo?",
      },
      {
        channel: "email",
        subject: "Seu orçamento da Cozinha planejada Carvalho",
        text: "Olá, Ana,\n\nO orçamento 4821 segue válido até sexta-feira, 13 de março de 2026. O valor é de R$ 18.450,00 (dezoito mil, quatrocentos e cinquenta reais).\n\nPara rever: https://bomlar.com.br/o/4821\n\nUm abraço,\nRafael Dias\nMARCENARIA BOM LAR",
      },
      {
        channel: "whatsapp",
        text: "Ana, que tal conhecer o showroom? Fica na Rua Augusta, 1520, e abre de segunda a sábado, das 9h às 18h. A gente te espera por lá ☕",
      },
      {
        channel: "sms",
        text: "Ana, seu orcamento 4821 (R$ 18.450,00) vale ate 13/03. Duvidas? Responda por aqui. Rafael, Marcenaria Bom Lar",
      },
      {
        channel: "whatsapp",
        text: "Oi Ana, tudo bem? Uma dúvida que sempre aparece: a garantia das ferragens é de 5 anos, sim! E dá pra dividir em até dez vezes sem juros. Quer que eu separe um horário pra você vir aqui?",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Oi, Ana! Sobre a cozinha planejada: o orçamento ficou em R$ 18.540,00 e vale até 13/03. Fechamos?",
        kind: "amount",
        words: "R$ 18.540,00",
        why: "Two digits of R$ 18.450,00 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Ana, falei com a gerência e consigo 5% de desconto se fecharmos a cozinha até sexta, dia 13.",
        kind: "discount",
        words: "5% de desconto",
        why: "No fact offers a discount.",
      },
      {
        channel: "whatsapp",
        text: "Oi Ana! Dá pra parcelar a cozinha em até 12x sem juros no cartão. Quer que eu mande o link do orçamento?",
        kind: "instalments",
        words: "12x",
        why: "The card takes up to 10.",
      },
      {
        channel: "email",
        subject: "Orçamento da sua cozinha",
        text: "Olá, Ana, tudo bem?\n\nLembro que o orçamento vale até quinta-feira, 13 de março. Qualquer ajuste, é só responder este e-mail.\n\nRafael",
        kind: "weekday",
        words: "quinta-feira, 13 de março",
        why: "13 March 2026 is a Friday.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Ana! Seu orçamento está aqui: https://bom-lar.com.br/o/4821 Me diz o que achou?",
        kind: "link",
        words: "https://bom-lar.com.br/o/4821",
        why: "The domain has no hyphen.",
      },
      {
        channel: "whatsapp",
        text: "Ana, aprovando agora a gente entrega a cozinha em até 30 dias. Posso seguir com o pedido?",
        kind: "number",
        words: "30 dias",
        why: "Delivery takes up to 45 days.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Juliana! Conseguiu ver o orçamento da cozinha planejada de R$ 18.450,00?",
        kind: "name",
        words: "Juliana",
        why: "The contact is Ana.",
      },
    ],
  },
  {
    id: "pt-stalled-deal",
    language: "pt-BR",
    today: "2026-06-15",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Renata" },
      { name: "contact.name", kind: "name", value: "Renata Coelho" },
      { name: "contact.company", kind: "text", value: "Transportes Coelho Ltda." },
      { name: "account.name", kind: "name", value: "Logtech" },
      { name: "agent.name", kind: "name", value: "Gustavo Lima" },
      { name: "agent.email", kind: "email", value: "gustavo@logtech.com.br" },
      { name: "deal.title", kind: "text", value: "Rastreamento de frota, 40 veículos" },
      { name: "deal.amount", kind: "amount", value: 3960, currency: "BRL" },
      { name: "deal.stage", kind: "text", value: "Negociação" },
      { name: "deal.expected_close", kind: "day", value: "2026-06-30" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Cada veículo custa R$ 99,00 por mês. O contrato é de 12 meses. A instalação leva 2 horas por veículo. O piloto de 15 dias inclui 3 veículos. Suporte pelo 0800 777 1234.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Oi, Renata! Tudo bem por aí na Transportes Coelho? Queria retomar nossa conversa sobre o rastreamento dos 40 veículos. Ainda faz sentido?",
      },
      {
        channel: "email",
        subject: "Rastreamento de frota: próximos passos",
        text: "Renata, bom dia!\n\nRecapitulando a proposta:\n\n* 40 veículos x R$ 99,00 por mês\n* Total mensal: R$ 3.960,00\n* Contrato de 12 meses\n* Instalação: 2 horas por veículo\n\nConseguimos fechar até 30/6?\n\nGustavo Lima\ngustavo@logtech.com.br",
      },
      {
        channel: "whatsapp",
        text: "Renata, uma ideia pra destravar: fazemos um piloto de 15 dias com três veículos. O que acha? Se quiser, me responde por aqui mesmo ou pelo 0800 777 1234.",
      },
      {
        channel: "sms",
        text: "Renata, conseguimos fechar a proposta da frota (R$ 3.960/mes) ate 30/06? Gustavo, Logtech",
      },
      {
        channel: "whatsapp",
        text: "Boa tarde, Renata. Daqui a 15 dias, na terça 30 de junho, fecha o prazo que combinamos. Posso te ligar pra tirar as últimas dúvidas?",
      },
      {
        channel: "whatsapp",
        text: "Renata, sei que junho é corrido 😅 A proposta de R$ 3,96 mil por mês segue de pé?",
      },
    ],
    planted: [
      {
        channel: "email",
        subject: "Proposta Logtech",
        text: "Renata, bom dia!\n\nA proposta para os 40 veículos ficou em R$ 39.600,00 por mês. Conseguimos seguir?\n\nGustavo",
        kind: "amount",
        words: "R$ 39.600,00",
        why: "Ten times the monthly R$ 3.960,00.",
      },
      {
        channel: "whatsapp",
        text: "Oi Renata! Cada veículo sai por US$ 99,00 por mês, com contrato de 12 meses. Vamos avançar?",
        kind: "currency",
        words: "US$ 99,00",
        why: "Each vehicle costs reais, not dollars.",
      },
      {
        channel: "whatsapp",
        text: "Renata, tudo bem? Queria retomar a proposta dos 50 veículos. Ainda faz sentido para a Transportes Coelho?",
        kind: "number",
        words: "50 veículos",
        why: "The deal is for 40.",
      },
      {
        channel: "whatsapp",
        text: "Oi Renata, lembrando que o contrato é de vinte e quatro meses e a instalação leva 2 horas por veículo.",
        kind: "number",
        words: "vinte e quatro meses",
        why: "The contract runs for 12 months.",
      },
      {
        channel: "whatsapp",
        text: "Renata, junto com o rastreamento você leva também o Telemetria Plus. Posso mandar o contrato?",
        kind: "product",
        words: "Telemetria Plus",
        why: "No such product is known.",
      },
      {
        channel: "whatsapp",
        text: "Renata, conseguimos fechar até 20/06? O valor segue R$ 3.960,00 por mês.",
        kind: "date",
        words: "20/06",
        why: "The close is expected on 30/06.",
      },
      {
        channel: "whatsapp",
        text: "Qualquer dúvida sobre o piloto, Renata, o suporte atende no 0800 777 1243. Abraço, Gustavo",
        kind: "phone",
        words: "0800 777 1243",
        why: "The support line is 0800 777 1234.",
      },
    ],
  },
];

import type { TableGroup } from "./types";

/** Portuguese: renewals and carts left behind. */
export const PT_RENEWALS: readonly TableGroup[] = [
  {
    id: "pt-renewal",
    language: "pt-BR",
    today: "2026-11-16",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Sônia" },
      { name: "contact.name", kind: "name", value: "Sônia Maria Duarte" },
      { name: "account.name", kind: "name", value: "Seguros Aliança" },
      { name: "agent.name", kind: "name", value: "Otávio" },
      { name: "contact.policy", kind: "text", value: "Apólice 77-1029384" },
      { name: "contact.policy_ends", kind: "day", value: "2026-11-30" },
      { name: "deal.title", kind: "text", value: "Renovação do seguro auto" },
      { name: "deal.amount", kind: "amount", value: 2180, currency: "BRL" },
      { name: "contact.bonus", kind: "percent", value: 15 },
      {
        name: "knowledge",
        kind: "text",
        value:
          "A renovação tem bônus de 15% já incluído no valor. Parcelamento em até 6 vezes sem juros. Assistência 24h pelo 4004-2020.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Oi, Sônia! Seu seguro (Apólice 77-1029384) vence em 30/11. A renovação ficou em R$ 2.180,00, já com o bônus de 15%. Posso seguir?",
      },
      {
        channel: "whatsapp",
        text: "Bom dia, Sônia Maria! Faltam 14 dias para o fim da sua apólice. Dá pra renovar em até 6x sem juros 🚗",
      },
      {
        channel: "email",
        subject: "Renovação do seguro auto",
        text: "Prezada Sônia,\n\nSua apólice nº 77-1029384 termina na segunda-feira, 30 de novembro. O valor da renovação é R$ 2.180,00 (dois mil, cento e oitenta reais), com quinze por cento de bônus incluído.\n\nFico à disposição,\nOtávio\nSeguros Aliança",
      },
      {
        channel: "sms",
        text: "Seguros Alianca: sua apolice vence em duas semanas (30/11/2026). Renovacao: R$ 2.180 em ate 6x. Fale com Otavio.",
      },
      {
        channel: "whatsapp",
        text: "Sônia, renovando você mantém a assistência 24 horas pelo 4004-2020 e o bônus de 15 %. Quer que eu emita?",
      },
      {
        channel: "whatsapp",
        text: "Oi Sônia! No fim do mês, dia 30, termina sua cobertura. Me confirma se o carro continua o mesmo?",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Oi, Sônia! A renovação ficou em R$ 2.180,00, já com o bônus de 25%. Posso seguir?",
        kind: "percent",
        words: "25%",
        why: "The bonus is 15 %.",
      },
      {
        channel: "whatsapp",
        text: "Sônia, sua renovação ficou em R$ 2.108,00, em até 6x sem juros. Fechamos?",
        kind: "amount",
        words: "R$ 2.108,00",
        why: "The digits of R$ 2.180,00 swapped.",
      },
      {
        channel: "email",
        subject: "Sua renovação",
        text: "Prezada Sônia,\n\nO valor da renovação é de dois mil, cento e dezoito reais, com vencimento em 30 de novembro.\n\nOtávio",
        kind: "amount",
        words: "dois mil, cento e dezoito reais",
        why: "In words it is another amount.",
      },
      {
        channel: "whatsapp",
        text: "Oi Sônia, sua apólice termina no domingo, 30/11. Vamos renovar?",
        kind: "weekday",
        words: "domingo, 30/11",
        why: "30 November 2026 is a Monday.",
      },
      {
        channel: "whatsapp",
        text: "Sônia, a Apólice 77-1029348 vence no dia 30. Quer renovar com o bônus de 15%?",
        kind: "number",
        words: "Apólice 77-1029348",
        why: "The last digits are swapped.",
      },
      {
        channel: "whatsapp",
        text: "Sônia, renovando agora por R$ 2.180,00 você ganha carro reserva por toda a vigência!",
        kind: "product",
        words: "carro reserva",
        why: "No replacement car is in the facts.",
      },
      {
        channel: "whatsapp",
        text: "Oi Sônia! Seu seguro vence semana que vem. Posso emitir a renovação?",
        kind: "relative_day",
        words: "semana que vem",
        why: "It ends in two weeks.",
      },
    ],
  },
  {
    id: "pt-cart",
    language: "pt-BR",
    today: "2026-10-01",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Pedro" },
      { name: "contact.name", kind: "name", value: "Pedro Henrique Souza" },
      { name: "account.name", kind: "name", value: "Bike Certa" },
      { name: "deal.title", kind: "text", value: "Capacete Aero 2 (tamanho M)" },
      { name: "deal.amount", kind: "amount", value: 459.9, currency: "BRL" },
      { name: "contact.cart_link", kind: "link", value: "https://bikecerta.com.br/carrinho/9a8b7c" },
      { name: "contact.order", kind: "text", value: "Pedido 100482" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Frete grátis acima de R$ 300,00. Troca em até 30 dias. No PIX tem 5% de desconto. Cupom VOLTA10 dá R$ 10,00 de desconto até 04/10. Capacetes têm selo Inmetro.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Oi, Pedro! Seu Capacete Aero 2 (tamanho M) ainda está no carrinho 🚴 São R$ 459,90 com frete grátis: https://bikecerta.com.br/carrinho/9a8b7c",
      },
      {
        channel: "whatsapp",
        text: "Pedro, ficou alguma dúvida no pedido 100482? A troca é em até 30 dias e no PIX tem 5% de desconto.",
      },
      {
        channel: "email",
        subject: "Você esqueceu algo",
        text: "Oi, Pedro!\n\nO Capacete Aero 2 está te esperando por R$ 459,90.\n\nUse o cupom VOLTA10 até domingo, 4 de outubro, e ganhe R$ 10,00 de desconto.\n\nFinalizar: https://bikecerta.com.br/carrinho/9a8b7c\n\nEquipe Bike Certa",
      },
      {
        channel: "sms",
        text: "Pedro, seu Capacete Aero 2 esta no carrinho: https://bikecerta.com.br/carrinho/9a8b7c Frete gratis acima de R$300.",
      },
      {
        channel: "whatsapp",
        text: "E aí, Pedro? O cupom VOLTA10 vale só mais 3 dias, até 4/10. Bora fechar? 💚",
      },
      {
        channel: "whatsapp",
        text: "Pedro, todos os nossos capacetes têm selo do Inmetro. Se quiser, separo o seu (tamanho M). Posso?",
      },
      {
        channel: "whatsapp",
        text: "Oi Pedro! Pagando no Pix são 5 por cento a menos nos R$ 459,90. Qualquer coisa é só chamar aqui no WhatsApp.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Pedro, com o cupom VOLTA10 você tem R$ 50,00 de desconto até domingo!",
        kind: "discount",
        words: "R$ 50,00 de desconto",
        why: "The coupon is worth R$ 10,00.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Pedro! Use o cupom VOLTA20 no seu carrinho: https://bikecerta.com.br/carrinho/9a8b7c",
        kind: "number",
        words: "VOLTA20",
        why: "The coupon is VOLTA10.",
      },
      {
        channel: "whatsapp",
        text: "Pedro, o Capacete Aero 2 sai por R$ 4.599,00 com frete grátis. Vamos finalizar?",
        kind: "amount",
        words: "R$ 4.599,00",
        why: "The price is R$ 459,90.",
      },
      {
        channel: "whatsapp",
        text: "Oi Pedro, o Capacete Aero 3 ainda está no seu carrinho: https://bikecerta.com.br/carrinho/9a8b7c",
        kind: "product",
        words: "Capacete Aero 3",
        why: "The cart holds the Aero 2.",
      },
      {
        channel: "whatsapp",
        text: "Pedro, a troca é em até 90 dias, sem complicação. Quer finalizar o pedido 100482?",
        kind: "number",
        words: "90 dias",
        why: "Exchange is possible within 30 days.",
      },
      {
        channel: "whatsapp",
        text: "Pedro, finalize aqui: https://bikecerta.com.br.promo-pix.net/9a8b7c",
        kind: "link",
        words: "https://bikecerta.com.br.promo-pix.net/9a8b7c",
        why: "The shop's name stands in front of a foreign domain.",
      },
      {
        channel: "whatsapp",
        text: "Pedro, o Capacete Aero 2 sai em até 10x sem juros. Bora?",
        kind: "instalments",
        words: "10x sem juros",
        why: "No instalments are in the facts.",
      },
      {
        channel: "whatsapp",
        text: "Pedro, seu capacete está te esperando em bikecerta.best, é só entrar!",
        kind: "link",
        words: "bikecerta.best",
        why: "A foreign domain, though with the name of the shop.",
      },
    ],
  },
];

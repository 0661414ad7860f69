import type { TableGroup } from "./types";

/** Portuguese: everyday drafts, the second scene written when the guard was done. */
export const HELD_OUT_PLAIN_PT: readonly TableGroup[] = [
  {
    id: "held-pt-solar",
    language: "pt-BR",
    today: "2026-05-18",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Rogério" },
      { name: "contact.name", kind: "name", value: "Rogério Pimentel" },
      { name: "account.name", kind: "name", value: "Sol do Cerrado Energia" },
      { name: "agent.name", kind: "name", value: "Débora" },
      { name: "deal.title", kind: "text", value: "Sistema fotovoltaico de 5,5 kWp" },
      { name: "deal.amount", kind: "amount", value: 23990, currency: "BRL" },
      { name: "appointment.title", kind: "text", value: "Visita técnica" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-05-21T14:00" },
      { name: "appointment.location", kind: "text", value: "Rua Ipê Amarelo, 402, Goiânia" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "São 10 placas de 550 W. A economia estimada é de 85% na conta de luz. Financiamos em até 60 meses. A instalação leva 3 dias. Garantia de 25 anos nas placas. Simulador em https://soldocerrado.com.br/simular",
      },
      { name: "instruction", kind: "text", value: "Confirme a visita e tire dúvidas." },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Oi, Rogério, tudo bem? Aqui é a Débora, da Sol do Cerrado Energia. Passando para confirmar a nossa visita técnica na quinta-feira, dia 21, às 14h. Pode ser?",
      },
      {
        channel: "whatsapp",
        text: "Boa tarde, Rogério! Espero que a semana tenha começado bem. Ficou alguma dúvida sobre a proposta do sistema de 5,5 kWp? Estou por aqui para ajudar.",
      },
      {
        channel: "whatsapp",
        text: "Rogério, só relembrando os principais pontos:\n✅ 10 placas de 550 W\n✅ Economia estimada de 85% na conta de luz\n✅ Garantia de 25 anos nas placas\n\nO investimento é de R$ 23.990,00, e financiamos em até 60 meses. Vamos conversar?",
      },
      {
        channel: "whatsapp",
        text: "Oi, Rogério! Nosso técnico passa aí na Rua Ipê Amarelo, 402, na quinta às duas da tarde. Se precisar mudar, é só avisar, combinado?",
      },
      {
        channel: "email",
        subject: "Confirmação da visita técnica",
        text: "Prezado Rogério,\n\nConfirmamos a visita técnica para o dia 21/05/2026, às 14h00, no endereço Rua Ipê Amarelo, 402, Goiânia.\n\nNa ocasião, vamos avaliar o telhado e o quadro de energia. Não é necessário preparar nada.\n\nObs.: caso não possa receber a equipe, basta responder a este e-mail.\n\nCordialmente,\nDébora\nSol do Cerrado Energia",
      },
      {
        channel: "whatsapp",
        text: "Rogério, muita gente me pergunta quanto tempo demora: a instalação leva só 3 dias. E dá para simular o financiamento em https://soldocerrado.com.br/simular. Qualquer coisa, me chama!",
      },
      {
        channel: "sms",
        text: "Rogerio, visita tecnica confirmada p/ 21/05 as 14h. Para remarcar, responda este SMS. Sol do Cerrado Energia",
      },
      {
        channel: "whatsapp",
        text: "Oi Rogério! Conseguiu conversar em casa sobre a proposta? Sem pressa nenhuma, viu? Quando quiser, seguimos.",
      },
      {
        channel: "whatsapp",
        text: "Rogério, daqui a três dias a gente se encontra! 😊 Deixa separada uma conta de luz recente, por favor. Obrigada!",
      },
      {
        channel: "whatsapp",
        text: "Que bom falar com você, Rogério! Como combinamos, a visita fica para quinta. Um abraço e até lá, Débora",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Oi, Rogério! Com o sistema de 5,5 kWp a economia estimada é de 95% na conta de luz. Vamos confirmar a visita?",
        kind: "percent",
        words: "95%",
        why: "The saving is estimated at 85 %.",
      },
      {
        channel: "whatsapp",
        text: "Rogério, a proposta do sistema de 6,5 kWp ficou em R$ 23.990,00. Podemos conversar?",
        kind: "number",
        words: "6,5 kWp",
        why: "The system has 5.5 kWp.",
      },
      {
        channel: "whatsapp",
        text: "Boa tarde, Rogério! Confirmando a visita técnica na quinta, dia 21, às 15h.",
        kind: "time",
        words: "15h",
        why: "The visit is at 14h.",
      },
      {
        channel: "whatsapp",
        text: "Rogério, imagine a conta de luz zerada já no primeiro mês! Vamos confirmar a visita de quinta?",
        kind: "promise",
        words: "conta de luz zerada",
        why: "Nobody promised that.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Rogério! Financiamos em até 84 meses. Faça a simulação em https://soldocerrado.com.br/simular",
        kind: "instalments",
        words: "84 meses",
        why: "Financing runs up to 60 months.",
      },
      {
        channel: "whatsapp",
        text: "Rogério, nosso técnico vai ao Jardim América na quinta, às 14h. Confirma?",
        kind: "name",
        words: "Jardim América",
        why: "The address names no such quarter.",
      },
    ],
  },
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
];

import type { TableGroup } from "./types";

/** Portuguese: payments and appointments that were missed. */
export const PT_MISSES: readonly TableGroup[] = [
  {
    id: "pt-overdue-boleto",
    language: "pt-BR",
    today: "2026-03-18",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Márcia" },
      { name: "contact.name", kind: "name", value: "Márcia Tavares" },
      { name: "account.name", kind: "name", value: "Academia Corpo & Alma" },
      { name: "agent.name", kind: "name", value: "Bruno" },
      { name: "charge.title", kind: "text", value: "Plano trimestral" },
      { name: "charge.amount", kind: "amount", value: 389.7, currency: "BRL" },
      { name: "charge.due_date", kind: "day", value: "2026-03-13" },
      { name: "charge.status", kind: "text", value: "overdue" },
      { name: "charge.link", kind: "link", value: "https://corpoealma.fit/pagar/7f3k" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Atendemos pelo WhatsApp (21) 99876-1234. É possível dividir o valor em atraso em 2 vezes no cartão. A academia funciona 24h de segunda a sexta.",
      },
      { name: "instruction", kind: "text", value: "Cobre com gentileza e ofereça dividir em 2 vezes." },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Oi, Márcia, tudo bem? Aqui é o Bruno, da Academia Corpo & Alma. Vi que o Plano trimestral (R$ 389,70) venceu na sexta passada, dia 13/03. Aconteceu alguma coisa? Posso ajudar 💪",
      },
      {
        channel: "whatsapp",
        text: "Márcia, o boleto de R$ 389,70 está em aberto há 5 dias. Se quiser, dá pra dividir em 2 vezes no cartão. Segue o link: https://corpoealma.fit/pagar/7f3k",
      },
      {
        channel: "sms",
        text: "Marcia, seu plano trimestral (R$389,70) venceu em 13/03/26. Regularize em https://corpoealma.fit/pagar/7f3k ou fale conosco: 21 99876-1234",
      },
      {
        channel: "email",
        subject: "Plano trimestral em aberto",
        text: "Olá, Márcia!\n\nNosso sistema mostra que o pagamento de 389,70 reais, com vencimento em 13 de março, ainda não foi identificado.\n\nVocê pode:\n1. Pagar pelo link https://corpoealma.fit/pagar/7f3k\n2. Dividir em duas vezes no cartão\n\nSe já pagou, por favor ignore esta mensagem.\n\nBruno | Academia Corpo & Alma",
      },
      {
        channel: "whatsapp",
        text: "Bom dia, Márcia! A academia segue aberta 24h de segunda a sexta e queremos muito te ver por aqui 🏋️ Só falta acertar o plano trimestral, tá? Qualquer coisa me chama no (21) 99876-1234.",
      },
      {
        channel: "whatsapp",
        text: "Oi Márcia! Passaram-se cinco dias do vencimento do seu plano. Se preferir dividir em 2x, me avisa que eu gero pra você.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Márcia, se o valor de R$ 389,70 não for pago, seu nome será enviado ao SPC e Serasa. Regularize pelo link https://corpoealma.fit/pagar/7f3k",
        kind: "threat",
        words: "SPC e Serasa",
        why: "No fact speaks of reporting the debt.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Márcia! Consta em aberto o Plano trimestral de R$ 398,70, vencido em 13/03. Posso ajudar?",
        kind: "amount",
        words: "R$ 398,70",
        why: "The digits 8 and 9 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Márcia, pra facilitar, dá pra dividir o valor em atraso em 3 vezes no cartão. Topa?",
        kind: "instalments",
        words: "3 vezes",
        why: "Only two instalments are possible.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Márcia, tudo bem? Seu plano trimestral venceu ontem. Segue o link pra pagar: https://corpoealma.fit/pagar/7f3k",
        kind: "relative_day",
        words: "ontem",
        why: "It fell due five days ago.",
      },
      {
        channel: "whatsapp",
        text: "Márcia, para regularizar é rapidinho, só acessar bit.ly/corpoalma e pagar os R$ 389,70.",
        kind: "link",
        words: "bit.ly/corpoalma",
        why: "A shortened link that nobody gave.",
      },
      {
        channel: "whatsapp",
        text: "Oi Márcia! Pagando pelo link fica sem juros, só os R$ 389,70 mesmo. Posso contar com você?",
        kind: "promise",
        words: "sem juros",
        why: "No fact says so.",
      },
      {
        channel: "sms",
        text: "Marcia, seu Plano trimestral de R$ 389,70 venceu em 03/03. Fale com a Academia Corpo & Alma.",
        kind: "date",
        words: "03/03",
        why: "It fell due on 13/03.",
      },
    ],
  },
  {
    id: "pt-no-show",
    language: "pt-BR",
    today: "2026-05-06",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Thiago" },
      { name: "contact.name", kind: "name", value: "Thiago Albuquerque" },
      { name: "account.name", kind: "name", value: "Barbearia Navalha" },
      { name: "agent.name", kind: "name", value: "Léo" },
      { name: "appointment.title", kind: "text", value: "Corte + barba" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-05-05T18:30" },
      { name: "appointment.status", kind: "text", value: "no_show" },
      { name: "appointment.location", kind: "text", value: "Rua XV de Novembro, 210" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Agenda online: https://navalha.app/agendar. Horários livres nesta semana: quinta, 7/5, às 10h e sexta, 8/5, às 19h. O serviço Corte + barba custa R$ 75,00.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Fala, Thiago! Sentimos sua falta ontem às 18h30 😕 Aconteceu algo? Se quiser remarcar: https://navalha.app/agendar",
      },
      {
        channel: "whatsapp",
        text: "Oi Thiago, aqui é o Léo, da Barbearia Navalha. Seu horário de terça (05/05, 18:30) passou. Tenho quinta às 10h ou sexta às 19h, qual prefere?",
      },
      {
        channel: "sms",
        text: "Thiago, ontem voce nao veio :( Remarque seu Corte + barba em navalha.app/agendar. Barbearia Navalha",
      },
      {
        channel: "whatsapp",
        text: "Thiago, ainda dá pra salvar a semana! Horários livres:\n- amanhã, 7/5, às 10h\n- depois de amanhã, 8/5, às 19h\nMe diz qual que eu já reservo ✂️",
      },
      {
        channel: "email",
        subject: "Vamos remarcar?",
        text: "Olá, Thiago,\n\nNotamos que você não pôde vir no dia 5 de maio, às 18h30. Sem problemas! Nossa agenda está em https://navalha.app/agendar e o corte com barba continua R$ 75.\n\nAbraço,\nLéo\nRua XV de Novembro, 210",
      },
      { channel: "whatsapp", text: "E aí, Thiago, beleza? Quer vir na sexta às sete da noite? Tá livre!" },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Oi, Thiago! Sentimos sua falta na segunda, às 18h30. Vamos remarcar? https://navalha.app/agendar",
        kind: "weekday",
        words: "segunda",
        why: "The missed visit was on a Tuesday.",
      },
      {
        channel: "whatsapp",
        text: "Thiago, tenho um horário livre na quinta, 7/5, às 11h. Posso reservar pra você?",
        kind: "time",
        words: "às 11h",
        why: "The free slot is at 10h.",
      },
      {
        channel: "whatsapp",
        text: "Fala, Thiago! O corte com barba sai por R$ 57,00. Bora remarcar? https://navalha.app/agendar",
        kind: "amount",
        words: "R$ 57,00",
        why: "The digits of R$ 75,00 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Oi Thiago, pra remarcar é fácil: navalha.app.br/agendar. Te esperamos!",
        kind: "link",
        words: "navalha.app.br/agendar",
        why: "The site is navalha.app.",
      },
      {
        channel: "whatsapp",
        text: "Thiago, como você não veio ontem às 18h30, será cobrada uma taxa de não comparecimento. Quer remarcar?",
        kind: "threat",
        words: "taxa de não comparecimento",
        why: "No fee for not coming is known.",
      },
      {
        channel: "whatsapp",
        text: "Thiago, volta essa semana e o corte com barba sai pela metade do preço! Tenho sexta, 8/5, às 19h.",
        kind: "discount",
        words: "metade do preço",
        why: "Nobody offered half the price.",
      },
      {
        channel: "whatsapp",
        text: "Fala Thiago! Remarcando pra quinta às 10h, a barba fica como cortesia da casa. Fechou?",
        kind: "promise",
        words: "cortesia da casa",
        why: "Nothing is on the house.",
      },
    ],
  },
];

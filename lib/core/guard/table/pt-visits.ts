import type { TableGroup } from "./types";

/** Portuguese: appointments ahead. */
export const PT_VISITS: readonly TableGroup[] = [
  {
    id: "pt-appointment",
    language: "pt-BR",
    today: "2026-03-02",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Ana" },
      { name: "contact.name", kind: "name", value: "Ana Paula Reis" },
      { name: "contact.phone", kind: "phone", value: "+5511987654321" },
      { name: "account.name", kind: "name", value: "Clínica Sorriso" },
      { name: "agent.name", kind: "name", value: "Dra. Helena Prado" },
      { name: "appointment.title", kind: "text", value: "Limpeza e avaliação" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-03-03T09:00" },
      { name: "appointment.ends_at", kind: "moment", value: "2026-03-03T09:45" },
      { name: "appointment.location", kind: "text", value: "Av. Paulista, 1000, 12º andar, sala 1204" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Peça para chegar 10 minutos antes. Remarcações com 24 horas de antecedência. Estacionamento conveniado na Rua Itapeva, 45.",
      },
      {
        name: "instruction",
        kind: "text",
        value: "Peça para responder 1 para confirmar ou 2 para remarcar.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Oi, Ana! Sua consulta na Clínica Sorriso é amanhã, terça, às 9h da manhã. Responda 1 para confirmar ou 2 para remarcar 😁",
      },
      {
        channel: "whatsapp",
        text: "Bom dia, Ana Paula! Confirmando: Limpeza e avaliação com a Dra. Helena Prado no dia 3, às 09:00.\n📍 Av. Paulista, 1000, 12º andar, sala 1204\nChegue 10 min antes, por favor.",
      },
      {
        channel: "sms",
        text: "Clinica Sorriso: consulta dia 03/03 as 9h00, Av. Paulista 1000, sala 1204. Responda 1 p/ confirmar, 2 p/ remarcar",
      },
      {
        channel: "email",
        subject: "Sua consulta de terça, 3 de março",
        text: "Olá, Ana,\n\nEsperamos por você na terça-feira, 3 de março de 2026, das 9h às 9h45.\n\nLocal: Av. Paulista, 1000 - 12º andar\nEstacionamento conveniado: Rua Itapeva, 45\n\nAté lá!\nClínica Sorriso",
      },
      {
        channel: "whatsapp",
        text: "Ana, a Dra. Helena te espera amanhã às nove. Se precisar remarcar, avise com 24h de antecedência, combinado?",
      },
      {
        channel: "whatsapp",
        text: "Oi, aqui é da CLÍNICA SORRISO! Falo com a Ana pelo (11) 98765-4321, certo? É sobre a sua avaliação de 3/3, às 9:00.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Oi, Ana! Sua consulta na Clínica Sorriso é amanhã, às 9h da noite. Podemos confirmar?",
        kind: "time",
        words: "às 9h da noite",
        why: "The appointment is in the morning.",
      },
      {
        channel: "whatsapp",
        text: "Bom dia, Ana! Confirma a limpeza com a Dra. Helena na quarta, 3 de março, às 9h?",
        kind: "weekday",
        words: "quarta, 3 de março",
        why: "3 March 2026 is a Tuesday.",
      },
      {
        channel: "whatsapp",
        text: "Ana, tudo certo para amanhã às 9h30? Estamos na Av. Paulista, 1000, sala 1204.",
        kind: "time",
        words: "9h30",
        why: "It begins at 9:00.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Ana! Passando para lembrar da sua consulta hoje às 9h. Responda 1 para confirmar ou 2 para remarcar.",
        kind: "relative_day",
        words: "hoje",
        why: "The appointment is tomorrow.",
      },
      {
        channel: "whatsapp",
        text: "Bom dia, Ana! Sua avaliação é amanhã às 9h na Av. Paulista, 1000, sala 1024. Até lá!",
        kind: "number",
        words: "sala 1024",
        why: "The room is 1204.",
      },
      {
        channel: "whatsapp",
        text: "Ana, sua consulta de amanhã às 9h será com o Dr. Marcelo. Responda 1 para confirmar ou 2 para remarcar.",
        kind: "name",
        words: "Dr. Marcelo",
        why: "The dentist is Dra. Helena.",
      },
      {
        channel: "whatsapp",
        text: "Oi Ana! Lembrando que a avaliação de amanhã, às 9h, é gratuita. Podemos confirmar?",
        kind: "promise",
        words: "gratuita",
        why: "No fact says that the visit is free.",
      },
      {
        channel: "whatsapp",
        text: "Ana, sua consulta é amanhã às 9h. Pedimos que chegue 15 minutos antes, tá bem?",
        kind: "number",
        words: "15 minutos antes",
        why: "She is asked to come 10 minutes early.",
      },
    ],
  },
  {
    id: "pt-clinic-plan",
    language: "pt-BR",
    today: "2026-09-21",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Beatriz" },
      { name: "contact.name", kind: "name", value: "Beatriz Antunes" },
      { name: "account.name", kind: "name", value: "Fisio em Movimento" },
      { name: "agent.name", kind: "name", value: "Patrícia" },
      { name: "deal.title", kind: "text", value: "Pacote Pilates, 12 sessões" },
      { name: "deal.amount", kind: "amount", value: 960, currency: "BRL" },
      { name: "contact.sessions_left", kind: "number", value: 2 },
      { name: "contact.pet_name", kind: "text", value: "Mel" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-09-25T07:15" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "O pacote pode ser pago em 3 parcelas de R$ 320,00. O frete do kit não é grátis. A primeira aula não tem custo para indicados. Turmas às 7h15, 12h e 18h45. Estamos na Alameda dos Anjos, 77, sobreloja 2.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Oi, Beatriz! Restam 2 sessões no seu pacote. Renovando: 12 sessões por R$ 960,00 ou 3 parcelas de R$ 320,00.",
      },
      {
        channel: "whatsapp",
        text: "Bom dia, Beatriz! Te espero na sexta, 25/9, às 7h15 da manhã. Ah, e um cheiro na Mel 🐶",
      },
      {
        channel: "whatsapp",
        text: "Beatriz, tem turma ao meio-dia e às 18h45 também. Qual fica melhor pra você? Estamos na Alameda dos Anjos, 77, sobreloja 2.",
      },
      {
        channel: "email",
        subject: "Seu pacote está acabando",
        text: "Olá, Beatriz,\n\nFaltam duas sessões para terminar o Pacote Pilates. O próximo horário é 25 de setembro, sexta-feira, às 07h15.\n\nPara renovar: R$ 960,00, em até três parcelas de R$ 320,00.\n\nPatrícia - Fisio em Movimento",
      },
      {
        channel: "sms",
        text: "Beatriz, faltam 2 sessoes. Proxima: sex 25/09 7h15. Renove em 3x R$ 320. Fisio em Movimento",
      },
      {
        channel: "whatsapp",
        text: "Beatriz, indica uma amiga? A primeira aula não tem custo para indicados 💜",
      },
      {
        channel: "whatsapp",
        text: "Sete e quinze na sexta, combinado, Beatriz? Daqui a 4 dias a gente se vê!",
      },
      {
        channel: "whatsapp",
        text: "Oi, Beatriz! A cada semana é uma conquista. Em primeiro lugar o alongamento, em segundo a respiração, e sexta é com a gente 😄 Até dia 25!",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Beatriz, renovando o pacote por R$ 960,00 o frete do kit é grátis. Posso fechar?",
        kind: "negation",
        words: "frete do kit é grátis",
        why: "The fact says that it is not.",
      },
      {
        channel: "whatsapp",
        text: "Beatriz, o pacote de 12 sessões sai em 6 parcelas de R$ 160,00. Renovamos?",
        kind: "instalments",
        words: "6 parcelas de R$ 160,00",
        why: "It is paid in 3 of R$ 320,00.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Beatriz! Restam 4 sessões no seu pacote. Vamos renovar antes de acabar?",
        kind: "number",
        words: "4 sessões",
        why: "Two are left.",
      },
      {
        channel: "whatsapp",
        text: "Beatriz, te espero na sexta, 25/9, às 7h45, combinado?",
        kind: "time",
        words: "7h45",
        why: "The session begins at 7:15.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Beatriz! Aqui é a Dra. Fernanda, da Fisio em Movimento. Confirmamos a sessão do dia 25?",
        kind: "name",
        words: "Dra. Fernanda",
        why: "Her name is Patrícia.",
      },
      {
        channel: "whatsapp",
        text: "Beatriz, nossa sessão é daqui a 3 dias, às 7h15. Tudo certo?",
        kind: "relative_day",
        words: "daqui a 3 dias",
        why: "It is in four days.",
      },
      {
        channel: "whatsapp",
        text: "Beatriz, sua próxima sessão é 25 de outubro, às 7h15. Até lá!",
        kind: "date",
        words: "25 de outubro",
        why: "The session is in September.",
      },
    ],
  },
];

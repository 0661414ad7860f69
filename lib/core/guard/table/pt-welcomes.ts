import type { TableGroup } from "./types";

/** Portuguese: welcomes, and asking how it was. */
export const PT_WELCOMES: readonly TableGroup[] = [
  {
    id: "pt-welcome",
    language: "pt-BR",
    today: "2026-04-20",
    facts: [
      { name: "contact.first_name", kind: "name", value: "João" },
      { name: "contact.name", kind: "name", value: "João Victor Sá" },
      { name: "contact.email", kind: "email", value: "joao.sa@gmail.com" },
      { name: "account.name", kind: "name", value: "Finanças Claras" },
      { name: "agent.name", kind: "name", value: "Camila" },
      { name: "contact.plan", kind: "text", value: "Plano Essencial" },
      { name: "contact.trial_ends", kind: "day", value: "2026-05-04" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "O acesso é em https://app.financasclaras.com. A aula ao vivo é toda quarta, às 20h. O app tem 3 relatórios e importa extratos de 18 bancos. Suporte por e-mail: ajuda@financasclaras.com.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Bem-vindo, João! 🎉 Seu Plano Essencial já está ativo. Entre em https://app.financasclaras.com com o e-mail joao.sa@gmail.com.",
      },
      {
        channel: "whatsapp",
        text: "Oi João, sou a Camila, da Finanças Claras. Seu teste vai até 4 de maio, uma segunda-feira. Bora começar importando o extrato do seu banco?",
      },
      {
        channel: "email",
        subject: "Por onde começar",
        text: "João, que bom ter você aqui!\n\nTrês passos:\n1) Acesse https://app.financasclaras.com\n2) Importe o extrato (são 18 bancos)\n3) Veja os 3 relatórios\n\nToda quarta, às 20h, tem aula ao vivo.\n\nCamila",
      },
      {
        channel: "sms",
        text: "Joao, seu teste na Financas Claras vai ate 04/05/2026. Comece em app.financasclaras.com",
      },
      {
        channel: "whatsapp",
        text: "João, depois de amanhã, quarta, tem aula ao vivo às 20h. Te espero lá! 📈",
      },
      {
        channel: "whatsapp",
        text: "Oi João! Você tem duas semanas de teste pela frente. Dúvidas? Escreve pra ajuda@financasclaras.com que a gente responde 🙂",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Bem-vindo, João! Seu Plano Premium já está ativo: https://app.financasclaras.com",
        kind: "name",
        words: "Plano Premium",
        why: "The plan is Essencial.",
      },
      {
        channel: "whatsapp",
        text: "João, para entrar use o e-mail joao.sa@hotmail.com em https://app.financasclaras.com.",
        kind: "email",
        words: "joao.sa@hotmail.com",
        why: "The contact's address is at gmail.com.",
      },
      {
        channel: "whatsapp",
        text: "Oi João! Seu teste vai até 14 de maio. Aproveite para importar seus extratos.",
        kind: "date",
        words: "14 de maio",
        why: "The trial ends on 4 May.",
      },
      {
        channel: "whatsapp",
        text: "João, toda quinta, às 20h, tem aula ao vivo. Vem com a gente!",
        kind: "weekday",
        words: "toda quinta",
        why: "The class is on Wednesdays.",
      },
      {
        channel: "whatsapp",
        text: "João, você sabia que o app importa extratos de 28 bancos? Comece agora mesmo.",
        kind: "number",
        words: "28 bancos",
        why: "The app imports from 18 banks.",
      },
      {
        channel: "email",
        subject: "Comece por aqui",
        text: "Oi, João!\n\nPara importar o extrato do [nome do banco], acesse https://app.financasclaras.com e siga os passos.\n\nCamila",
        kind: "placeholder",
        words: "[nome do banco]",
        why: "A gap was left open.",
      },
      {
        channel: "whatsapp",
        text: "João, com o Plano Essencial garantimos que você sai das dívidas. Vamos começar?",
        kind: "promise",
        words: "garantimos",
        why: "Nobody guarantees it.",
      },
    ],
  },
  {
    id: "pt-feedback",
    language: "pt-BR",
    today: "2026-08-10",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Lúcia" },
      { name: "contact.name", kind: "name", value: "Lúcia Ferraz" },
      { name: "account.name", kind: "name", value: "Pousada Mar Azul" },
      { name: "agent.name", kind: "name", value: "Seu Antônio" },
      { name: "appointment.title", kind: "text", value: "Hospedagem, suíte vista mar" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-08-06T14:00" },
      { name: "appointment.ends_at", kind: "moment", value: "2026-08-09T12:00" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "A pesquisa tem 4 perguntas e leva 1 minuto: https://pousadamarazul.com.br/pesquisa. Hóspedes que voltam têm 10% de desconto de segunda a quinta. Instagram: @pousadamarazul",
      },
      { name: "instruction", kind: "text", value: "Peça uma nota de 0 a 10." },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Oi, Lúcia! Como foi a estadia de 6 a 9 de agosto na Pousada Mar Azul? De 0 a 10, que nota você dá? 🌊",
      },
      {
        channel: "whatsapp",
        text: "Dona Lúcia, aqui é o Seu Antônio, da pousada. Ontem a senhora foi embora e já deixou saudade! Pode responder a pesquisa? São só 4 perguntinhas: https://pousadamarazul.com.br/pesquisa",
      },
      {
        channel: "sms",
        text: "Pousada Mar Azul: conte como foi sua estadia! 4 perguntas, 1 minuto: pousadamarazul.com.br/pesquisa",
      },
      {
        channel: "email",
        subject: "O que você achou?",
        text: "Olá, Lúcia,\n\nVocê ficou conosco de quinta (6/8) a domingo (9/8), com saída ao meio-dia. Gostaríamos de ouvir você: a pesquisa leva um minuto.\n\nhttps://pousadamarazul.com.br/pesquisa\n\nObrigado!\nPousada Mar Azul",
      },
      {
        channel: "whatsapp",
        text: "Lúcia, quem volta tem 10% de desconto de segunda a quinta, viu? Primeiro me conta: do que você mais gostou na suíte vista mar?",
      },
      {
        channel: "whatsapp",
        text: "Boa noite, Lúcia! Sua opinião vale muito. Em uma escala de zero a dez, você indicaria a Pousada Mar Azul? Siga a gente no Instagram @pousadamarazul 💙",
      },
      {
        channel: "whatsapp",
        text: "Passando só pra agradecer, Lúcia! Em 2026 tem mais verão por aí ☀️ Um beijo de toda a equipe.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Lúcia, quem volta tem 20% de desconto de segunda a quinta. Que tal já marcar?",
        kind: "percent",
        words: "20%",
        why: "Returning guests get 10 %.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Lúcia! Conta pra gente como foi: https://pousadamarazu1.com.br/pesquisa",
        kind: "link",
        words: "https://pousadamarazu1.com.br/pesquisa",
        why: "The letter l became the digit 1.",
      },
      {
        channel: "whatsapp",
        text: "Lúcia, respondendo a pesquisa você ganha uma diária grátis! São só 4 perguntas.",
        kind: "promise",
        words: "uma diária grátis",
        why: "No such prize is known.",
      },
      {
        channel: "whatsapp",
        text: "Oi Lúcia! A pesquisa tem 8 perguntas e leva um minuto: https://pousadamarazul.com.br/pesquisa",
        kind: "number",
        words: "8 perguntas",
        why: "The survey has 4.",
      },
      {
        channel: "whatsapp",
        text: "Lúcia, o que achou da suíte Copacabana? De 0 a 10, que nota você dá?",
        kind: "name",
        words: "suíte Copacabana",
        why: "The suite has a sea view, not this name.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Lúcia! Esperamos que tenha gostado da estadia até 16 de agosto. Pode avaliar?",
        kind: "date",
        words: "16 de agosto",
        why: "The stay ended on 9 August.",
      },
      {
        channel: "whatsapp",
        text: "Lúcia, a pesquisa está em pousadamarazul ponto net, é rapidinho!",
        kind: "obfuscated",
        words: "pousadamarazul ponto net",
        why: "A foreign domain in words.",
      },
    ],
  },
];

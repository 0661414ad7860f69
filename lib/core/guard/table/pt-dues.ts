import type { TableGroup } from "./types";

/** Portuguese: what falls due. */
export const PT_DUES: readonly TableGroup[] = [
  {
    id: "pt-due-soon",
    language: "pt-BR",
    today: "2026-03-07",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Cláudio" },
      { name: "contact.name", kind: "name", value: "Cláudio Menezes" },
      { name: "account.name", kind: "name", value: "Escola Pequeno Príncipe" },
      { name: "charge.title", kind: "text", value: "Mensalidade de março" },
      { name: "charge.amount", kind: "amount", value: 1234.56, currency: "BRL" },
      { name: "charge.due_date", kind: "day", value: "2026-03-10" },
      { name: "charge.status", kind: "text", value: "pending" },
      { name: "charge.link", kind: "link", value: "https://pagar.pequenoprincipe.edu.br/b/88213" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Aceitamos PIX, boleto e cartão. A chave PIX é financeiro@pequenoprincipe.edu.br. Depois do vencimento há multa de 2% e juros de 1% ao mês. Secretaria: (11) 3322-4455, das 7h30 às 17h.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Oi, Cláudio! A mensalidade de março vence na terça, dia 10. O valor é R$ 1.234,56. Para pagar: https://pagar.pequenoprincipe.edu.br/b/88213",
      },
      {
        channel: "whatsapp",
        text: "Bom dia, Cláudio! Lembrete da Escola Pequeno Príncipe: faltam 3 dias para o vencimento da Mensalidade de março (10/03/2026). Se já pagou, desconsidere 🙏",
      },
      {
        channel: "sms",
        text: "Escola Pequeno Principe: mensalidade de marco, R$ 1.234,56, vence em 10/03. Boleto: https://pagar.pequenoprincipe.edu.br/b/88213",
      },
      {
        channel: "email",
        subject: "Mensalidade de março: vence em 10/03",
        text: "Prezado Cláudio,\n\nSegue o lembrete da mensalidade:\n\n- Valor: R$ 1.234,56 (mil duzentos e trinta e quatro reais e cinquenta e seis centavos)\n- Vencimento: terça-feira, 10 de março\n- Forma: PIX, boleto ou cartão\n\nChave PIX: financeiro@pequenoprincipe.edu.br\n\nAtenciosamente,\nEscola Pequeno Príncipe",
      },
      {
        channel: "whatsapp",
        text: "Cláudio, se preferir pagar por PIX, a chave é o e-mail financeiro@pequenoprincipe.edu.br. Qualquer dúvida, a secretaria atende no (11) 3322-4455 até as 17h.",
      },
      {
        channel: "whatsapp",
        text: "Oi Cláudio, tudo certo? Só um lembrete: na próxima terça vence a mensalidade. Após o vencimento há multa de 2% e juros de 1% ao mês, então vale pagar antes 😉 Precisa da 2ª via? É só pedir!",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Cláudio, a mensalidade de março, no valor de R$ 1.324,56, vence dia 10. Qualquer dúvida estamos aqui!",
        kind: "amount",
        words: "R$ 1.324,56",
        why: "The digits 2 and 3 swapped.",
      },
      {
        channel: "sms",
        text: "Escola Pequeno Principe: sua mensalidade de R$ 123,45 vence em 10/03. Pague em https://pagar.pequenoprincipe.edu.br/b/88213",
        kind: "amount",
        words: "R$ 123,45",
        why: "The charge is R$ 1.234,56.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Cláudio! Passando pra lembrar que a mensalidade de março vence amanhã. Quer que eu mande a 2ª via?",
        kind: "relative_day",
        words: "amanhã",
        why: "The charge falls due in three days.",
      },
      {
        channel: "whatsapp",
        text: "Cláudio, lembre que depois do vencimento a multa é de 10%. O vencimento é na terça, 10/03.",
        kind: "percent",
        words: "10%",
        why: "The fine is 2 %.",
      },
      {
        channel: "whatsapp",
        text: "Oi Cláudio! Para pagar por PIX use a chave financeiro@pequenoprincipe.com.br e nos avise, por favor.",
        kind: "email",
        words: "financeiro@pequenoprincipe.com.br",
        why: "The school's domain ends in edu.br.",
      },
      {
        channel: "whatsapp",
        text: "Cláudio, se precisar falar com a secretaria sobre o boleto, ligue para (11) 3322-4545, até as 17h.",
        kind: "phone",
        words: "(11) 3322-4545",
        why: "The office is at 3322-4455.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Cláudio! Pagando até terça, dia 10, você aproveita o desconto de pontualidade. Link: https://pagar.pequenoprincipe.edu.br/b/88213",
        kind: "discount",
        words: "desconto de pontualidade",
        why: "No discount is known.",
      },
    ],
  },
  {
    id: "pt-pix",
    language: "pt-BR",
    today: "2026-12-03",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Fabiana" },
      { name: "contact.name", kind: "name", value: "Fabiana Rocha" },
      { name: "account.name", kind: "name", value: "Contábil Rocha & Filhos" },
      { name: "charge.title", kind: "text", value: "Honorários de novembro" },
      { name: "charge.amount", kind: "amount", value: 1500, currency: "BRL" },
      { name: "charge.due_date", kind: "day", value: "2026-12-04" },
      { name: "charge.link", kind: "link", value: "https://cobra.rochaefilhos.com.br/x/55" },
      { name: "charge.status", kind: "text", value: "pending" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Chave PIX (CNPJ): 12.345.678/0001-90. O telefone do escritório é (31) 3222-1100. O recibo sai em 1 dia útil.",
      },
      { name: "instruction", kind: "text", value: "Lembre do vencimento e mande a chave PIX." },
    ],
    bannedWords: ["boleto premiado", "corra"],
    earlier: [
      "Oi, Fabiana! Lembrando que os honorários de novembro, no valor de R$ 1.500,00, vencem na sexta, dia 4 de dezembro. Qualquer dúvida, estamos à disposição.",
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Fabiana, bom dia! Os honorários de novembro (R$ 1.500) vencem amanhã, 4/12. Chave PIX: 12.345.678/0001-90 ✅",
      },
      {
        channel: "sms",
        text: "Contabil Rocha & Filhos: R$ 1.500,00 vence amanha (04/12). PIX CNPJ 12345678000190",
      },
      {
        channel: "whatsapp",
        text: "Oi Fabiana! Rapidinho: sexta é o vencimento dos mil e quinhentos reais de novembro. O link: https://cobra.rochaefilhos.com.br/x/55",
      },
      {
        channel: "email",
        subject: "Honorários de novembro/2026",
        text: "Prezada Fabiana,\n\nSegue lembrete:\n\nDescrição: Honorários de novembro\nValor: R$ 1.500,00\nVencimento: 04/12/2026 (sexta-feira)\nPIX: 12.345.678/0001-90\n\nO recibo sai em 1 dia útil.\n\nCONTÁBIL ROCHA & FILHOS\n(31) 3222-1100",
      },
      {
        channel: "whatsapp",
        text: "Se já fez o pagamento, Fabiana, me manda o comprovante por aqui? O recibo sai em um dia útil. Obrigada!",
      },
      {
        channel: "whatsapp",
        text: "Fabiana, qualquer dúvida ligue no 31 3222-1100. É referente a 11/2026, com vencimento em 4.12.2026.",
      },
      {
        channel: "whatsapp",
        text: "Amanhã vence a cobrança de novembro, Fabiana. Se precisar de 1ª via ou 2ª via é só responder esta mensagem 😉",
      },
      {
        channel: "whatsapp",
        text: "Oi! Tudo bem, Fabiana? 1,5 mil reais, para amanhã, referente a novembro. Posso confirmar com a contabilidade?",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Fabiana, a chave PIX é 12.345.678/0001-9O. O vencimento é amanhã.",
        kind: "obfuscated",
        words: "12.345.678/0001-9O",
        why: "The last digit became the letter O.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Fabiana! Segue a chave PIX: 12.345.678/0001-09. Vence amanhã, tá?",
        kind: "number",
        words: "12.345.678/0001-09",
        why: "The last digits are swapped.",
      },
      {
        channel: "whatsapp",
        text: "Fabiana, mande o comprovante para +55 31 98222-1100, por favor. Vence amanhã!",
        kind: "phone",
        words: "+55 31 98222-1100",
        why: "It is not the office's number.",
      },
      {
        channel: "whatsapp",
        text: "Hi Fabiana, tomorrow is the due date of your invoice, and we would be glad to receive your payment. Please let us know if you need anything else from us.",
        kind: "language",
        words: "tomorrow is the due date of your invoice",
        why: "She is written to in Portuguese.",
      },
      {
        channel: "whatsapp",
        text: "Corra, Fabiana! Os honorários de novembro vencem amanhã, 4/12.",
        kind: "banned_word",
        words: "Corra",
        why: "The account has banned the word.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Fabiana! Lembrando que os honorários de novembro, no valor de R$ 1.500,00, vencem na sexta, dia 4 de dezembro. Qualquer dúvida, estamos à disposição!",
        kind: "repeat",
        words: "Qualquer dúvida, estamos à disposição",
        why: "Nearly the same as before.",
      },
      {
        channel: "sms",
        text: "Prezada Fabiana, esperamos que esteja tudo bem com a senhora e com toda a sua família. Escrevemos para lembrar, com todo o carinho e respeito de sempre, que os honorários de novembro, no valor de R$ 1.500,00, vencem amanhã, sexta-feira, dia 4 de dezembro de 2026. Caso já tenha efetuado o pagamento, por gentileza desconsidere esta mensagem e aceite os nossos mais sinceros agradecimentos. Caso ainda não tenha efetuado o pagamento, pedimos a gentileza de realizar o pagamento pela chave PIX 12.345.678/0001-90 ou pelo link https://cobra.rochaefilhos.com.br/x/55",
        kind: "length",
        words: "Caso já tenha efetuado",
        why: "Four segments and more.",
      },
      {
        channel: "whatsapp",
        text: "Oi, Fabiana! Os honorários de {{ charge.amount }} vencem amanhã. Chave PIX: 12.345.678/0001-90",
        kind: "placeholder",
        words: "{{ charge.amount }}",
        why: "A variable was left unfilled.",
      },
      {
        channel: "whatsapp",
        text: "Fabiana, o PIX precisa cair amanhã até as 16h para não contar atraso, tudo bem?",
        kind: "time",
        words: "até as 16h",
        why: "No hour is known.",
      },
    ],
  },
];

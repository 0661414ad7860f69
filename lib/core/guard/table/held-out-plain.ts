import type { TableGroup } from "./types";

/** Everyday drafts in three languages, never looked at while working on the guard. */
export const HELD_OUT_PLAIN: readonly TableGroup[] = [
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
    id: "held-en-coach",
    language: "en",
    today: "2026-05-18",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Megan" },
      { name: "contact.name", kind: "name", value: "Megan Foster" },
      { name: "account.name", kind: "name", value: "Summit Coaching" },
      { name: "agent.name", kind: "name", value: "Claire Dubois" },
      { name: "deal.title", kind: "text", value: "Leadership program, 8 sessions" },
      { name: "deal.amount", kind: "amount", value: 1920, currency: "USD" },
      { name: "appointment.title", kind: "text", value: "Discovery call" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-05-20T10:15" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Sessions are 50 minutes on Zoom. Book at https://summitcoaching.co/book. Pay in 2 installments of $960. Claire has coached over 200 managers. The workbook is included.",
      },
      {
        name: "instruction",
        kind: "text",
        value: "Follow up on the program after the discovery call was booked.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hi Megan, Claire from Summit Coaching here. Just confirming our discovery call on Wednesday at 10:15 am. Looking forward to meeting you!",
      },
      {
        channel: "email",
        subject: "Looking forward to Wednesday",
        text: "Hi Megan,\n\nThank you for booking a discovery call. We'll meet on Wednesday, May 20th at 10:15 in the morning.\n\nIn the meantime, here's what the program looks like:\n\n- 8 sessions of 50 minutes each, on Zoom\n- Workbook included\n- $1,920 in total, or 2 installments of $960\n\nIf you have any questions, just hit reply.\n\nWarmly,\nClaire",
      },
      {
        channel: "whatsapp",
        text: "Hey Megan! Hope your week is off to a great start. Is there anything specific you'd like to cover when we talk?",
      },
      {
        channel: "whatsapp",
        text: "Megan, quick reminder: we talk the day after tomorrow at a quarter past ten. You can change the time at https://summitcoaching.co/book if you need to.",
      },
      {
        channel: "sms",
        text: "Hi Megan, reminder: discovery call Wed 5/20, 10:15 AM. Need to move it? summitcoaching.co/book",
      },
      {
        channel: "whatsapp",
        text: "Totally understand if now isn't the right time, Megan. Would you rather I check in later on? No hard feelings either way.",
      },
      {
        channel: "whatsapp",
        text: "Good question to ask yourself before Wednesday, Megan: what would make this a great year for you and your team? We'll start from there.",
      },
      {
        channel: "whatsapp",
        text: "Megan, since you asked: sessions are 50 minutes, everything happens on Zoom, and the workbook is included. Anything else I can help with?",
      },
      {
        channel: "whatsapp",
        text: "Hi Megan! Claire has coached over 200 managers, so you're in good hands. See you Wednesday!",
      },
      {
        channel: "email",
        subject: "The Leadership program",
        text: "Dear Megan,\n\nIt was lovely to hear from you. As promised, the details of the Leadership program: eight sessions, nineteen hundred and twenty dollars, payable in two installments.\n\nWhenever you're ready, let me know and I'll get you started.\n\nAll the best,\nClaire Dubois\nSummit Coaching",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hi Megan, the Leadership program is $1,290 for 8 sessions. Shall we talk on Wednesday?",
        kind: "amount",
        words: "$1,290",
        why: "The digits 9 and 2 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Megan, sessions are 60 minutes on Zoom, and the workbook is included. See you Wednesday!",
        kind: "number",
        words: "60 minutes",
        why: "Sessions are 50 minutes.",
      },
      {
        channel: "whatsapp",
        text: "Hi Megan, just confirming our discovery call on Thursday at 10:15 am. Talk soon!",
        kind: "weekday",
        words: "Thursday",
        why: "The call is on Wednesday.",
      },
      {
        channel: "whatsapp",
        text: "Megan, the program also includes our Executive Retreat. Shall we go over it on Wednesday?",
        kind: "product",
        words: "Executive Retreat",
        why: "No such offer is known.",
      },
      {
        channel: "whatsapp",
        text: "Hi Megan, sign up this week and your first session is free!",
        kind: "promise",
        words: "first session is free",
        why: "Nobody offered it.",
      },
      {
        channel: "whatsapp",
        text: "Megan, need another time? Pick one at https://summit-coaching.co/book",
        kind: "link",
        words: "https://summit-coaching.co/book",
        why: "The domain has no hyphen.",
      },
    ],
  },
  {
    id: "held-es-gestor",
    language: "es",
    today: "2026-05-18",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Álvaro" },
      { name: "contact.name", kind: "name", value: "Álvaro Quintana" },
      { name: "account.name", kind: "name", value: "Asesoría Montes" },
      { name: "agent.name", kind: "name", value: "Irene" },
      { name: "charge.title", kind: "text", value: "Declaración de la renta 2025" },
      { name: "charge.amount", kind: "amount", value: 96.8, currency: "EUR" },
      { name: "charge.due_date", kind: "day", value: "2026-05-25" },
      { name: "charge.link", kind: "link", value: "https://asesoriamontes.es/pago/r25" },
      { name: "appointment.title", kind: "text", value: "Cita para la renta" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-05-22T12:45" },
      { name: "appointment.location", kind: "text", value: "Calle del Pez 8, bajo" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Traiga el DNI y el certificado de retenciones. El plazo de la renta termina el 30 de junio. Atendemos de lunes a viernes de 9 a 14 h. Teléfono: 983 30 20 10.",
      },
      { name: "instruction", kind: "text", value: "Recuerda la cita y el pago." },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hola, Álvaro, ¿qué tal? Soy Irene, de Asesoría Montes. Te recuerdo que tenemos cita el viernes a las 12:45 para preparar tu declaración de la renta.",
      },
      {
        channel: "whatsapp",
        text: "Buenos días, Álvaro. Para la cita del viernes 22 trae, por favor, el DNI y el certificado de retenciones. ¡Muchas gracias!",
      },
      {
        channel: "email",
        subject: "Tu cita del viernes",
        text: "Hola, Álvaro:\n\nTe confirmo la cita del viernes, 22 de mayo, a la una menos cuarto, en la Calle del Pez 8, bajo.\n\nDocumentación:\n· DNI\n· Certificado de retenciones\n\nEl importe es de 96,80 € y puedes pagarlo hasta el lunes 25 en https://asesoriamontes.es/pago/r25\n\nUn saludo,\nIrene",
      },
      {
        channel: "whatsapp",
        text: "Álvaro, no te preocupes si aún no tienes todos los papeles: el plazo termina el 30 de junio, así que vamos con tiempo.",
      },
      {
        channel: "sms",
        text: "Asesoria Montes: cita el vie 22/05 a las 12:45. Traiga DNI y certificado de retenciones. Tel. 983 30 20 10",
      },
      {
        channel: "whatsapp",
        text: "Hola de nuevo, Álvaro. ¿Pudiste ver mi mensaje? Si te viene mejor otra hora, me dices y lo miramos.",
      },
      {
        channel: "whatsapp",
        text: "Álvaro, si prefieres llamarnos, estamos de lunes a viernes de 9 a 14 h en el 983 30 20 10. ¡Que tengas buen día!",
      },
      {
        channel: "whatsapp",
        text: "Te escribo por la factura de la renta, Álvaro: son noventa y seis euros con ochenta céntimos, y vence dentro de una semana. El enlace: https://asesoriamontes.es/pago/r25",
      },
      {
        channel: "whatsapp",
        text: "Nos vemos el viernes, Álvaro. La oficina está en la Calle del Pez, en el bajo. Cualquier cosa, aquí estamos. Irene",
      },
      {
        channel: "whatsapp",
        text: "¡Gracias por confiar en nosotros un año más, Álvaro! Si te parece, el viernes lo dejamos todo listo.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Hola, Álvaro: te recuerdo la cita del viernes 22 a las 13:45. ¿Te viene bien?",
        kind: "time",
        words: "13:45",
        why: "The appointment is at 12:45.",
      },
      {
        channel: "whatsapp",
        text: "Álvaro, tranquilo: el plazo de la renta termina el 30 de julio. Nos vemos el viernes.",
        kind: "date",
        words: "30 de julio",
        why: "The period ends on 30 June.",
      },
      {
        channel: "whatsapp",
        text: "Álvaro, el importe de la renta es de 98,60 € y vence el lunes 25.",
        kind: "amount",
        words: "98,60 €",
        why: "The digits 6 and 8 swapped.",
      },
      {
        channel: "whatsapp",
        text: "Cualquier duda, Álvaro, llámanos al 983 30 20 01, de 9 a 14 h.",
        kind: "phone",
        words: "983 30 20 01",
        why: "The number ends in 10.",
      },
      {
        channel: "whatsapp",
        text: "Álvaro, con lo que vimos seguro que te devolverán dinero. ¡Nos vemos el viernes!",
        kind: "promise",
        words: "te devolverán",
        why: "Nobody knows what comes back.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Álvaro: nos vemos mañana a las 12:45. No olvides el DNI.",
        kind: "relative_day",
        words: "mañana",
        why: "The appointment is on Friday, in four days.",
      },
    ],
  },
];

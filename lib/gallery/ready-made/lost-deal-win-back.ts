import { HI, SIGNED } from "../phrases";
import type { ReadyMade } from "../schema";

export const lostDealWinBack: ReadyMade = {
  id: "lost-deal-win-back",
  purpose: "sales",
  // About the person: a deal that is won back is often a new one.
  target: "contact",
  hours: "weekdays",
  goal: { event: "deal.won" },
  triggers: [{ event: "deal.lost", match: "all", conditions: [] }],
  reenrollment: { rule: "after_days", days: 180 },
  words: {
    en: {
      name: "Lost-deal win-back",
      about:
        "Comes back after two months, when the other choice has met daily life. It asks how things went before it offers anything, and takes a no for a no.",
      when: "A deal was lost, to somebody else or to no decision at all.",
    },
    "pt-BR": {
      name: "Reconquista de negócio perdido",
      about:
        "Volta depois de dois meses, quando a outra escolha já encontrou o dia a dia. Pergunta como foi antes de oferecer qualquer coisa e aceita um não como um não.",
      when: "O negócio foi perdido, para outra empresa ou por falta de decisão.",
    },
    es: {
      name: "Recuperar un negocio perdido",
      about:
        "Vuelve a los dos meses, cuando la otra opción ya conoció el día a día. Pregunta cómo le fue antes de ofrecer nada y acepta un no como un no.",
      when: "Se perdió el negocio, con otra empresa o por falta de decisión.",
    },
  },
  steps: [
    {
      wait: { amount: 60, unit: "days", at: "10:00" },
      channel: "email",
      texts: {
        en: {
          subject: "How did it turn out?",
          text: `${HI.en},\n\nTwo months ago you decided on another way, and I hope it is going well. I’m curious: did it turn out as you expected, or is something still missing?\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Como ficou por aí?",
          text: `${HI["pt-BR"]}!\n\nHá dois meses você escolheu outro caminho, e torço para que esteja indo bem. Bateu a curiosidade: saiu como você esperava ou ainda falta alguma coisa?\n\nUm abraço,\n${SIGNED}`,
        },
        es: {
          subject: "¿Cómo le fue al final?",
          text: `${HI.es}:\n\nHace dos meses usted eligió otro camino y espero que le esté yendo bien. Me queda la curiosidad: ¿resultó como esperaba o todavía falta algo?\n\nSaludos,\n${SIGNED}`,
        },
      },
    },
    {
      wait: { amount: 20, unit: "days", at: "11:00" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "What has changed here since",
          text: "A few things have changed on our side since we last spoke, some of them because of what you told us. Shall I send you the three that matter for you?",
        },
        "pt-BR": {
          subject: "O que mudou por aqui",
          text: "Desde a nossa última conversa mudamos algumas coisas por aqui, parte delas por causa do que você nos disse. Quer que eu mande as três que mais importam para você?",
        },
        es: {
          subject: "Qué ha cambiado por aquí",
          text: "Desde que hablamos han cambiado varias cosas de nuestro lado, algunas gracias a lo que usted nos comentó. ¿Le mando las tres que más le importan?",
        },
      },
    },
    {
      wait: { amount: 30, unit: "days", at: "10:00" },
      channel: "email",
      texts: {
        en: {
          subject: "The door stays open",
          text: `${HI.en},\n\nThis is the last time I write about it. If your plans change, answer this email: I know your case and we needn’t start from zero. Until then, I wish you good business.\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "A porta continua aberta",
          text: `${HI["pt-BR"]}!\n\nEsta é a última vez que escrevo sobre isso. Se os planos mudarem, responda este e-mail: eu conheço o seu caso e não começamos do zero. Até lá, bons negócios!\n\n${SIGNED}`,
        },
        es: {
          subject: "La puerta queda abierta",
          text: `${HI.es}:\n\nEs la última vez que le escribo sobre esto. Si sus planes cambian, responda este correo: conozco su caso y no tendríamos que empezar de cero. Mientras tanto, le deseo muy buenos negocios.\n\n${SIGNED}`,
        },
      },
    },
  ],
};

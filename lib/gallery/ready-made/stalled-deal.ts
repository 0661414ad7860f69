import { HI, SIGNED } from "../phrases";
import type { ReadyMade } from "../schema";

const IT = {
  en: '{{ deal.title | default: "our project" }}',
  "pt-BR": '{{ deal.title | default: "nosso projeto" }}',
  es: '{{ deal.title | default: "nuestro proyecto" }}',
};

export const stalledDeal: ReadyMade = {
  id: "stalled-deal",
  purpose: "sales",
  target: "deal",
  hours: "weekdays",
  goal: { event: "deal.won" },
  reenrollment: { rule: "after_days", days: 30 },
  words: {
    en: {
      name: "Stalled deal",
      about:
        "Finds out what a deal is waiting for. Each message makes a different answer easy: what is in the way, a smaller first step, whom else to include, and a plain “not now”.",
      when: "A deal has been open for a while and nothing has moved for a week or more.",
    },
    "pt-BR": {
      name: "Negócio parado",
      about:
        "Descobre o que está travando o negócio. Cada mensagem facilita uma resposta diferente: o que está no caminho, um primeiro passo menor, quem mais incluir e um simples “agora não”.",
      when: "O negócio está aberto há um tempo e nada andou há uma semana ou mais.",
    },
    es: {
      name: "Negocio estancado",
      about:
        "Averigua qué está frenando el negocio. Cada mensaje facilita una respuesta distinta: qué estorba, un primer paso más pequeño, a quién más incluir y un simple “ahora no”.",
      when: "El negocio lleva un tiempo abierto y nada se ha movido en una semana o más.",
    },
  },
  steps: [
    {
      wait: { amount: 1, unit: "business_days", at: "10:00" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Where do we stand?",
          text: `${HI.en}, where does ${IT.en} stand on your side? If something is holding it up, tell me what; maybe I can take it off your desk.`,
        },
        "pt-BR": {
          subject: "Em que pé estamos?",
          text: `${HI["pt-BR"]}! Em que pé está aí do seu lado: ${IT["pt-BR"]}? Se alguma coisa está travando, me conte; talvez eu consiga resolver daqui.`,
        },
        es: {
          subject: "¿En qué quedamos?",
          text: `${HI.es}. ¿Cómo va por su lado: ${IT.es}? Si algo lo está frenando, cuénteme; tal vez pueda resolverlo yo.`,
        },
      },
    },
    {
      wait: { amount: 4, unit: "business_days", at: "11:00" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "A smaller first step",
          text: "If the whole thing feels big right now, we can start with the part that brings you the most and leave the rest for later. Shall I sketch what that would be?",
        },
        "pt-BR": {
          subject: "Um primeiro passo menor",
          text: "Se o projeto inteiro parece grande agora, podemos começar pela parte que mais traz resultado e deixar o resto para depois. Quer que eu desenhe como ficaria?",
        },
        es: {
          subject: "Un primer paso más pequeño",
          text: "Si todo junto parece mucho por ahora, podemos empezar por la parte que más le aporta y dejar el resto para después. ¿Le preparo cómo quedaría?",
        },
      },
    },
    {
      wait: { amount: 5, unit: "business_days", at: "10:00" },
      channel: "email",
      texts: {
        en: {
          subject: "Who else should be in the loop?",
          text: `${HI.en},\n\nDecisions like this rarely hang on one person. Is there somebody on your side, in finance or in the team, whose questions I should answer directly? Give me a name and I’ll write something you can simply pass on.\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Quem mais deveria participar?",
          text: `${HI["pt-BR"]}!\n\nDecisões assim quase nunca dependem de uma pessoa só. Tem alguém aí, no financeiro ou na equipe, com dúvidas que eu poderia responder? Me diga quem é que eu preparo algo pronto para você encaminhar.\n\nUm abraço,\n${SIGNED}`,
        },
        es: {
          subject: "¿A quién más incluimos?",
          text: `${HI.es}:\n\nUna decisión así rara vez depende de una sola persona. ¿Hay alguien de su equipo o de finanzas con dudas que yo pueda responder? Dígame quién y le preparo algo listo para reenviar.\n\nSaludos,\n${SIGNED}`,
        },
      },
    },
    {
      wait: { amount: 7, unit: "business_days", at: "10:00" },
      channel: "email",
      texts: {
        en: {
          subject: "“Not now” is fine",
          text: `${HI.en},\n\n“Not now” is a perfectly good answer, and it helps us both. I’ll put ${IT.en} to rest and won’t chase you. If the moment comes, one line from you is enough to wake it up.\n\nAll the best,\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "“Agora não” também é resposta",
          text: `${HI["pt-BR"]}!\n\n“Agora não” é uma ótima resposta e ajuda os dois lados. Vou deixar isto guardado (${IT["pt-BR"]}) e não vou ficar cobrando. Quando chegar a hora, uma linha sua basta para retomar.\n\nTudo de bom,\n${SIGNED}`,
        },
        es: {
          subject: "“Ahora no” también es respuesta",
          text: `${HI.es}:\n\n“Ahora no” es una muy buena respuesta y nos ayuda a los dos. Dejo esto en pausa (${IT.es}) y no voy a insistir. Cuando llegue el momento, basta una línea suya para retomarlo.\n\nQue le vaya muy bien,\n${SIGNED}`,
        },
      },
    },
  ],
};

import { HI, SIGNED } from "../phrases";
import type { ReadyMade } from "../schema";

export const onboarding: ReadyMade = {
  id: "onboarding",
  purpose: "customers",
  target: "contact",
  hours: "weekdays",
  reenrollment: { rule: "never", days: 7 },
  goal: { event: "onboarding.completed" },
  words: {
    en: {
      name: "Customer onboarding",
      about:
        "Walks a new customer through the first two weeks: a person to turn to, one first step, a check on how it is going, and an ear for what could be better. One thing at a time.",
      when: "Somebody has just become a customer.",
    },
    "pt-BR": {
      name: "Primeiros passos do cliente",
      about:
        "Acompanha o cliente novo nas duas primeiras semanas: uma pessoa para chamar, um primeiro passo, uma pergunta sobre como está indo e um ouvido para o que pode melhorar. Uma coisa de cada vez.",
      when: "A pessoa acabou de virar cliente.",
    },
    es: {
      name: "Primeros pasos del cliente",
      about:
        "Acompaña al cliente nuevo en sus dos primeras semanas: una persona a quien acudir, un primer paso, una pregunta sobre cómo va y un oído para lo que se puede mejorar. Una cosa a la vez.",
      when: "La persona acaba de convertirse en cliente.",
    },
  },
  steps: [
    {
      wait: { amount: 10, unit: "minutes" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Welcome aboard",
          text: `${HI.en}, welcome! I’m ${SIGNED}, and I’m your person here for the first weeks. What is the first thing you’d like to get done?`,
        },
        "pt-BR": {
          subject: "Que bom ter você aqui",
          text: `${HI["pt-BR"]}! Que bom ter você com a gente. Aqui é ${SIGNED}, e nestas primeiras semanas pode contar comigo. Qual é a primeira coisa que você quer resolver?`,
        },
        es: {
          subject: "Qué gusto tenerle aquí",
          text: `${HI.es}. ¡Le damos la bienvenida! Soy ${SIGNED} y en estas primeras semanas puede contar conmigo. ¿Qué es lo primero que quiere resolver?`,
        },
      },
    },
    {
      wait: { amount: 2, unit: "business_days", at: "10:00" },
      channel: "email",
      texts: {
        en: {
          subject: "One first step, fifteen minutes",
          text: `${HI.en},\n\nMost people who are happy with us after a month did one thing in the first week: they set it up once with one of us. It takes fifteen minutes, and you ask whatever you like.\n\nWhich day suits you? Answer with a time and I’ll send the invitation.\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Um primeiro passo de quinze minutos",
          text: `${HI["pt-BR"]}!\n\nQuem está feliz com a gente depois de um mês costuma ter feito uma coisa na primeira semana: configurou tudo uma vez junto com alguém da equipe. Leva quinze minutos, e você pergunta o que quiser.\n\nQue dia é bom para você? Responda com um horário que eu mando o convite.\n\nUm abraço,\n${SIGNED}`,
        },
        es: {
          subject: "Un primer paso de quince minutos",
          text: `${HI.es}:\n\nQuienes están contentos con nosotros después de un mes suelen haber hecho una cosa en la primera semana: configurarlo todo una vez junto a alguien del equipo. Toma quince minutos y usted pregunta lo que quiera.\n\n¿Qué día le queda bien? Responda con una hora y le envío la invitación.\n\nSaludos,\n${SIGNED}`,
        },
      },
    },
    {
      wait: { amount: 3, unit: "business_days", at: "11:00" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "How is it going so far?",
          text: "First week done! On a scale from “easy” to “I gave up”, how is it going? If you’re stuck somewhere, send me a picture of it and I’ll help.",
        },
        "pt-BR": {
          subject: "Como está indo até aqui?",
          text: "Primeira semana feita! De “tranquilo” a “desisti”, como está indo? Se travou em algum ponto, me mande uma foto da tela que eu ajudo.",
        },
        es: {
          subject: "¿Cómo va hasta ahora?",
          text: "¡Primera semana lista! De “fácil” a “me rendí”, ¿cómo le va? Si se atoró en algún punto, mándeme una foto de la pantalla y le ayudo.",
        },
      },
    },
    {
      wait: { amount: 5, unit: "business_days", at: "10:00" },
      channel: "email",
      texts: {
        en: {
          subject: "What would you change?",
          text: `${HI.en},\n\nTwo weeks in, you see what we no longer notice. If you could change one thing, what would it be?\n\nAfter this I’ll stop writing on a schedule. I’m still here: this address reaches me whenever you need something.\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "O que você mudaria?",
          text: `${HI["pt-BR"]}!\n\nDepois de duas semanas, você enxerga o que a gente já não percebe. Se pudesse mudar uma coisa, qual seria?\n\nDepois desta, paro com as mensagens programadas. Mas continuo por aqui: é só escrever quando precisar.\n\nUm abraço,\n${SIGNED}`,
        },
        es: {
          subject: "¿Qué cambiaría usted?",
          text: `${HI.es}:\n\nDespués de dos semanas, usted ve lo que nosotros ya no notamos. Si pudiera cambiar una cosa, ¿cuál sería?\n\nDespués de este mensaje dejo de escribirle por calendario. Pero sigo aquí: escríbame cuando lo necesite.\n\nSaludos,\n${SIGNED}`,
        },
      },
    },
  ],
};

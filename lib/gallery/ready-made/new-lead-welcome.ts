import { HI, SIGNED } from "../phrases";
import type { ReadyMade } from "../schema";

export const newLeadWelcome: ReadyMade = {
  id: "new-lead-welcome",
  purpose: "sales",
  target: "contact",
  hours: "account",
  reenrollment: { rule: "never", days: 7 },
  words: {
    en: {
      name: "New-lead welcome",
      about:
        "Says hello within minutes, because the first to answer usually gets the talk. Then one easy question, one offer of a short call, and no more.",
      when: "Somebody left their details on your site, in an ad or at your stand.",
    },
    "pt-BR": {
      name: "Boas-vindas a novo lead",
      about:
        "Dá um oi em poucos minutos, porque quem responde primeiro costuma levar a conversa. Depois uma pergunta fácil, a oferta de uma ligação curta, e só.",
      when: "Alguém deixou o contato no seu site, em um anúncio ou no seu estande.",
    },
    es: {
      name: "Bienvenida a un nuevo contacto",
      about:
        "Saluda en pocos minutos, porque quien responde primero suele quedarse con la conversación. Después una pregunta fácil, la oferta de una llamada corta y nada más.",
      when: "Alguien dejó sus datos en tu sitio, en un anuncio o en tu stand.",
    },
  },
  steps: [
    {
      wait: { amount: 2, unit: "minutes" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Thanks for getting in touch",
          text: `${HI.en}, this is ${SIGNED}${atCompany(" from ")}. Thanks for getting in touch! What were you hoping we could help with?`,
        },
        "pt-BR": {
          subject: "Obrigado pelo seu contato",
          text: `${HI["pt-BR"]}! Aqui é ${SIGNED}${atCompany(", da equipe ")}. Recebemos o seu contato, que bom falar com você! O que você está procurando?`,
        },
        es: {
          subject: "Gracias por escribirnos",
          text: `${HI.es}. Le escribe ${SIGNED}${atCompany(", del equipo ")}. Recibimos sus datos, ¡gracias por el interés! ¿Qué está buscando?`,
        },
      },
    },
    {
      wait: { amount: 1, unit: "days", at: "10:00" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "One word is enough",
          text: "To save you a long form: is it more about price, about how it works, or about timing? One word is enough, and I’ll send you just that.",
        },
        "pt-BR": {
          subject: "Uma palavra já basta",
          text: "Para você não ter que preencher nada: a sua dúvida é mais sobre preço, sobre como funciona ou sobre prazo? Com uma palavra eu já mando o que interessa.",
        },
        es: {
          subject: "Con una palabra basta",
          text: "Para no pedirle que llene nada: ¿su duda es más sobre el precio, sobre cómo funciona o sobre los plazos? Con una palabra le mando justo lo que necesita.",
        },
      },
    },
    {
      wait: { amount: 3, unit: "days", at: "11:00" },
      channel: "email",
      texts: {
        en: {
          subject: "Ten minutes, if you like",
          text: `${HI.en},\n\nIf talking is easier, I’m happy to take ten minutes: you ask, I answer, and you’ll know whether we fit. Answer with a day and a time and I’ll call you then. And if it’s not a topic any more, no answer needed; this was my last message.\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Dez minutinhos, se você quiser",
          text: `${HI["pt-BR"]}!\n\nSe for mais fácil conversar, separo dez minutos: você pergunta, eu respondo, e você já sai sabendo se faz sentido. Responda com um dia e um horário que eu ligo. E se o assunto já passou, nem precisa responder: esta foi a minha última mensagem.\n\nUm abraço,\n${SIGNED}`,
        },
        es: {
          subject: "Diez minutos, si le parece",
          text: `${HI.es}:\n\nSi le resulta más fácil hablar, le dedico diez minutos con gusto: usted pregunta, yo respondo, y así sabe si le conviene. Responda con un día y una hora y le llamo. Y si ya no le interesa, no hace falta que conteste: este fue mi último mensaje.\n\nSaludos,\n${SIGNED}`,
        },
      },
    },
  ],
};

/** The company after a person's name, but not after its own. */
function atCompany(before: string): string {
  return `{% if agent.name %}${before}{{ account.name }}{% endif %}`;
}

import type { Wait } from "@/lib/core/model";
import { HI, SIGNED } from "../phrases";
import type { ReadyMade } from "../schema";

const days = (amount: number, side: "before" | "after"): Wait => ({
  amount,
  unit: "days",
  at: "10:00",
  relative: { side, ifPassed: "skip" },
});

const IT = {
  en: '{{ deal.title | default: "your contract" }}',
  "pt-BR": '{{ deal.title | default: "seu contrato" }}',
  es: '{{ deal.title | default: "su contrato" }}',
};

export const renewal: ReadyMade = {
  id: "renewal",
  purpose: "customers",
  target: "deal",
  hours: "weekdays",
  goal: { event: "deal.won" },
  reenrollment: { rule: "after_end", days: 7 },
  words: {
    en: {
      name: "Contract renewal",
      about:
        "Begins a month ahead, when there is still time to talk: what has changed, a proposal ten days before, a simple yes or no three days before, and a kind word after the date.",
      when: "A renewal stands as a deal whose expected close is the day the contract ends.",
    },
    "pt-BR": {
      name: "Renovação de contrato",
      about:
        "Começa um mês antes, quando ainda dá tempo de conversar: o que mudou, uma proposta dez dias antes, um simples sim ou não três dias antes e uma palavra gentil depois da data.",
      when: "A renovação é um negócio cujo fechamento previsto é o fim do contrato.",
    },
    es: {
      name: "Renovación de contrato",
      about:
        "Empieza un mes antes, cuando todavía hay tiempo de hablar: qué ha cambiado, una propuesta diez días antes, un simple sí o no tres días antes y unas palabras amables después de la fecha.",
      when: "La renovación es un negocio cuyo cierre previsto es el día en que termina el contrato.",
    },
  },
  steps: [
    {
      wait: days(30, "before"),
      channel: "email",
      texts: {
        en: {
          subject: "Before we renew: what has changed?",
          text: `${HI.en},\n\nIn a month it’s time to renew: ${IT.en}. Before I prepare anything: what has changed for you over the year? More people, other priorities, something you never used? I’d like the next term to fit.\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Antes de renovar: o que mudou?",
          text: `${HI["pt-BR"]}!\n\nDaqui a um mês chega a hora de renovar: ${IT["pt-BR"]}. Antes de preparar qualquer coisa: o que mudou por aí neste ano? Mais gente, outras prioridades, algo que nunca foi usado? Quero que o próximo período faça sentido para você.\n\nUm abraço,\n${SIGNED}`,
        },
        es: {
          subject: "Antes de renovar: ¿qué ha cambiado?",
          text: `${HI.es}:\n\nEn un mes toca renovar: ${IT.es}. Antes de preparar nada: ¿qué ha cambiado para usted este año? ¿Más personas, otras prioridades, algo que nunca usó? Quiero que el próximo período le quede a la medida.\n\nSaludos,\n${SIGNED}`,
        },
      },
    },
    {
      wait: days(10, "before"),
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Same again, or adjusted?",
          text: `${HI.en}, ten days to go until the renewal. Shall I prepare it as it is, or do you want to adjust something first?`,
        },
        "pt-BR": {
          subject: "Igual ou com ajustes?",
          text: `${HI["pt-BR"]}! Faltam dez dias para a renovação. Preparo igual a hoje ou você quer ajustar alguma coisa antes?`,
        },
        es: {
          subject: "¿Igual o con ajustes?",
          text: `${HI.es}. Faltan diez días para la renovación. ¿La preparo igual que ahora o quiere ajustar algo antes?`,
        },
      },
    },
    {
      wait: days(3, "before"),
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Three days left, one word needed",
          text: "Everything is ready so that nothing is interrupted in three days. A “yes” from you is all I need. And if it’s a no, tell me that just as freely, so I can close it properly.",
        },
        "pt-BR": {
          subject: "Faltam três dias e uma palavra sua",
          text: "Está tudo pronto para que nada pare daqui a três dias. Só falta o seu “sim”. E se for um não, pode dizer à vontade, que eu encerro tudo direitinho.",
        },
        es: {
          subject: "Faltan tres días y una palabra suya",
          text: "Está todo listo para que nada se interrumpa en tres días. Solo falta su “sí”. Y si es un no, dígamelo con toda confianza, para cerrarlo bien.",
        },
      },
    },
    {
      wait: days(2, "after"),
      channel: "email",
      texts: {
        en: {
          subject: "Thank you for the time together",
          text: `${HI.en},\n\nThe term has ended and I haven’t heard from you, so I won’t write again. Thank you for the time together. If it simply got lost in a busy week, answer “renew” and I’ll pick it up the same day.\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Obrigado pelo tempo juntos",
          text: `${HI["pt-BR"]}!\n\nO período terminou e não tive notícias suas, então não vou mais escrever. Obrigado pelo tempo juntos. Se foi só a correria da semana, responda “renovar” que eu cuido disso no mesmo dia.\n\nUm abraço,\n${SIGNED}`,
        },
        es: {
          subject: "Gracias por este tiempo juntos",
          text: `${HI.es}:\n\nEl período terminó y no tuve noticias suyas, así que no le escribiré más. Gracias por este tiempo juntos. Si fue solo una semana complicada, responda “renovar” y lo retomo el mismo día.\n\nSaludos,\n${SIGNED}`,
        },
      },
    },
  ],
};

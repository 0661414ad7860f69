import { HI, SIGNED } from "../phrases";
import type { ReadyMade } from "../schema";

export const abandonedCart: ReadyMade = {
  id: "abandoned-cart",
  purpose: "sales",
  target: "contact",
  hours: "account",
  goal: { event: "order.placed" },
  triggers: [{ event: "custom", name: "cart.abandoned", match: "all", conditions: [] }],
  reenrollment: { rule: "after_days", days: 14 },
  words: {
    en: {
      name: "Abandoned cart",
      about:
        "Asks what got in the way instead of pushing a discount: something did not work, a question about delivery, or simply a phone that rang. Three messages in four days.",
      when: "Your shop reports the event cart.abandoned; the order itself is order.placed and ends it.",
    },
    "pt-BR": {
      name: "Carrinho abandonado",
      about:
        "Pergunta o que atrapalhou em vez de empurrar desconto: algo não funcionou, ficou uma dúvida sobre a entrega ou o telefone tocou. Três mensagens em quatro dias.",
      when: "A sua loja avisa com o evento cart.abandoned; o pedido é order.placed e encerra tudo.",
    },
    es: {
      name: "Carrito abandonado",
      about:
        "Pregunta qué pasó en lugar de ofrecer descuentos: algo no funcionó, quedó una duda sobre el envío o simplemente sonó el teléfono. Tres mensajes en cuatro días.",
      when: "Tu tienda avisa con el evento cart.abandoned; el pedido es order.placed y lo termina.",
    },
  },
  steps: [
    {
      wait: { amount: 1, unit: "hours" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Did something not work?",
          text: `${HI.en}, you were choosing something in our shop and it stayed in the cart. Did something not work, or may I help with a question?`,
        },
        "pt-BR": {
          subject: "Deu algum problema na compra?",
          text: `${HI["pt-BR"]}! Vi que os produtos que você escolheu ficaram no carrinho. Deu algum problema ou ficou alguma dúvida em que eu possa ajudar?`,
        },
        es: {
          subject: "¿Algo no funcionó?",
          text: `${HI.es}. Vimos que lo que eligió se quedó en el carrito. ¿Algo no funcionó o le ayudo con alguna duda?`,
        },
      },
    },
    {
      wait: { amount: 1, unit: "days", at: "18:30" },
      channel: "automatic",
      windowClosed: "other_channel",
      texts: {
        en: {
          subject: "Delivery, sizes, returns: just ask",
          text: "What people ask us most before ordering is how long delivery takes and what happens if it doesn’t fit. Ask me anything, I’ll answer personally. What would you like to know?",
        },
        "pt-BR": {
          subject: "Entrega, tamanho, troca: pode perguntar",
          text: "Antes de comprar, o que mais nos perguntam é o prazo de entrega e como funciona a troca. Pode perguntar, respondo pessoalmente. O que você quer saber?",
        },
        es: {
          subject: "Envío, tallas, cambios: pregunte",
          text: "Antes de comprar, lo que más nos preguntan es cuánto tarda el envío y cómo funcionan los cambios. Pregúnteme lo que quiera, le respondo en persona. ¿Qué le gustaría saber?",
        },
      },
    },
    {
      wait: { amount: 3, unit: "days", at: "10:00" },
      channel: "email",
      texts: {
        en: {
          subject: "Your cart is still there",
          text: `${HI.en},\n\nYour cart is still saved, in case you want to come back to it. If it isn’t for you after all, that’s fine too, and you won’t hear from us about it again. One line on why would help us a lot: what was missing?\n\n${SIGNED}`,
        },
        "pt-BR": {
          subject: "Seu carrinho continua guardado",
          text: `${HI["pt-BR"]}!\n\nSeu carrinho continua guardado, caso queira voltar. Se não era bem o que você procurava, tudo certo: não vamos mais escrever sobre isso. Só uma linha já nos ajudaria muito: o que faltou?\n\nUm abraço,\n${SIGNED}`,
        },
        es: {
          subject: "Su carrito sigue guardado",
          text: `${HI.es}:\n\nSu carrito sigue guardado, por si quiere volver. Si al final no era lo que buscaba, no pasa nada: no le escribiremos más sobre esto. Una sola línea nos ayudaría mucho: ¿qué faltó?\n\nSaludos,\n${SIGNED}`,
        },
      },
    },
  ],
};

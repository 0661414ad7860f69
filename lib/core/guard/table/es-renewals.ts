import type { TableGroup } from "./types";

/** Spanish: renewals and carts left behind. */
export const ES_RENEWALS: readonly TableGroup[] = [
  {
    id: "es-renewal",
    language: "es",
    today: "2026-11-16",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Sofía" },
      { name: "contact.name", kind: "name", value: "Sofía Duarte" },
      { name: "account.name", kind: "name", value: "Seguros Alianza" },
      { name: "agent.name", kind: "name", value: "Octavio" },
      { name: "contact.policy", kind: "text", value: "Póliza 77-1029384" },
      { name: "contact.policy_ends", kind: "day", value: "2026-11-30" },
      { name: "deal.title", kind: "text", value: "Renovación del seguro de auto" },
      { name: "deal.amount", kind: "amount", value: 2180, currency: "USD" },
      { name: "contact.bonus", kind: "percent", value: 15 },
      {
        name: "knowledge",
        kind: "text",
        value:
          "La bonificación del 15 % ya está incluida. Se puede pagar en hasta 6 cuotas sin interés. Asistencia 24/7 en el 800-2020. La prima no es reembolsable.",
      },
    ],
    earlier: [
      "Hola, Sofía: tu póliza vence el 30 de noviembre. La renovación queda en US$ 2.180, con la bonificación del 15 % incluida. ¿La renovamos?",
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Sofía, tu Póliza 77-1029384 termina a fin de mes. ¿El auto sigue siendo el mismo? Así la emito enseguida.",
      },
      {
        channel: "email",
        subject: "Renovación del seguro de auto",
        text: "Estimada Sofía:\n\nSu póliza n.º 77-1029384 termina el lunes 30 de noviembre.\n\nLa renovación queda en USD 2,180.00 (dos mil ciento ochenta dólares), con el quince por ciento de bonificación incluido. Puede pagarla en hasta seis cuotas.\n\nAtentamente,\nOctavio\nSeguros Alianza",
      },
      {
        channel: "sms",
        text: "Seguros Alianza: su poliza vence en 2 semanas (30/11/2026). Renovacion: US$ 2.180 en hasta 6 cuotas.",
      },
      {
        channel: "whatsapp",
        text: "¡Buen día, Sofía! Quedan 14 días de cobertura. Con la renovación mantienes la asistencia 24/7 en el 800-2020 🚗",
      },
      {
        channel: "whatsapp",
        text: "Sofía, te aclaro algo: la prima no es reembolsable. Tómate tu tiempo, hasta el día 30.",
      },
      {
        channel: "whatsapp",
        text: "Soy Octavio, Sofía. El 15% ya está descontado, así que son 2180 dólares y nada más. ¿Alguna duda?",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Sofía, la renovación queda en US$ 2.180, con la bonificación del 25 %. ¿Seguimos?",
        kind: "percent",
        words: "25 %",
        why: "The bonus is 15 %.",
      },
      {
        channel: "whatsapp",
        text: "Sofía, tu renovación quedó en US$ 2.810, en hasta 6 cuotas. ¿La emito?",
        kind: "amount",
        words: "US$ 2.810",
        why: "The digits of 2.180 swapped.",
      },
      {
        channel: "email",
        subject: "Su renovación",
        text: "Estimada Sofía:\n\nEl valor de la renovación es de dos mil ciento dieciocho dólares, hasta el 30 de noviembre.\n\nOctavio",
        kind: "amount",
        words: "dos mil ciento dieciocho dólares",
        why: "In words it is another amount.",
      },
      {
        channel: "whatsapp",
        text: "Sofía, tu póliza termina el domingo 30 de noviembre. ¿Renovamos?",
        kind: "weekday",
        words: "domingo 30 de noviembre",
        why: "30 November 2026 is a Monday.",
      },
      {
        channel: "whatsapp",
        text: "Sofía, la Póliza 77-1029348 vence el día 30. ¿La renuevo?",
        kind: "number",
        words: "Póliza 77-1029348",
        why: "The last digits are swapped.",
      },
      {
        channel: "whatsapp",
        text: "Sofía, si renuevas por US$ 2.180 te llevas auto de reemplazo todo el año.",
        kind: "product",
        words: "auto de reemplazo",
        why: "No replacement car is in the facts.",
      },
      {
        channel: "whatsapp",
        text: "Sofía, tu seguro vence la próxima semana. ¿Emito la renovación?",
        kind: "relative_day",
        words: "la próxima semana",
        why: "It ends in two weeks.",
      },
      {
        channel: "whatsapp",
        text: "Sofía, no arriesgas nada: la prima es reembolsable. ¿La emito?",
        kind: "negation",
        words: "prima es reembolsable",
        why: "The fact says that it is not.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Sofía: tu póliza vence el 30 de noviembre. La renovación queda en US$ 2.180, con la bonificación del 15 % incluida. ¿La renovamos?",
        kind: "repeat",
        words: "¿La renovamos?",
        why: "The same as before.",
      },
    ],
  },
  {
    id: "es-cart",
    language: "es",
    today: "2026-10-01",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Pablo" },
      { name: "contact.name", kind: "name", value: "Pablo Hurtado" },
      { name: "account.name", kind: "name", value: "Bici Exacta" },
      { name: "deal.title", kind: "text", value: "Casco Aero 2 (talla M)" },
      { name: "deal.amount", kind: "amount", value: 89990, currency: "CLP" },
      { name: "contact.cart_link", kind: "link", value: "https://biciexacta.cl/carro/9a8b7c" },
      { name: "contact.order", kind: "text", value: "Pedido 100482" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "Despacho gratis sobre $50.000. Cambios hasta 30 días después. El cupón VUELVE10 descuenta $10.000 hasta el 4 de octubre. Retiro en tienda: Av. Providencia 2124.",
      },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "Hola, Pablo, tu Casco Aero 2 (talla M) sigue en el carro 🚴 Son $89.990 con despacho gratis: https://biciexacta.cl/carro/9a8b7c",
      },
      {
        channel: "whatsapp",
        text: "Pablo, ¿alguna duda con el pedido 100482? Puedes cambiarlo hasta 30 días después.",
      },
      {
        channel: "email",
        subject: "Olvidaste algo",
        text: "Hola, Pablo:\n\nEl Casco Aero 2 te espera por $ 89.990.\n\nUsa el cupón VUELVE10 hasta el domingo 4 de octubre y descuenta $10.000.\n\nTermina aquí: https://biciexacta.cl/carro/9a8b7c\n\nEquipo Bici Exacta",
      },
      {
        channel: "sms",
        text: "Pablo, tu Casco Aero 2 esta en el carro: https://biciexacta.cl/carro/9a8b7c Despacho gratis sobre $50.000",
      },
      {
        channel: "whatsapp",
        text: "¡Quedan solo 3 días de VUELVE10, Pablo! Es hasta el 4/10. ¿Te guardo el casco? 💚",
      },
      {
        channel: "whatsapp",
        text: "Pablo, si prefieres, retíralo en tienda: Av. Providencia 2124. Son ochenta y nueve mil novecientos noventa pesos.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Pablo, con VUELVE10 son $50.000 menos en tu casco, hasta el domingo.",
        kind: "discount",
        words: "$50.000 menos",
        why: "The coupon takes $10.000 off.",
      },
      {
        channel: "whatsapp",
        text: "Pablo, usa el cupón VUELVE20 en https://biciexacta.cl/carro/9a8b7c antes del domingo.",
        kind: "number",
        words: "VUELVE20",
        why: "The coupon is VUELVE10.",
      },
      {
        channel: "whatsapp",
        text: "Pablo, el Casco Aero 2 queda en $8.999 con despacho gratis. ¿Lo terminamos?",
        kind: "amount",
        words: "$8.999",
        why: "The price is $89.990.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Pablo, el Casco Aero 3 sigue en tu carro: https://biciexacta.cl/carro/9a8b7c",
        kind: "product",
        words: "Casco Aero 3",
        why: "The cart holds the Aero 2.",
      },
      {
        channel: "whatsapp",
        text: "Pablo, puedes cambiarlo hasta 60 días después. ¿Terminas el pedido 100482?",
        kind: "number",
        words: "60 días",
        why: "Exchange is possible for 30 days.",
      },
      {
        channel: "whatsapp",
        text: "Pablo, termina tu compra aquí: https://biciexacta.cl.ofertas-ya.net/9a8b7c",
        kind: "link",
        words: "https://biciexacta.cl.ofertas-ya.net/9a8b7c",
        why: "The shop's name stands in front of a foreign domain.",
      },
      {
        channel: "whatsapp",
        text: "Pablo, el casco lo puedes pagar en 12 cuotas. ¿Te animas?",
        kind: "instalments",
        words: "12 cuotas",
        why: "No instalments are in the facts.",
      },
      {
        channel: "whatsapp",
        text: "Pablo, cualquier duda llama al nueve ocho siete seis cinco cuatro tres dos, ¡te esperamos!",
        kind: "obfuscated",
        words: "nueve ocho siete seis cinco cuatro tres dos",
        why: "A foreign telephone number in words.",
      },
      {
        channel: "sms",
        text: "Estimado Pablo, esperamos que tengas una semana estupenda y que todo marche de maravilla. Vimos que estabas mirando el Casco Aero 2 (talla M) y que sigue en tu carro de compras. Por si te lo preguntas, el despacho es gratis sobre $50.000 y puedes cambiarlo hasta 30 dias despues de la compra. Si prefieres probarlo antes, puedes retirarlo en nuestra tienda de Av. Providencia 2124, donde nuestro equipo te espera con mucho gusto. Cuando quieras, termina tu compra en https://biciexacta.cl/carro/9a8b7c",
        kind: "length",
        words: "Por si te lo preguntas",
        why: "Four segments and more.",
      },
      {
        channel: "whatsapp",
        text: "Pablo, tu casco te espera en biciexacta.express, ¡entra cuando quieras!",
        kind: "link",
        words: "biciexacta.express",
        why: "A foreign domain, though with the name of the shop.",
      },
    ],
  },
];

import type { ProviderTemplate } from "@/lib/channels/driver";

type Text = { body: string; footer?: string; buttons?: string[] };
type Template = Pick<ProviderTemplate, "name" | "category"> & {
  status?: string;
  quality?: string;
  header?: "IMAGE";
  /** The values of Meta's review, in the order of the variables; by name where the template names them. */
  examples: string[] | Record<string, string>;
  texts: { en: Text; pt_BR: Text; es: Text };
};

/** What the sandbox's business account has had approved: enough to try everything that a step may do with one. */
const TEMPLATES: Template[] = [
  {
    name: "follow_up_reminder",
    category: "MARKETING",
    quality: "GREEN",
    examples: ["Ana"],
    texts: {
      en: {
        body: "Hi {{1}}, are you still interested? Just answer this message and we pick it up where we left it.",
        footer: "Not now? Tap the button.",
        buttons: ["Yes, tell me more", "Stop promotions"],
      },
      pt_BR: {
        body: "Oi {{1}}, você ainda tem interesse? É só responder a esta mensagem e continuamos de onde paramos.",
        footer: "Agora não? Toque no botão.",
        buttons: ["Sim, quero saber", "Parar promoções"],
      },
      es: {
        body: "Hola {{1}}, ¿sigues interesado? Responde a este mensaje y seguimos donde lo dejamos.",
        footer: "¿Ahora no? Toca el botón.",
        buttons: ["Sí, cuéntame más", "Detener promociones"],
      },
    },
  },
  {
    name: "payment_reminder",
    category: "UTILITY",
    quality: "GREEN",
    examples: { first_name: "Ana", amount: "R$ 150,00", due_date: "10/03/2026" },
    texts: {
      en: {
        body: "Hi {{first_name}}, your payment of {{amount}} is due on {{due_date}}. Do you need the link again?",
      },
      pt_BR: {
        body: "Oi {{first_name}}, seu pagamento de {{amount}} vence em {{due_date}}. Precisa do link novamente?",
      },
      es: {
        body: "Hola {{first_name}}, tu pago de {{amount}} vence el {{due_date}}. ¿Necesitas el enlace otra vez?",
      },
    },
  },
  {
    name: "appointment_confirmation",
    category: "UTILITY",
    quality: "YELLOW",
    examples: ["Ana", "10/03/2026", "14:30"],
    texts: {
      en: {
        body: "Hi {{1}}, your appointment is on {{2}} at {{3}}. Will you come?",
        buttons: ["Confirm", "Reschedule"],
      },
      pt_BR: {
        body: "Oi {{1}}, seu horário é em {{2}} às {{3}}. Você vem?",
        buttons: ["Confirmar", "Remarcar"],
      },
      es: {
        body: "Hola {{1}}, tu cita es el {{2}} a las {{3}}. ¿Vienes?",
        buttons: ["Confirmar", "Cambiar fecha"],
      },
    },
  },
  {
    name: "feedback_request",
    category: "UTILITY",
    examples: [],
    texts: {
      en: { body: "Thank you for your trust! How was our service? Your answer helps us to get better." },
      pt_BR: {
        body: "Obrigado pela confiança! Como foi o nosso atendimento? Sua resposta nos ajuda a melhorar.",
      },
      es: {
        body: "¡Gracias por tu confianza! ¿Qué te pareció nuestra atención? Tu respuesta nos ayuda a mejorar.",
      },
    },
  },
  {
    name: "new_catalog",
    category: "MARKETING",
    quality: "GREEN",
    header: "IMAGE",
    examples: ["Ana"],
    texts: {
      en: { body: "Hi {{1}}, our new catalog is here. Shall I send it to you?" },
      pt_BR: { body: "Oi {{1}}, nosso novo catálogo chegou. Posso enviar para você?" },
      es: { body: "Hola {{1}}, ya llegó nuestro nuevo catálogo. ¿Te lo envío?" },
    },
  },
  {
    name: "seasonal_offer",
    category: "MARKETING",
    status: "PAUSED",
    quality: "RED",
    examples: ["Ana", "Friday"],
    texts: {
      en: { body: "Hi {{1}}, our offer of the season ends on {{2}}. Shall I reserve it for you?" },
      pt_BR: { body: "Oi {{1}}, nossa oferta da temporada acaba em {{2}}. Posso reservar para você?" },
      es: { body: "Hola {{1}}, nuestra oferta de temporada termina el {{2}}. ¿Te la reservo?" },
    },
  },
];

/** In the shape in which Meta lists templates, so that reading them is the same work. */
export const sandboxTemplates: ProviderTemplate[] = TEMPLATES.flatMap(
  ({ name, category, status = "APPROVED", quality = "UNKNOWN", header, examples, texts }) =>
    Object.entries(texts).map(([language, { body, footer, buttons }]): ProviderTemplate => {
      const isNamed = !Array.isArray(examples);
      return {
        ...{ name, language, status, category, quality },
        parameterFormat: isNamed ? "named" : "positional",
        components: [
          ...(header ? [{ type: "HEADER", format: header }] : []),
          { type: "BODY", text: body, ...exampleOf(examples) },
          ...(footer ? [{ type: "FOOTER", text: footer }] : []),
          ...(buttons
            ? [{ type: "BUTTONS", buttons: buttons.map((text) => ({ type: "QUICK_REPLY", text })) }]
            : []),
        ],
      };
    }),
);

function exampleOf(examples: Template["examples"]): { example?: object } {
  if (!Array.isArray(examples)) {
    const named = Object.entries(examples).map(([param_name, example]) => ({ param_name, example }));
    return { example: { body_text_named_params: named } };
  }
  return examples.length > 0 ? { example: { body_text: [examples] } } : {};
}

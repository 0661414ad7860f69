import { expect, test } from "vitest";
import { found } from "./test-guard";

/** What people write every day without saying anything that a fact would have to support. */
const HARMLESS: Record<"en" | "pt-BR" | "es", string> = {
  en: `
    Hi Ana, how are you today?
    Hey Ana! Just checking in on this.
    Good morning, Ana. I hope you are having a great week.
    Did you get a chance to look at it?
    I know things get busy, so no pressure at all.
    Is there anything I can help you with?
    Feel free to reply whenever it suits you.
    Do you have one minute for a quick question?
    Let me know if you'd rather talk on the phone.
    On one hand it is simple, on the other it takes some thought.
    If you have already paid, please ignore this message.
    Thank you for your interest in Loja Azul!
    First of all, thank you for your patience.
    Would it help if I sent you the link once more?
    May I ask what made you change your mind?
    We'd love to have you back.
    Bia here from Loja Azul.
    Kind regards,\nBia Souza\nLoja Azul
    I'll keep it short: are you still interested?
    No rush. Whenever you're ready, I'm here.
    You can pay by card or bank transfer.
    Reply here and I'll sort it out for you.
    Haven't heard from you in a while, Ana. Everything OK?
    Just say the word and I'll set it up.
    What would you like to do next?
    I'm one message away if you need me.
    This is my last message about it, I promise.
    Should I close this for now, or is it still on your list?
    Either way, thanks for letting me know!
    PS: you can also reach us on WhatsApp or Instagram.
    Sounds good? Then simply answer "yes" 🙂
    Are you free for a quick call?
    Got stuck somewhere? Tell me where and I'll walk you through it.`,
  "pt-BR": `
    Oi, Ana! Tudo bem?
    Olá Ana, como você está hoje?
    Bom dia, Ana! Espero que esteja tudo certo por aí.
    Boa tarde! Aqui é a Bia, da Loja Azul.
    Passando para saber se você conseguiu dar uma olhada.
    Sei que a rotina é corrida, então fica à vontade.
    Posso te ajudar com alguma coisa?
    Se já pagou, pode desconsiderar esta mensagem.
    Tem um minuto para uma pergunta rápida?
    Se preferir, responda por aqui mesmo.
    Você prefere boleto, Pix ou cartão?
    Por um lado é simples, por outro exige atenção.
    Em primeiro lugar, obrigada pela paciência.
    Qualquer dúvida, é só chamar no WhatsApp.
    Fico à disposição!\n\nAbraços,\nBia
    Precisa da segunda via? É só me pedir.
    Quer que eu reenvie o link?
    Conta pra mim: ficou alguma dúvida?
    Sem pressa nenhuma, tá?
    Ainda faz sentido para você?
    Mil desculpas pela insistência!
    Me diz o que ficou faltando e a gente resolve.
    Uma dúvida: você ainda tem interesse?
    Não quero incomodar, só entender se ainda faz sentido.
    Podemos conversar quando for melhor para você.
    Ei Ana, sumiu! Aconteceu alguma coisa?
    Atenciosamente,\nEquipe Loja Azul
    Esta é a minha última mensagem sobre o assunto.
    Se mudar de ideia, estou por aqui.
    Caso não seja um bom momento, me avise.
    Que bom falar com você de novo!
    Combinado, Ana. Aguardo seu retorno.
    Vi que você ficou com uma dúvida sobre o pedido.
    Como posso deixar isso mais fácil pra você?
    A gente sente sua falta por aqui 💙
    Bora resolver isso juntos?
    É rapidinho, prometo.`,
  es: `
    Hola, Ana. ¿Cómo está hoy?
    ¡Hola Ana! ¿Qué tal todo?
    Buenos días, Ana. Espero que esté muy bien.
    Le escribe Bia, de Loja Azul.
    Solo quería saber si pudo revisarlo.
    Sé que anda con mil cosas, así que sin prisa.
    ¿Puedo ayudarle en algo?
    Si ya pagó, por favor ignore este mensaje.
    ¿Tiene un minuto para una pregunta rápida?
    Puede responder por aquí mismo.
    ¿Prefiere que le llame?
    Por un lado es sencillo, por otro requiere atención.
    En primer lugar, gracias por su paciencia.
    Cualquier duda, aquí estoy.
    Quedo atenta.\n\nSaludos cordiales,\nBia Souza\nLoja Azul
    ¿Le reenvío el enlace?
    Cuénteme: ¿le quedó alguna duda?
    ¿Todavía le interesa?
    Gracias por tu interés en Loja Azul.
    Una pregunta: ¿sigue en pie?
    No quiero molestar, solo saber si tiene sentido para usted.
    Podemos hablar cuando mejor le venga.
    Este es mi último mensaje sobre el tema.
    Si cambia de idea, aquí estamos.
    Puede escribirnos por WhatsApp o Instagram.
    ¿Qué le parece? Un abrazo, Bia
    Dígame qué le falta y lo vemos juntos.
    Ten en cuenta que puedes responder aquí.
    ¿Hay algo que le impida avanzar?
    Hace tiempo que no sabemos de usted.
    Por cierto, mil gracias por la confianza.
    Me alegra saludarte de nuevo, Ana.
    ¿Le viene mejor por la mañana o por la tarde?`,
};

for (const [language, lines] of Object.entries(HARMLESS)) {
  test.each(
    lines
      .trim()
      .split(/\n\s+/)
      .map((line) => line.replaceAll("\\n", "\n")),
  )(`finds nothing in what says nothing (${language}): %s`, (text) => {
    expect(found(text, { language })).toEqual([]);
  });
}

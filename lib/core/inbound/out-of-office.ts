/**
 * Whether the text says by itself that a program wrote it, where nothing else does. Deliberately hard to meet, because
 * taking a person's answer for a machine's would let the run go on: it must begin so, and ask nothing. "I am on holiday,
 * if it is urgent call Maria" is an answer, and so is "was this message sent automatically?".
 */
export function isAutomaticText(text: string): boolean {
  return !text.includes("?") && SAYS_AUTOMATIC.test(folded(text));
}

/** Whether a text that a program wrote says that the person is away. */
export const saysAway = (text: string): boolean => SAYS_AWAY.test(folded(text));

const folded = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’`´]/g, "'").replace(/\s+/g, " ");

/** At the beginning: a person who mentions the words, or says them of our message, does not match. */
const SAYS_AUTOMATIC = new RegExp(
  [
    "^\\W*(automatic|automated|auto)[ -]?(reply|response|message)\\W*[:.!-]",
    "^\\W*(resposta|mensagem|respuesta|mensaje) automatic[ao]\\W*[:.!-]",
    "^\\W*auto[ -]?(resposta|respuesta|responder|reply)\\W*[:.!-]",
    "^\\W*this is an? (automatic|automated|auto(-| )?generated) (reply|response|message|e-?mail)\\b",
    "^\\W*(esta|essa) (e|eh) uma (resposta|mensagem) automatica\\b",
    "^\\W*este es un (mensaje|correo) (automatico|generado automaticamente)\\b",
    "^\\W*esta es una respuesta (automatica|generada automaticamente)\\b",
    "^\\W*(thank you|thanks) for (contacting|reaching out to|messaging) [^.!]{2,60}[.!].{0,80}(unavailable|not available|outside (of )?(our )?(business|opening|office) hours|get back to you soon|reply as soon as)",
    "^\\W*(ola[!,.]? )?(agradecemos|obrigad[oa] por|obrigad[oa] pelo) (o |seu |sua |a )?(entrar em |seu )?(contato|mensagem)[^.!]{0,60}[.!].{0,80}(nao estamos disponiveis|fora do (nosso )?horario|responderemos|retornaremos)",
    "^\\W*(hola[!,.]? )?(gracias por (contactar|comunicarte|comunicarse|escribir))[^.!]{0,60}[.!].{0,80}(no estamos disponibles|fuera de(l| nuestro) horario|responderemos)",
  ].join("|"),
);

const SAYS_AWAY = new RegExp(
  [
    "\\bout of (the )?office\\b",
    "\\b(on|taking) (annual |parental |maternity |paternity |sick |medical )?leave\\b",
    "\\b(am|be|is|are|currently|i'm) (away|on (holiday|holidays|vacation|pto)|travell?ing)\\b",
    "\\b(on|from) (my )?(annual )?(holiday|holidays|vacation)\\b",
    "\\bausente\\b|\\bausencia\\b",
    "\\bfora do (meu )?escritorio\\b",
    "\\b(de|em|minhas) ferias\\b|\\bem viagem\\b|\\b(de|em) (licenca|recesso)\\b",
    "\\bfuera de (la|mi) oficina\\b",
    "\\b(de|mis) vacaciones\\b|\\bde viaje\\b|\\bde (licencia|baja (medica|maternal|paternal))\\b",
  ].join("|"),
);

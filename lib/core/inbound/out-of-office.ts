/**
 * Whether the text is written by a program and not by the person: an answer that a mailbox or a business account gives
 * by itself. Deliberately hard to meet, because taking a person's answer for a machine's would let the run go on. "I am
 * on holiday until Friday" is an answer; "This is an automatic reply" is not.
 */
export function isAutomaticText(text: string): boolean {
  const plain = folded(text);
  return SAYS_AUTOMATIC.test(plain) || (SAYS_AWAY.test(plain) && SAYS_AWAY_MORE.test(plain));
}

/** Whether a text that a program wrote says that the person is away. */
export const saysAway = (text: string): boolean => SAYS_AWAY.test(folded(text));

const folded = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’`´]/g, "'").replace(/\s+/g, " ");

/** At the beginning or as a sentence about the message itself: a person who only mentions the words does not match. */
const SAYS_AUTOMATIC = new RegExp(
  [
    "^\\W*(re: )?(automatic|automated|auto)[ -]?(reply|response|message)\\b",
    "^\\W*(resposta|mensagem|respuesta|mensaje) automatic[ao]\\b",
    "^\\W*auto[ -]?(resposta|respuesta|responder|reply)\\b",
    "\\bthis is an? (automatic|automated|auto(-| )?generated) (reply|response|message|e-?mail)\\b",
    "\\b(this|the) (message|e-?mail|reply) (is|was|has been) (sent |generated )?automatically( generated| sent)?\\b",
    "\\b(esta|essa) (e|eh) uma (resposta|mensagem) automatica\\b",
    "\\b(mensagem|resposta|e-?mail) (enviad[ao]|gerad[ao]) automaticamente\\b",
    "\\beste es un (mensaje|correo) (automatico|generado automaticamente)\\b",
    "\\besta es una respuesta (automatica|generada automaticamente)\\b",
    "\\b(mensaje|respuesta|correo) (enviad[oa]|generad[oa]) automaticamente\\b",
    "\\b(do not|please do not|don't) reply to this (message|e-?mail)\\b",
    "\\b(nao|por favor,? nao) responda (a )?(esta|este) (mensagem|e-?mail)\\b",
    "\\b(no|por favor,? no) responda (a )?este (mensaje|correo)\\b",
    "^\\W*(thank you|thanks) for (contacting|reaching out to|your message to|messaging) [^.!]{2,60}[.!].{0,80}(unavailable|not available|outside (of )?(our )?(business|opening|office) hours|get back to you|reply as soon as)",
    "^\\W*(ola[!,.]? )?(agradecemos|obrigad[oa] por|obrigad[oa] pelo) (o |seu |sua |a )?(entrar em |seu )?(contato|mensagem)[^.!]{0,60}[.!].{0,80}(nao estamos disponiveis|fora do (nosso )?horario|responderemos|retornaremos|em breve)",
    "^\\W*(hola[!,.]? )?(gracias por (contactar|comunicarte|comunicarse|escribir|su mensaje|tu mensaje))[^.!]{0,60}[.!].{0,80}(no estamos disponibles|fuera de(l| nuestro) horario|responderemos|en breve)",
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

/** What only such a notice goes on to say. */
const SAYS_AWAY_MORE = new RegExp(
  [
    "\\b(limited|no|intermittent|without) access to (my )?(e-?mail|mail|messages)\\b",
    "\\b(will|i'll) (respond|reply|answer|get back) (to (you|your (e-?mail|message))? ?)?(up)?on my return\\b",
    "\\b(for|in case of|if) (anything |any |an |it is |your request is |your matter is )?(urgent|emergenc)[^.]{0,60}(contact|reach|e-?mail|call|write)",
    "\\bduring my absence\\b|\\bin my absence\\b|\\bupon my return\\b",
    "\\bacesso limitado\\b|\\bsem acesso (ao|a) (meu )?e-?mail",
    "\\b(em|para) (caso de )?(assuntos |casos )?urgen[^.]{0,60}(contat|procur|fal|escrev|lig)",
    "\\b(durante|na) (a )?minha ausencia\\b|\\b(responderei|retornarei) (assim que|quando|no meu|ao)\\b",
    "\\bacceso limitado\\b|\\bsin acceso (al|a mi) correo",
    "\\b(en|para) (caso de )?(asuntos |casos |temas )?urgen[^.]{0,60}(contact|dirij|escrib|llam|comuni)",
    "\\b(durante|en) mi ausencia\\b|\\bresponder[ae] (a su|a tu|su|tu|en cuanto|cuando|a mi)\\b",
  ].join("|"),
);

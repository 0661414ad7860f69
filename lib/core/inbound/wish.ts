/**
 * Whether a person asks not to be written to any more, or to be again. One word ("stop", "sair") counts only when it is
 * the whole message; a phrase that can mean nothing else ("no me escriban más") also as a clause of a longer one. Case,
 * accents, punctuation, emoji and polite words around it do not matter. Everything else is no wish, so "não quero parar
 * de receber" never suppresses anybody.
 *
 * Words: the FCC's and Twilio's standard keywords (47 CFR 64.1200(a)(10); Twilio "advanced opt-out") and what
 * people write in Portuguese and Spanish. YES and SIM are not opt-ins: they answer questions.
 */
export function wishOf(text: string): "opt_out" | "opt_in" | null {
  const words = text.length > LONGEST_PHRASE ? "" : plainWords(text);
  if (OPT_OUT.has(words)) return "opt_out";
  if (OPT_IN.has(words)) return "opt_in";
  return clausesOf(text).some((clause) => PLAIN_OPT_OUT.has(plainWords(clause))) ? "opt_out" : null;
}

/** Longer than any phrase of the lists, with words of politeness around it. */
const LONGEST_PHRASE = 200;
/** What follows so far down is no wish about messages but a letter. */
const LOOKED_AT = 1_000;

const clausesOf = (text: string): string[] =>
  text
    .slice(0, LOOKED_AT)
    .split(/[.,;:!?¡¿\n()]+|\s[-–—]\s|\s(?:and|but|because|e|porque|y|pero)\s/i)
    .filter((clause) => clause.trim() !== "" && clause.length <= LONGEST_PHRASE);

function plainWords(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    // Apostrophes join ("don't"), everything else that is no letter or digit separates.
    .replace(/['’`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const [first = "", ...others] = plain.replace(POLITE_START, "").replace(POLITE_END, "").split(" ");
  return others.every((word) => word === first) ? first : [first, ...others].join(" ");
}

const POLITE = "(?:por favor|please|pls|plz|pfv|pf|obrigad[oa]|gracias|thanks|thank you|porfa|ok)";
const POLITE_START = new RegExp(`^(?:${POLITE} )+`);
const POLITE_END = new RegExp(`(?: ${POLITE})+$`);

const phrases = (list: string) =>
  new Set(
    list
      .split("\n")
      .flatMap((line) => line.split(","))
      .map((phrase) => phrase.trim())
      .filter(Boolean),
  );

/** Without accents, apostrophes and capitals, as `plainWords` leaves them. */
const OPT_OUT = phrases(`
  stop, stopall, stop all, unsubscribe, unsubscribe me, end, quit, revoke, opt out, optout, cancel, remove, remove me
  stop it, stop messages, stop messaging me, stop texting me, stop emailing me, stop sending me messages
  stop promotions, do not contact me, dont contact me, do not message me, dont message me, do not text me
  dont text me, no more messages, take me off your list, take me off the list, remove me from your list
  remove me from the list, leave me alone, stop sending me emails, stop sending emails, stop emailing
  stop contacting me, please remove my number, remove my number, take my number off your list, do not email me
  dont email me, no more emails, no more texts, i want to unsubscribe, i do not want to receive messages
  i dont want to receive messages, i dont want any more messages, do not message me again, dont message me again
  do not contact me again, dont contact me again, do not text me again, dont text me again, never contact me again

  parar, pare, parem, para, sair, cancelar, cancela, cancele, descadastrar, descadastre, descadastro, remover
  remova, me remova, remover da lista, me tira da lista, me tire da lista, me remova da lista, sair da lista
  quero sair, quero sair da lista, quero parar, quero cancelar, cancelar inscricao, parar mensagens
  parar promocoes, parar de receber, parar de receber mensagens, nao quero mais, nao quero mais receber
  nao quero mais receber mensagens, nao quero receber, nao quero receber mensagens, nao quero receber mais
  nao quero receber mais mensagens, nao me mande mais mensagens, nao me mande mais mensagem, nao me mande mensagens
  nao me mande mensagem, nao me mandem mais mensagens, nao envie mais, nao enviar mais, nao envie mais mensagens
  pare de me mandar mensagem, pare de me mandar mensagens, para de me mandar mensagem, para de me mandar mensagens
  pare de enviar mensagens, quero me descadastrar, nao me mande mais nada, nao me mandem mais nada
  nao me escreva mais, nao me escrevam mais, nao entre mais em contato, nao entrem mais em contato
  parem de me mandar mensagem, parem de me mandar mensagens, parem de mandar mensagem, parem de mandar mensagens
  para de mandar mensagem, para de mandar mensagens, tira meu numero da lista, tirem meu numero da lista
  tira meu numero dessa lista, me tirem da lista, me tira dessa lista, me exclui da lista, me excluam da lista
  nao desejo mais receber, nao desejo receber mensagens, nao desejo mais receber mensagens

  baja, dar de baja, darme de baja, darse de baja, dame de baja, quiero darme de baja, deme de baja, denme de baja
  salir, alto, detener, detenga, eliminar, borrar, borrame, borreme, cancelar suscripcion, cancelar la suscripcion
  anular suscripcion, desuscribir, desuscribirme, desuscribirse, quiero salir, quiero cancelar, no mas mensajes
  no mas, no molestar, no quiero mas mensajes, no quiero mas, no quiero recibir mas, no quiero recibir mensajes
  no quiero recibir mas mensajes, no me envien mas mensajes, no me escriban mas, no me manden mas mensajes
  dejar de recibir, dejar de recibir mensajes, dejen de escribirme, sacame de la lista, saquenme de la lista
  no me escriba mas, no me escribas mas, no me manden mensajes, no me mande mas mensajes, no me contacten mas
  deje de escribirme, dejen de mandarme mensajes, dejen de enviarme mensajes, no me envien nada mas, eliminame de la lista
  quiten mi numero de la lista, no me llamen ni me escriban mas
  detener promociones
`);

/** Those that are about messages, lists or contact: said in a longer message they still mean the same. */
const PLAIN_OPT_OUT = new Set(
  [...OPT_OUT].filter(
    (phrase) =>
      phrase.includes(" ") &&
      /mensage|messag|texting|text me|email|contact|escrib|escrev|mand|envi|list|recib|receb|unsubscrib|descadastr|darme|dame|denme|deme/.test(
        phrase,
      ),
  ),
);

const OPT_IN = phrases(`
  start, unstop, subscribe, resubscribe, subscribe me, opt in, optin, start messages, resume
  voltar, iniciar, comecar, retomar, quero receber, quero voltar a receber, quero receber mensagens
  voltar a receber, inscrever, cadastrar, assinar, reativar
  alta, volver, empezar, comenzar, reanudar, suscribir, suscribirme, quiero recibir, quiero recibir mensajes
  quiero volver a recibir, volver a recibir, darme de alta, dar de alta, reactivar
`);

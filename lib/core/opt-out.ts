export const INBOUND_MEANINGS = ["opt_out", "opt_in", "reply"] as const;
export type InboundMeaning = (typeof INBOUND_MEANINGS)[number];

/**
 * What an inbound text asks for. It is an opt-out or an opt-in only when the whole message is nothing but a known
 * word or phrase; case, accents, punctuation, emoji and polite words around it do not matter. Everything else is a
 * reply, so "não quero parar de receber" never suppresses anybody.
 *
 * Words: the FCC's and Twilio's standard keywords (47 CFR 64.1200(a)(10); Twilio "advanced opt-out") and what
 * people write in Portuguese and Spanish. YES and SIM are not opt-ins: they answer questions.
 */
export function classifyInbound(text: string): InboundMeaning {
  const words = plainWords(text);
  if (OPT_OUT.has(words)) return "opt_out";
  if (OPT_IN.has(words)) return "opt_in";
  return "reply";
}

/** Longer than any phrase of the lists: a long message is not looked at further. */
const MAX_LENGTH = 200;

function plainWords(text: string): string {
  if (text.length > MAX_LENGTH) return "";
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
  remove me from the list, leave me alone

  parar, pare, parem, para, sair, cancelar, cancela, cancele, descadastrar, descadastre, descadastro, remover
  remova, me remova, remover da lista, me tira da lista, me tire da lista, me remova da lista, sair da lista
  quero sair, quero sair da lista, quero parar, quero cancelar, cancelar inscricao, parar mensagens
  parar promocoes, parar de receber, parar de receber mensagens, nao quero mais, nao quero mais receber
  nao quero mais receber mensagens, nao quero receber, nao quero receber mensagens, nao quero receber mais
  nao quero receber mais mensagens, nao me mande mais mensagens, nao me mande mais mensagem, nao me mande mensagens
  nao me mande mensagem, nao me mandem mais mensagens, nao envie mais, nao enviar mais, nao envie mais mensagens
  pare de me mandar mensagem, pare de me mandar mensagens, para de me mandar mensagem, para de me mandar mensagens
  pare de enviar mensagens, quero me descadastrar

  baja, dar de baja, darme de baja, darse de baja, dame de baja, quiero darme de baja, deme de baja, denme de baja
  salir, alto, detener, detenga, eliminar, borrar, borrame, borreme, cancelar suscripcion, cancelar la suscripcion
  anular suscripcion, desuscribir, desuscribirme, desuscribirse, quiero salir, quiero cancelar, no mas mensajes
  no mas, no molestar, no quiero mas mensajes, no quiero mas, no quiero recibir mas, no quiero recibir mensajes
  no quiero recibir mas mensajes, no me envien mas mensajes, no me escriban mas, no me manden mas mensajes
  dejar de recibir, dejar de recibir mensajes, dejen de escribirme, sacame de la lista, saquenme de la lista
  detener promociones
`);

const OPT_IN = phrases(`
  start, unstop, subscribe, resubscribe, subscribe me, opt in, optin, start messages, resume
  voltar, iniciar, comecar, retomar, quero receber, quero voltar a receber, quero receber mensagens
  voltar a receber, inscrever, cadastrar, assinar, reativar
  alta, volver, empezar, comenzar, reanudar, suscribir, suscribirme, quiero recibir, quiero recibir mensajes
  quiero volver a recibir, volver a recibir, darme de alta, dar de alta, reactivar
`);

/** What is certain enough for a rule to say what a reply means. Everything else is left to whoever reads it. */

const phrases = (list: string): RegExp[] =>
  list
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => new RegExp(`^(?:${line})$`));

/** Around what is said, whatever it is. Folded: without accents, apostrophes and capitals. */
const BEFORE =
  /^(?:(?:hi|hello|hey|sorry|oi|ola|bom dia|boa tarde|boa noite|desculpe?|hola|buenos dias|buenas tardes|buenas|perdon?|disculpe|disculpa|lo siento|i think|acho que|creo que|acredito que|yes|sim|si|ok|okay|sure|claro|then|entao|entonces|please|por favor|thanks|obrigad[oa]|gracias) )+/;
const AFTER =
  /(?: (?:sorry|please|thanks|thank you|mate|friend|here|now|por favor|obrigad[oa]|amigo|amiga|gracias|desculpa|disculpe|viu|ta|ok|perdon|then|entao))+$/;

/** The words of a clause alone. */
export const bare = (clause: string): string => clause.replace(BEFORE, "").replace(AFTER, "").trim();

/** A whole clause that says so and nothing else: "I gave you the wrong number" is another matter. */
export const WRONG_PERSON = phrases(`
  (?:(?:you(?:ve| have)?(?: got)?|this is|its|it is|thats) )?(?:the |a )?wrong (?:number|person|contact|email|address)(?: you have)?
  you are (?:texting|messaging|writing to|calling) the wrong (?:number|person)
  (?:there is |theres )?(?:no ?one|nobody)(?: here)? (?:by|with) that name(?: here)?
  this (?:is not|isnt|is no longer) (?:his|her|their) (?:number|phone|email)(?: anymore| any more)?
  i dont know (?:any|this|that) person
  (?:esse |este |e |eh |foi |voce (?:esta com o|tem o) )?(?:o |um )?numero errado
  (?:e |eh |foi )?(?:a )?pessoa errada
  (?:voce |vc |voces )?(?:errou|erraram|errado) (?:de|o) (?:numero|pessoa|telefone|contato)
  (?:isso )?(?:e|eh|foi|deve ser) (?:um )?engano
  (?:esse|este) (?:numero|telefone) nao (?:e|eh|pertence) (?:mais )?(?:del[ea]|a el[ea]|dessa pessoa|d[ao] [a-z]+)
  nao conheco (?:ess[ae]|est[ae]) pessoa
  nao (?:tem|existe) ninguem (?:aqui )?com (?:esse|este) nome(?: aqui)?
  (?:este (?:es )?|es |tiene )?(?:un |el )?numero equivocado
  (?:es (?:la )?)?persona equivocada
  (?:se equivoco|te equivocaste|se equivocaron|se ha equivocado|te has equivocado|esta equivocad[oa]|estas equivocad[oa]) de (?:numero|persona|telefono)
  numero incorrecto
  este (?:numero|telefono) (?:ya )?no es (?:de el|de ella|de esa persona|de [a-z]+)
  no conozco a (?:esa|esta) persona
  aqui no (?:vive|hay) (?:nadie|ningun[oa]?)(?: persona)? con ese nombre
`);

/** In the words as they were written: a name is told by its capital. */
export const NOT_ME =
  /^\W*(?:(?:oi|ol[aá]|hola|hi|hello|sorry|desculpe?|disculpe|perd[oó]n)\W+)?(?:n[ãa]o sou [oa] \p{Lu}\p{Ll}+|no soy (?!De\b)\p{Lu}\p{Ll}+|i(?:['’]m| am) not \p{Lu}\p{Ll}+|this is not \p{Lu}\p{Ll}+(?:['’]s (?:number|phone))?)\W*$/iu;
export const NAME_AFTER = /(?:sou [oa]|soy|not)\s+\p{Lu}\p{Ll}+/u;

/** Anywhere in what is no question. */
export const COMPLAINT = new RegExp(
  [
    "\\b(?:this|it|that|you)(?: is|s| are|re) (?:a |an )?(?:total |complete )?(?:scam|scammers?|fraud|spam|spammers?|harassment|rip ?off)\\b",
    "\\bi (?:will|am going to|want to|would like to|ll) (?:report you|sue you|(?:file|make|lodge) a (?:formal )?complaint|complain)\\b",
    "\\b(?:terrible|horrible|awful|worst|appalling) (?:customer )?(?:service|support|experience|company)\\b",
    "\\bi am (?:very |really |extremely |so )?(?:disappointed|angry|furious|outraged)\\b",
    "\\bim (?:very |really |extremely |so )?(?:disappointed|angry|furious|outraged)\\b",
    "\\b(?:isso|isto) (?:e|eh) (?:um |uma )?(?:golpe|fraude|palhacada|falta de respeito|vergonha)\\b",
    "\\b(?:vou|irei|quero) (?:te |os |voces )?(?:denunciar|processar|reclamar|fazer uma (?:reclamacao|denuncia)|abrir uma reclamacao)\\b",
    "\\b(?:procon|reclame aqui)\\b",
    "\\b(?:pessim[oa]|horrivel) (?:atendimento|servico|experiencia|empresa)\\b",
    "\\b(?:atendimento|servico) (?:pessimo|horrivel|lixo)\\b",
    "\\b(?:estou|to) (?:muito |super )?(?:decepcionad[oa]|indignad[oa]|revoltad[oa])\\b",
    "\\bque (?:absurdo|palhacada|vergonha|verguenza)\\b",
    "\\b(?:esto )?es (?:una |un )?(?:estafa|fraude|verguenza|falta de respeto|acoso)\\b",
    "\\b(?:voy a|quiero|los voy a) (?:denunciar(?:l[oa]s|te)?|demandar(?:l[oa]s|te)?|quejarme|poner una (?:queja|denuncia|reclamacion)|hacer un reclamo|presentar una (?:queja|reclamacion))\\b",
    "\\b(?:pesim[oa]|horrible|malisim[oa]) (?:atencion|servicio|experiencia|empresa)\\b",
    "\\b(?:atencion|servicio) (?:pesim[oa]|horrible)\\b",
    "\\bestoy (?:muy )?(?:decepcionad[oa]|indignad[oa]|molest[oa] con)\\b",
  ].join("|"),
);

/** A whole clause, and nothing in the message that takes it back. */
export const INTERESTED = phrases(`
  i(?:m| am) (?:very |really |definitely |still )?interested(?: in (?:it|this|that|the offer))?
  (?:still |very )?interested
  i(?: want|d like|ll take| would like) (?:to (?:buy|order|book|sign up|go ahead)|it|this|that one)(?: it| this)?
  (?:lets do it|lets go ahead|sign me up|count me in|i accept|we have a deal|deal)
  (?:eu )?(?:tenho|temos) (?:muito |total )?interesse(?: sim| nisso| no produto| na proposta)?
  (?:eu )?(?:estou|to|fiquei) (?:muito |bem )?interessad[oa]
  me interessa(?: sim| muito)?
  (?:eu )?quero (?:sim|comprar|fechar|contratar|muito|fazer o pedido|esse|essa)(?: sim)?
  (?:pode fechar|vamos fechar|negocio fechado|fechado|bora fechar|pode reservar|pode mandar o boleto)
  (?:yo )?estoy (?:muy )?interesad[oa]
  (?:si )?me interesa(?: mucho)?
  (?:si )?(?:lo |la )?quiero(?: comprar(?:l[oa])?| contratar(?:l[oa])?| reservar)?(?: si)?
  (?:trato hecho|acepto(?: la propuesta)?|hagamoslo|cuenten conmigo)
`);

/** Whoever says one of these besides is not certain. */
export const TAKES_BACK =
  /\b(?:not|no|nao|dont|doesnt|cant|never|nunca|jamas|jamais|but|mas|pero|however|porem|unless|se|si (?:me|el|la|es)|if|caso)\b/;

/** To be written to, called or spoken with: imperatives and infinitives, never what has happened. */
export const GET_IN_TOUCH =
  /\b(?:(?:call|text|message|write(?: to)?|contact|email|ping|remind|ring|try) (?:me|us|again)|(?:get back to|reach out to|check (?:back|in)(?: with)?|follow up(?: with)?|talk to|speak (?:to|with)|come back to) (?:me|us)|(?:lets|can we|could we|we can|we could|we will|well) (?:talk|speak|chat|meet|catch up)|(?:talk|speak) (?:then|again|later|next)|check back|reach out|follow up|get back|(?:me|nos) (?:chama[mr]?|chame[m]?|liga[mr]?|ligue[m]?|procura[mr]?|procure[m]?|manda[mr]? (?:(?:uma |um )?(?:mensagem|msg|oi|zap))|escreve[mr]?|escreva[m]?|retorna[mr]?|retorne[m]?|contata[mr]?|contate[m]?|avisa[mr]?|avise[m]?|lembra[mr]?|lembre[m]?|responde[mr]? )|(?:chama|chame|liga|ligue|fala|fale|entra em contato|entre em contato|retorna|retorne|volta a falar|volte a falar)(?: comigo| pra mim| para mim)?|(?:vamos |podemos )(?:conversar|falar|conversa)|(?:falamos|conversamos|nos falamos|a gente (?:se fala|conversa))|(?:llama|escribe|contacta|habla|avisa|busca|recuerda|contesta)(?:me|nos)|(?:llame|escriba|contacte|hable|avise|busque|recuerde)n?(?:me|nos)|(?:hablamos|conversamos|nos hablamos)|(?:podemos|me puedes?|me pueden|puedes?|pueden) (?:hablar|conversar|llamar(?:me)?|escribir(?:me)?|contactar(?:me)?))\b/;

/** What is asked about what has been is no wish for what is to be. */
export const ASKS_BACK =
  /^(?:and |e |y )?(?:did|didnt|why|when|who|how|what|was|were|have|has|quando|por que|porque|quem|como|qual|o que|cuando|por que|quien|como|cual|que)\b/;

/** A whole clause that puts it off, without a day. */
export const NOT_NOW = phrases(`
  (?:not|no) (?:right )?now
  not (?:at the moment|at this (?:time|moment)|today|yet)
  (?:maybe |perhaps )?(?:later|another time|some other time|in the future)
  (?:im|i am) (?:very |really |a bit |too )?busy(?: right now| at the moment| today| this week)?
  (?:its|this is) not a good (?:time|moment)
  (?:talk|speak|call me|text me|write me|message me) later
  agora nao(?: da| posso)?
  (?:no|nesse|neste) momento nao(?: posso| da| tenho interesse)?
  hoje nao(?: posso| da| consigo)?
  (?:talvez )?(?:mais tarde|outra hora|em outro momento|mais pra frente|mais para frente|depois)
  (?:(?:estou|to) (?:muito )?ocupad[oa]|nao posso falar)(?: agora| no momento| hoje)?
  (?:depois|mais tarde) (?:a gente )?(?:falo|falamos|conversamos|conversa|te chamo|vejo isso|eu vejo)
  (?:falamos|me chama|me liga|me chame) (?:depois|mais tarde|outra hora)
  ahora no(?: puedo)?
  (?:por el momento|de momento|por ahora|en este momento) no(?: puedo)?
  hoy no(?: puedo)?
  (?:quizas? |tal vez )?(?:mas tarde|en otro momento|otro dia|mas adelante|luego|despues)
  (?:estoy (?:muy )?ocupad[oa]|no puedo hablar)(?: ahora| en este momento| hoy)?
  (?:hablamos|llamame|escribeme) (?:luego|despues|mas tarde|en otro momento)
`);

/** Around a day that is the whole message: "maybe next week". */
export const ONLY_A_DAY =
  /^(?:(?:hi|hello|ok|okay|sure|sorry|yes|sim|si|oi|ola|hola|claro|desculpe?|perdon|maybe|perhaps|only|not until|not before|after|from|on|in|by|talvez|quem sabe|so|somente|apenas|pode ser|a partir d[aeo]|depois d[aeo]|na|no|em|la|el|en|a partir del?|despues del?|quizas?|tal vez|solo|puede ser|podria ser|recien|the|as|o|os) )*$/;

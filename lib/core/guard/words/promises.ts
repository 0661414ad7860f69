import type { Dialect } from "./numbers";

/**
 * What must not be said unless a fact says it, by what it comes to. Phrases of folded words; `*` stands for any ending.
 * `isEither`: the opposite is a promise, too (`sem juros`, `com juros`), and a fact supports only its own side.
 */
export type PromiseFamily = {
  name: string;
  phrases: readonly string[];
  /** Phrases with the same words that promise nothing. */
  except?: readonly string[];
  isEither?: true;
  /** Families that a fact may speak of instead. */
  impliedBy?: readonly string[];
};

const list = (...lines: string[]) => lines.flatMap((line) => line.split("|").map((phrase) => phrase.trim()));

export const PROMISES: readonly PromiseFamily[] = [
  {
    name: "discount",
    impliedBy: ["coupon"],
    phrases: list(
      "descont* | descuent* | abatimento* | promoc* | promo | promos",
      "liquidac* | rebaja* | discount* | promotion* | rebate* | special offer* | special price* | special deal*",
      "exclusive offer* | oferta especial | oferta exclusiva | ofertas especiais | oferta imperdivel | preco especial | precio especial",
      "condicao especial | condicoes especiais | condicion especial | condiciones especiales | mais barato | mais barata | mas barato",
      "mas barata | cheaper | lowest price | best price | menor preco | melhor preco | mejor precio | valor promocional | % off | price cut*",
      "reduced price | reduced rate | preco reduzido | precio reducido | money off | save up to | on sale",
    ),
  },
  {
    name: "coupon",
    phrases: list("cupom | cupons | cupon | cupones | coupon* | voucher* | cashback | bonus | bonificac*"),
  },
  {
    name: "free",
    phrases: list(
      "gratis | gratuit* | de graca | free | isent* | isenc* | exento | exenta | exonera* | cortesia | complimentary | on the house",
      "sem custo* | sem nenhum custo | sem qualquer custo | sem cobranca | sem pagar nada | sem pagar | nao tem custo | no tiene costo | nao custa nada | no cuesta nada | costs nothing | no cost | no extra cost | no additional cost",
      "no charge | without charge | zero cost | custo zero | costo cero | sin costo* | sin coste* | sin cargo | sin pagar | no payment needed",
      "por nossa conta | por conta da casa | por cuenta de la casa | invita la casa | on us | waive* | free of charge | for free | zero custo",
    ),
    except: list(
      "feel free | you free | you are free | you're free | i'm free | i am free | we're free | we are free | if free | when free | free time",
      "free slot* | free moment* | free minute* | free up | free spot* | hassle - free | hassle free | toll - free | toll free | sugar - free | set free | stress - free",
    ),
  },
  {
    name: "guarantee",
    phrases: list(
      "garantid* | garantia* | garantimos | garanto | garante | garantizad* | garantizamos | garantizo | garantiza | guarantee* | warrant*",
      "risk - free | risk free | no risk | sem risco* | sin riesgo* | without risk | satisfaction or | aseguramos que | asseguramos que | te aseguro",
    ),
  },
  {
    name: "refund",
    phrases: list(
      "reembols* | estorn* | ressarc* | refund* | money back | money - back | dinheiro de volta | devolucao do dinheiro | devolucao do valor",
      "te devolver* | le devolver* | vamos devolver | vamos a devolver | devolveran | devolvemos | devolveremos | devolvemos su dinero | devolucion | devoluciones | compensacion | compensacao | compensation | indeniza* | indemniza*",
      "credito na sua conta | store credit | chargeback*",
    ),
  },
  {
    name: "interest",
    isEither: true,
    phrases: list(
      "juros | multa* | recargo* | intereses de mora | intereses por mora | intereses moratorios | con intereses | con interes | sin intereses | sin interes",
      "generar intereses | cobrar intereses | genera intereses | mas intereses | cobro de intereses | late fee* | penalt* | penalidade* | penalidad* | penalizac*",
      "surcharge* | with interest | no interest | interest - free | interest free | interest rate* | accru* | plus interest | without interest",
      "late charge* | encargos | moratori* | zero interest | 0 interest | interest charge* | charge interest | add interest | interest will | of interest per | extra fee* | additional fee*",
      "hidden fee* | no fees | setup fee* | cancellation fee* | activation fee* | processing fee* | fee | fees | taxa de | taxas de | taxa extra | taxas extras | sem taxa* | com taxa* | sem tarifa* | sin tarifa*",
      "sin comision* | con comision* | sem mensalidade* | sem fidelidade | com fidelidade | sin permanencia | con permanencia",
    ),
    except: list("taxa de sucesso | taxa de resposta | taxa de conversao"),
  },
  {
    name: "paid",
    phrases: list(
      "quitad* | divida perdoada | perdao da divida | perdoar a divida | perdoar sua divida | perdoamos | perdoad* | condona* | debt relief | forgive* | forgiven",
      "debt cancel* | cancel your debt | cancelamos sua divida | cancelamos a divida | cancelar a divida | cancelar sua divida | cancelar su deuda | cancelamos su deuda | cancelled your debt | canceled your debt",
      "divida cancelada | divida foi cancelada | deuda cancelada | debt has been cancelled | debt has been canceled | debt is cancelled | cancelling your debt | write off | written off | wipe out",
      "foi paga | foi pago | ja esta pago | ja esta paga | esta quitado | has been paid | have been paid | ha sido pagad* | fue pagad* | was paid | already paid in full | is fully paid",
      "pagamento confirmado | pagamento recebido | recebemos seu pagamento | recebemos o seu pagamento | recebemos o pagamento | payment received | payment confirmed | received your payment | pago recibido | pago confirmado | recibimos su pago | recibimos tu pago | hemos recibido su pago | hemos recibido tu pago",
      "zerad* | divida zerada | zerar a divida | zerar sua divida | saldo zerado | deuda saldada | saldada",
    ),
  },
  {
    name: "approved",
    phrases: list(
      "pre - aprovad* | preaprovad* | foi aprovad* | esta aprovad* | credito aprovado | aprovacao imediata | aprobacion inmediata | pre - aprobad* | preaprobad*",
      "ha sido aprobad* | fue aprobad* | esta aprobad* | credito aprobado | pre - approved | preapproved | been approved | is approved | are approved | was approved | instant approval",
      "voce ganhou | voce foi sorteado | voce foi selecionad* | foi contemplad* | ganaste | has ganado | ha ganado | ha sido seleccionad* | you won | you've won | you have won | been selected | winner | sortead* | premio | premios | prize*",
    ),
  },
  {
    name: "legal",
    phrases: list(
      "protest* | negativar | negativacao | negativad* | negativaremos | negativamos | nome sujo | sujar seu nome | sujar o nome | nome limpo | spc | serasa | orgaos de protecao ao credito | cadastro de inadimplentes | inadimplentes",
      "buro de credito | central de riesgo* | lista de morosos | credit bureau* | credit score | credit report* | credit agenc* | credit record | credit rating | credit history | collection agenc* | collections agenc* | debt collector* | collections",
      "medidas legais | medidas judiciais | medidas cabiveis | acao judicial | acoes judiciais | acao legal | acoes legais | processo judicial | vias judiciais | judicial* | judicialmente | justica | na justica",
      "advogad* | juridico | juridica | juridicamente | juridicas | cartorio* | penhora* | execucao judicial | lawsuit* | legal action* | legal proceeding* | legal measure* | sue | suing | court | attorney* | lawyer* | legal department | legal team | small claims",
      "demanda judicial | demandar | acciones legales | accion legal | via judicial | vias legales | abogad* | embarg* | tribunales | juzgado | proceso legal | proceso judicial | medidas legales | cobranza judicial | cobranca judicial | departamento legal | reportar a | reportaremos | reportado | reportada | reportarlo | registrado como moroso | moroso* | boletim de ocorrencia | policia | police | denuncia*",
      "score de credito | seu score | historial crediticio | historico de credito | cobranca externa | agencia de cobranca | agencia de cobranza | empresa de cobranca",
    ),
  },
  {
    name: "suspension",
    phrases: list(
      "suspens* | suspend* | suspender* | bloquea* | bloqueio* | bloqueo* | bloquear* | corte do servico | corte del servicio | cortar o servico | cortar el servicio | cortado | cortada | disconnect* | cut off | deactivat* | desativad* | desativar* | desactiva* | cancelamento automatico | cancelacion automatica | cancelado automaticamente | cancelada automaticamente | will be cancelled | will be canceled | sera cancelad* | perdera o acesso | perder o acesso | lose access | perdera el acceso | perder el acceso",
      "terminate* | despejo | eviction | repossess*",
    ),
  },
  {
    name: "urgency",
    phrases: list(
      "ultimo dia | ultima chance | ultimas vagas | ultima vaga | ultimas unidades | ultima oportunidade | ultima oportunidad | ultimos lugares | ultimos cupos | cupos limitados | lugares limitados | vagas limitadas | poucas vagas | pocos cupos | estoque limitado | stock limitado | limited stock | limited time | limited spots | limited seats | tempo limitado | tiempo limitado | last chance | last day | final day | only today | today only | so hoje | somente hoje | apenas hoje | solo hoy | solo por hoy | only a few left | few spots left | spots left | places left | while supplies last | enquanto durar* | hasta agotar",
    ),
  },
  {
    name: "terms",
    phrases: list(
      "parcelar | parcelamos | parcelamento* | parcelad* | parcele | payment plan* | in installments | in instalments | en cuotas | em parcelas | plan de pago* | plan de cuotas | a plazos | fraccionar | financiar | financiamento | financiamos | financing | financiacion | meses sin intereses | split the payment | split into | dividir em | dividir en | dividir o pagamento | dividir el pago",
      "prorrog* | prorroga* | estender o prazo | estendemos o prazo | extender el plazo | ampliar el plazo | extend the deadline | extend your deadline | extend the due date | extended the due date | extended until | mais prazo | novo prazo | nuevo plazo | grace period | periodo de carencia | periodo de gracia | carencia | more time to pay",
    ),
  },
  {
    name: "delivery",
    phrases: list(
      "frete gratis | free shipping | envio gratis | entrega expressa | express delivery | same - day delivery | same day delivery | entrega no mesmo dia | next - day delivery",
    ),
  },
  {
    name: "trial",
    phrases: list(
      "free trial | periodo de teste | teste gratis | prueba gratis | periodo de prueba | trial period | degustacao",
    ),
  },
  {
    name: "gift",
    phrases: list(
      "voce ganha | ganha um | ganha uma | brinde* | regalo* | gift* | bonus gift* | voce leva | leva junto | te llevas | se lleva | llevate | te regalamos | le regalamos | you get a bonus | de presente | as a gift | you also get | tambien recibes | throw in",
    ),
    except: list("voce ganha tempo"),
  },
  {
    name: "included",
    phrases: list(
      "incluso | inclusa | inclusos | inclusas | incluid* | included | includes | inclui | incluye | incluyen | incluem | ja inclui",
    ),
  },
  {
    name: "cancel",
    phrases: list(
      "cancel anytime | cancel at any time | cancele quando quiser | cancela quando quiser | cancelar quando quiser | cancelar a qualquer momento | cancele a qualquer momento | cancela cuando quieras | cancele cuando quiera | cancelar en cualquier momento",
    ),
  },
  {
    name: "lifetime",
    phrases: list("vitalici* | para sempre | para siempre | forever | lifetime | ilimitad* | unlimited"),
  },
];

/** Before a promise, in its sentence, they turn it round. The Portuguese `no` is none: it is `in the`. */
export const NEGATIONS: Record<Dialect, ReadonlySet<string>> = {
  en: new Set(
    "no not never without nor none cannot can't don't doesn't won't isn't aren't didn't zero waive waived".split(
      " ",
    ),
  ),
  pt: new Set(
    "nao nunca sem jamais nem nenhum nenhuma zero isento isenta isentos isentas livre livres".split(" "),
  ),
  es: new Set("no nunca sin jamas ni ningun ninguna tampoco cero exento exenta libre libres".split(" ")),
};

/** Behind a negation they take it back: `não perca o desconto`, `not only`. */
export const NOT_NEGATED: ReadonlySet<string> = new Set(
  "perca perder percam deixe deixar pierda pierdas pierdan deje dejes miss forget esqueca olvide olvides so solo apenas only just".split(
    " ",
  ),
);

/** Before what has been paid or approved they leave open whether it was. */
export const CONDITIONS: ReadonlySet<string> = new Set(
  "se si if caso once whether when cuando quando assim unless until ate hasta after apos depois despues".split(
    " ",
  ),
);
/** The families that a condition leaves open. */
export const LEFT_OPEN: ReadonlySet<string> = new Set(["paid", "approved"]);

/** What follows it and turns it round: `juros zero`, `interest-free`. */
export const NEGATIONS_BEHIND: readonly (readonly string[])[] = ["zero", "cero", "- free", "free", "0"].map(
  (words) => words.split(" "),
);

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Capitals that name nothing a fact would have to know: services everybody writes with, papers, titles, days, tongues. */
export const KNOWN_NAMES: ReadonlySet<string> = words(`
  whatsapp whats zap pix sms pdf cpf cnpj rg cep boleto instagram facebook linkedin telegram youtube google gmail email
  e-mail mail internet online site web app apps wi-fi wifi qr code nf nfe nfs id rsvp faq ceo tv usb crm erp iva rut dni nif rfc
  curp ok asap fyi ps p.s eta brl usd eur mxn r us url link sim pm am lgpd gdpr iban ted doc clabe spei
  ct ln pl sq hwy apt fl st ave rd blvd suite ste floor cra cll av rua calle carrera avda pza no nro num ref obs att eod tbd api kpi roi rh ti it hr pj mei ltda sa inc llc cia msg
  sr sra srta sres dr dra dona don dona seu prof mr mrs ms miss sir madam
  voce voces vc vcs senhor senhora senhores usted ustedes ud uds vd i i'm i'll i've i'd i'
  deus dios god natal navidad pascoa pascua carnaval christmas easter ano novo ano nuevo new year
  brasil brazil portugues portuguesa ingles espanhol espanol english portuguese spanish
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun est pst cst gmt utc
  segunda terca quarta quinta sexta feira sabado domingo janeiro fevereiro marco abril maio junho julho agosto setembro outubro
  novembro dezembro lunes martes miercoles jueves viernes enero febrero marzo mayo junio julio septiembre octubre noviembre
  diciembre
`);

/**
 * Words that people write with a capital within a sentence although they name nothing: in titles, signatures and
 * headings, for emphasis, or after a greeting.
 */
export const COMMON_WORDS: ReadonlySet<string> = words(`
  a as o os um uma uns umas e ou mas que se de da do das dos em no na nos nas por pelo pela para pra com sem sob ao aos
  eu ele ela eles elas nos meu minha seu sua seus suas nosso nossa nossos nossas este esta esse essa isso isto aqui ali la
  nao sim ja ainda hoje amanha ontem agora depois antes sempre nunca tambem muito muita mais menos bem bom boa dia tarde noite
  oi ola opa tudo como esta vai tem pode posso podemos podes quer queria gostaria fico ficamos passando sou somos
  obrigado obrigada grato grata abraco abracos atenciosamente cordialmente att beijos equipe time atendimento financeiro
  suporte comercial vendas cobranca central departamento setor gerente consultor consultora assistente diretor diretora
  aviso lembrete lembrando importante atencao urgente vencimento valor data horario local link pagamento fatura boleto conta
  pedido contrato proposta orcamento consulta reuniao agendamento plano servico produto cliente parcela mensalidade
  nota fiscal politica privacidade termos resumo detalhes segue seguem confirmacao confirmar confirme clique acesse responda
  qualquer duvida duvidas conte estou estamos aguardo assunto novidade novidades bem-vindo bemvindo bem vindo parabens
  favor porfavor entao olha veja caso quando onde qual quais quem porque pois assim porem alias infelizmente felizmente
  the a an and or but if of to in on at by for from with without is are was be been it its this that these those
  we you your our my me he she they i hi hello hey dear good morning afternoon evening night thanks thank regards best kind
  sincerely cheers warm warmly yours team support billing sales customer success service department manager assistant
  reminder notice important urgent please due date time location amount payment invoice account order contract proposal
  quote estimate appointment meeting visit plan product client installment summary details confirm confirmation click
  here reply let know looking forward subject update updates welcome congratulations yes no not now today tomorrow yesterday
  so then also just still however unfortunately meanwhile finally first next last when where what which who how why
  can could would will shall should may might must do does did have has had get got see check re fwd fw about
  before after until since while because as than too very more most some any all each every one two
  el la los las un una unos unas y o pero que si de del al en por para con sin su sus tu tus mi mis nuestro nuestra nuestros
  nuestras este esta ese esa esto eso aqui ahi hoy manana ayer ahora despues antes siempre nunca tambien muy mas menos bien
  bueno buena buenos buenas dia dias tarde tardes noche noches hola que tal como esta estas va puede puedo podemos quiere
  gracias saludo saludos atentamente cordialmente abrazo abrazos equipo atencion ventas soporte cobranza gerente asesor
  asesora asistente aviso recordatorio recordando importante urgente vencimiento monto fecha hora lugar enlace pago factura
  cuenta pedido contrato propuesta presupuesto cita reunion consulta plan servicio producto cliente cuota mensualidad resumen
  detalles adjunto confirmacion confirmar confirme haga clic responda cualquier duda dudas quedo quedamos asunto
  bienvenido bienvenida felicidades por favor entonces mire vea caso cuando donde cual cuales quien porque pues asi
  lamentablemente ademas solo no si ya aun todavia
  sua seu your tu ou pra viu bjs abs tmj blz ok okay certo combinado perfeito perfecto great sure
  payable upcoming overdue pending past following follow up follow-up quick question friendly gentle still interested
  ready need help want wanted thoughts chance call chat touch base checking check-in renewal renew expires expiring expired
  membership subscription policy order shipment delivery missed sorry
  pendente pendiente atrasada atrasado vencida vencido aberto aberta abierta renovacao renovacion vence venceu vencio
  falta faltou retorno retomar seguimento seguimiento acompanhamento pergunta pregunta rapida rapido sobre referente ref
  lembra recuerda recuerde lembrete seguinte proxima proximo proximos passos pasos steps segunda primeira primera terceira
  confirmado confirmada agendado agendada agenda visita sessao sesion aula clase curso matricula inscricao inscripcion
`);

/** Words that open a sentence and are followed by a comma, but address nobody. */
export const OPENERS: ReadonlySet<string> = words(`
  oi ola opa oie ei hey hi hello hola buenas bom boa dia well so then ok okay okey yes no sim nao si claro certo perfeito perfecto
  primeiro primeira primero segundo segunda tercero terceiro entao assim portanto porem contudo entretanto alias inclusive afinal enfim depois antes agora hoje amanha ontem aqui la
  ademas entonces asi luego despues ahora hoy manana ayer aqui pues bueno bien
  however therefore meanwhile also first second third finally lastly otherwise now today tomorrow yesterday here still
  obrigado obrigada gracias thanks thank abraco abracos abs saludos saludo regards best cheers sincerely atenciosamente
  atentamente cordialmente att grato grata beijos bjs yours warmly
  lembrando lembrete recordatorio reminder importante atencao aviso nota note ps obs resumo
  por favor please desculpe desculpa sorry perdao disculpe disculpa parabens felicidades congratulations bemvindo bemvinda
  welcome bienvenido bienvenida pronto listo done great good otimo excelente perfect super legal beleza tranquilo
  infelizmente felizmente caso se if when quando cuando como as since enquanto mientras while apesar embora aunque although
  alem disso besides anyway enfim total valor data fecha date local lugar horario hora time link
  tudo todo all again novamente nuevamente outra otra uma una um un se senao talvez quiza quizas maybe perhaps
  passando escrevo estou sou soy somos prezado prezada prezados estimado estimada estimados dear caro cara querido querida
  cliente customer team equipe equipo pessoal gente amigo amiga friend there senhor senhora senor senora sr sra
  lembra recuerda olha mira veja vea look viu sabe entende certamente seguramente
`);
/** Words that greet; the name behind them is the reader's. */
export const GREETINGS: ReadonlySet<string> = words(`
  oi ola opa oie ei hey hi hello hola dear prezado prezada caro cara querido querida estimado estimada estimados
  bomdia dia tarde noite dias tardes noches morning afternoon evening
`);

/** Words between a greeting and the name. */
export const TITLES: ReadonlySet<string> = words(
  `sr sra srta dr dra dona don mr mrs ms miss senhor senhora senor senora seu prof`,
);

/** Small words within a name. */
export const NAME_JOINTS: ReadonlySet<string> = words(`de da do das dos del la las los e y & of van von di`);

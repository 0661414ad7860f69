/** The guard's languages, by their base. */
export type Dialect = "en" | "pt" | "es";

const counted = (words: string, from: number, by = 1): [string, number][] =>
  words.split(" ").flatMap((forms, index) => forms.split("|").map((form) => [form, from + index * by]));

/** Without accents, as the guard reads. Several forms of one number are parted by a bar. */
export const NUMBER_WORDS: Record<Dialect, ReadonlyMap<string, number>> = {
  en: new Map([
    ...counted("one two three four five six seven eight nine ten eleven twelve thirteen fourteen", 1),
    ...counted("fifteen sixteen seventeen eighteen nineteen", 15),
    ...counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    ...counted("hundred", 100),
    ...counted("dozen", 12),
    ...counted("zero", 0),
    ["twice", 2],
    ["thrice", 3],
  ]),
  pt: new Map([
    ...counted("um|uma dois|duas tres quatro cinco seis sete oito nove dez onze doze treze", 1),
    ...counted("catorze|quatorze quinze dezesseis|dezasseis dezessete|dezassete dezoito", 14),
    ...counted("dezenove|dezanove", 19),
    ...counted("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 20, 10),
    ...counted("cem|cento duzentos|duzentas trezentos|trezentas quatrocentos|quatrocentas", 100, 100),
    ...counted("quinhentos|quinhentas seiscentos|seiscentas setecentos|setecentas", 500, 100),
    ...counted("oitocentos|oitocentas novecentos|novecentas", 800, 100),
    ...counted("duzia|duzias", 12),
    ...counted("zero", 0),
  ]),
  es: new Map([
    ...counted("un|una|uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece", 1),
    ...counted("catorce quince dieciseis diecisiete dieciocho diecinueve", 14),
    ...counted("veinte veintiun|veintiuno|veintiuna veintidos veintitres veinticuatro veinticinco", 20),
    ...counted("veintiseis veintisiete veintiocho veintinueve", 26),
    ...counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
    ...counted("cien|ciento doscientos|doscientas trescientos|trescientas", 100, 100),
    ...counted("cuatrocientos|cuatrocientas quinientos|quinientas seiscientos|seiscientas", 400, 100),
    ...counted("setecientos|setecientas ochocientos|ochocientas novecientos|novecientas", 700, 100),
    ...counted("docena|docenas", 12),
    ...counted("cero", 0),
  ]),
};

/** What a number before them is multiplied with; they stand alone, too (`mil reais`), unless they are one letter. */
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ["mil", 1e3],
  ["thousand", 1e3],
  ["k", 1e3],
  ["milhao", 1e6],
  ["milhoes", 1e6],
  ["million", 1e6],
  ["millones", 1e6],
  ["millon", 1e6],
  ["mi", 1e6],
  ["mm", 1e6],
  ["bilhao", 1e9],
  ["bilhoes", 1e9],
  ["billion", 1e9],
]);

/** Those that are nothing but a number's multiplier right behind its digits. */
export const SHORT_MULTIPLIERS: ReadonlySet<string> = new Set(["k", "mi", "mm"]);

/** Between the parts of a number in words: `vinte e cinco`, `one hundred and five`, `treinta y dos`. */
export const NUMBER_JOINTS: Record<Dialect, string> = { en: "and", pt: "e", es: "y" };

/** The words that are articles as well as the number one: harmless unless something is counted with them. */
export const ONES: ReadonlySet<string> = new Set(["um", "uma", "un", "una", "uno", "one"]);

/** Multiples and parts said in a word. */
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["metade", 0.5],
  ["half", 0.5],
  ["mitad", 0.5],
  ["dobro", 2],
  ["double", 2],
  ["doble", 2],
  ["triplo", 3],
  ["triple", 3],
]);

/** Ordinals from the second on: numbers where something counted follows (`terceira parcela`). */
export const ORDINALS: Record<Dialect, ReadonlyMap<string, number>> = {
  en: new Map(
    counted("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1),
  ),
  pt: new Map([
    ...counted("primeira|primeiro segunda|segundo terceira|terceiro quarta|quarto quinta|quinto", 1),
    ...counted("sexta|sexto setima|setimo oitava|oitavo nona|nono decima|decimo", 6),
  ]),
  es: new Map([
    ...counted("primera|primero|primer segunda|segundo tercera|tercero|tercer cuarta|cuarto", 1),
    ...counted("quinta|quinto sexta|sexto septima|septimo octava|octavo novena|noveno decima|decimo", 5),
  ]),
};

/** What ordinals count that a fact has to support. */
export const COUNTED_IN_ORDER: ReadonlySet<string> = new Set(
  (
    "parcela parcelas mensalidade prestacao fatura cuota mensualidad pago factura installment instalment payment " +
    "invoice notice aviso reminder lembrete recordatorio"
  ).split(" "),
);

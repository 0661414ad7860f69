const said = (list: string): readonly (readonly string[])[] =>
  list
    .split("|")
    .map((words) => words.trim().split(" "))
    .sort((one, other) => other.length - one.length);

/**
 * Phrases whose numbers say nothing that a fact could support. Short on purpose: what is not here has to be supported.
 */
export const HARMLESS: readonly (readonly string[])[] = said(
  // Portuguese
  "mil desculpas | mil coisas | os dois lados | dos dois | das duas | mil perdoes | mil obrigados | uma ou duas | um ou dois | nos dois | nos duas | voces dois | " +
    "por um lado | mais uma vez | uma vez | outra vez | de uma vez | um a um | um por um | " +
    // Spanish
    "2 a via | mil cosas | mil gracias | mil disculpas | una o dos | uno o dos | los dos | las dos partes | ustedes dos | de las dos | de los dos | ambos dos | por un lado | " +
    "una vez mas | una vez | " +
    // English
    "one or two | of the two | both sides | half a page | half the time | the two of us | you two | one more time | one last time | one of | a million thanks | a million things | a thousand things | " +
    "a thousand thanks | one on one | two cents",
);

/** Words behind a number that are nothing counted. */
export const NO_NOUNS: ReadonlySet<string> = new Set(
  (
    "e y and a as o os ou or de da do das dos del la el los las en em no na nos nas que if se si by on at to para pra por " +
    "com con with is was e are foi esta this that the via ja ya still ainda aun hoje hoy today ate until pelo pela for in " +
    "so mas but pero not nao ago atras left late"
  ).split(" "),
);

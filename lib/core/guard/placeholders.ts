import type { Folded } from "./folded";

/** Positions in the folded text. */
type Span = { from: number; to: number };

const NAMED =
  "nome|name|nombre|link|enlace|data|date|fecha|valor|value|amount|monto|hora|time|empresa|company|produto|product|producto|seu nome|your name|tu nombre|su nombre|telefone|phone|telefono|endereco|address|direccion|url";

/**
 * What a text has where something should have been filled in. Each pattern is bounded, so that none takes longer than
 * in proportion to the text.
 */
const PATTERNS: readonly RegExp[] = [
  /\{\{[^{}\n]{0,120}\}{0,2}|\}\}|\{%[^%\n]{0,120}(?:%\})?|%\}/g,
  /\$?\{[^{}\n]{0,80}\}|#\{[^{}\n]{0,80}\}?/g,
  /\[[^[\]\n]{0,80}[a-z][^[\]\n]{0,80}\](?!\()/g,
  /<{1,2}\/?[a-z][^<>\n]{0,80}>{1,2}/g,
  /(?<![a-z0-9])x{3,}(?![a-z0-9])|(?<![a-z0-9])x{2,}[/:.]x{2,}(?:[/:.]x{2,})?/g,
  /(?<=[$€£] ?)x{1,6}(?![a-z0-9])/g,
  /_{3,}|\.{6,}/g,
  /lorem ipsum/g,
  /\*\|[^|\n]{0,60}\|\*|%%?[a-z_]{2,40}%%?|(?<![a-z0-9])%s(?![a-z0-9])/g,
  /(?<![a-z])(?:insert|inserir|insira|insertar|inserte|add|adicione|agregar|agregue|preencha|preencher|complete|your|seu|sua|tu|su)(?: (?:o|a|the|el|la|your|seu|sua|tu|su))? (?:name|nome|nombre|link|enlace|date|data|fecha|value|valor|amount|monto|company|empresa) (?:here|aqui|ali)(?![a-z])/g,
  /(?<![a-z])(?:undefined|nan|\[object object\])(?![a-z])/g,
  new RegExp(`\\((?:${NAMED})\\)`, "g"),
];

/** In capitals, as notes to oneself are written: `INSERT LINK`. */
const IN_CAPITALS =
  /(?<![A-Za-z])(?:INSERT|INSERIR|INSIRA|INSERTAR|INSERTE|PLACEHOLDER|TBD|TBC|XX)(?![A-Za-z])(?: [A-Z]{2,20}){0,3}/g;

export function placeholdersIn({ lower, cased }: Folded): Span[] {
  const spans = PATTERNS.flatMap((pattern) => spansOf(lower, pattern));
  const all = [...spans, ...spansOf(cased, IN_CAPITALS)].sort((one, other) => one.from - other.from);
  const apart: Span[] = [];
  for (const span of all) if (span.from >= (apart.at(-1)?.to ?? 0)) apart.push(span);
  return apart;
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }));

/**
 * What the person wrote in this message: without the quoted text below or between it, without a signature. Mail programs
 * announce a quotation in their user's language.
 */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const end = lines.findIndex((line, index) => isEnd(line, lines[index + 1] ?? ""));
  const kept = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !line.trimStart().startsWith(">"));
  return kept.join("\n").trim();
}

const isEnd = (line: string, next: string) =>
  line === "-- " ||
  line === "--" ||
  SENT_FROM.test(line.trim()) ||
  DIVIDER.test(line.trim()) ||
  announces(line.trim(), next.trim());

const DIVIDER =
  /^[-_*]{2,}\s*(original message|forwarded message|mensagem original|mensagem encaminhada|mensaje original|mensaje reenviado)\s*[-_*]{2,}$|^_{10,}$/i;

/** What phones and programs add below. */
const SENT_FROM =
  /^(sent from my|sent from outlook|get outlook for|enviado (do|pelo) (meu|outlook)|enviado d[eo] (meu|mi)|enviado desde mi|obtenha o outlook|obtener outlook)\b/i;

/** `On Mon, 3 Nov 2026, Ana wrote:`, also where the name has slipped to the next line. */
function announces(line: string, next: string): boolean {
  if (WROTE.test(line)) return true;
  if (ATTRIBUTION_BEGINS.test(line) && WROTE_ENDS.test(next)) return true;
  return OUTLOOK_FROM.test(line) && OUTLOOK_SENT.test(next);
}

const WROTE_ENDS = /(wrote|escreveu|escribi[oó])\s*:$/i;
const ATTRIBUTION_BEGINS = /^(on|em|el|le)\s.*\d/i;
const WROTE = /^(on|em|el)\s.*\d.*\s(wrote|escreveu|escribi[oó])\s*:$/i;
const OUTLOOK_FROM = /^\*?(from|de)\s*:\*?\s*\S/i;
const OUTLOOK_SENT = /^\*?(sent|date|enviad[oa]( em| el)?|data|fecha)\s*:\*?\s*\S/i;

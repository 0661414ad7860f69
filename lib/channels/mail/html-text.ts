/** Elements whose content nobody reads. */
const UNREAD = new Set(["script", "style", "head", "title", "noscript", "template", "svg"]);
const BREAKS = new Set([
  "br",
  "hr",
  "li",
  "tr",
  "table",
  "ul",
  "ol",
  "div",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
]);
/** A person writes far less; beyond it stands a document. */
const LONGEST_HTML = 500_000;

/**
 * The text of an HTML mail, with what it quotes marked by `>` as in text mails. One pass from left to right, so that no
 * mail takes long, however it is made.
 */
export function htmlToText(html: string): string {
  const text: string[] = [];
  const source = html.slice(0, LONGEST_HTML);
  let quotes = 0;
  let at = 0;
  const write = (part: string) => text.push(quotes > 0 ? part.replaceAll("\n", "\n> ") : part);
  while (at < source.length) {
    const open = source.indexOf("<", at);
    write(decoded(source.slice(at, open === -1 ? undefined : open).replace(/\s+/g, " ")));
    if (open === -1) break;
    const isComment = source.startsWith("<!--", open);
    const close = source.indexOf(isComment ? "-->" : ">", open);
    if (close === -1) break;
    at = close + (isComment ? 3 : 1);
    if (isComment) continue;
    const [, slash = "", name = ""] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(source.slice(open, open + 32)) ?? [];
    const tag = name.toLowerCase();
    if (UNREAD.has(tag) && !slash) at = endOf(source, tag, at);
    if (tag === "blockquote") {
      quotes = Math.max(0, quotes + (slash ? -1 : 1));
      write("\n");
    }
    if (tag === "p") write(slash ? "\n\n" : "\n");
    if (BREAKS.has(tag) && (tag !== "div" || !slash)) write("\n");
  }
  return tidied(text.join(""));
}

function endOf(source: string, tag: string, from: number): number {
  const end = new RegExp(`</${tag}`, "gi");
  end.lastIndex = from;
  return end.exec(source)?.index ?? source.length;
}

const tidied = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replace(/^ +| +$/g, "").replace(/^(> ?)+$/, ">"))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

const decoded = (text: string): string =>
  text.includes("&")
    ? text.replace(
        /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8}\d?);/gi,
        (whole, name: string) => letterOf(name) ?? whole,
      )
    : text;

function letterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return NAMED[name];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (code === 160) return " ";
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : "";
}

/** Of the letters from 161 to 255 in their order, as HTML 4 names them. */
const LATIN =
  "iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const NAMED: Record<string, string> = Object.assign(Object.create(null), {
  ...Object.fromEntries(LATIN.split(" ").map((name, i) => [name, String.fromCharCode(161 + i)])),
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", shy: "", zwnj: "", zwj: "" },
  ...{
    ndash: "–",
    mdash: "—",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    hellip: "…",
    bull: "•",
    euro: "€",
  },
});

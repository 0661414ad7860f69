/**
 * The marks of WhatsApp: `*bold*`, `_italic_`, `~struck~`, `` `code` `` and ```` ```mono``` ````, `- ` and `1. ` lists,
 * `> ` quotes, and web and mail addresses as links. https://faq.whatsapp.com/539178204879377
 */
export type Inline =
  | { type: "text"; text: string }
  | { type: "bold" | "italic" | "strike"; children: Inline[] }
  | { type: "mono"; text: string }
  | { type: "link"; href: string; text: string };

export type Block =
  /** Lines that stand together; an empty line begins a new paragraph. */
  | { type: "paragraph" | "quote"; lines: Inline[][] }
  | { type: "bullets"; items: Inline[][] }
  | { type: "numbers"; start: number; items: Inline[][] };

/** The text as WhatsApp would show it. Never fails: what is no mark is text. */
export function parseMarks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of text.split(/\r?\n/)) {
    const { kind, start, content } = lineOf(line);
    if (kind === "empty") {
      open = null;
      continue;
    }
    if (open?.type !== kind) {
      open = emptyBlock(kind, start);
      blocks.push(open);
    }
    ("lines" in open ? open.lines : open.items).push(parseInline(content));
  }
  return blocks;
}

/** Without the marks, line by line: lists and quotes keep their beginnings, which read well anywhere. */
export function marksToPlain(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => {
      const { content } = lineOf(line);
      return line.slice(0, line.length - content.length) + plainOf(parseInline(content));
    })
    .join("\n");
}

/** As HTML for an email's body. Everything is escaped; the only attribute is a link's address. */
export function marksToHtml(text: string): string {
  return parseMarks(text).map(blockHtml).join("\n");
}

type Line = { kind: Block["type"] | "empty"; start: number; content: string };

function lineOf(line: string): Line {
  if (line.trim() === "") return { kind: "empty", start: 0, content: line };
  const bullet = /^[-*] +(?=\S)/.exec(line);
  if (bullet) return { kind: "bullets", start: 0, content: line.slice(bullet[0].length) };
  const number = /^(\d{1,3})\. +(?=\S)/.exec(line);
  if (number) return { kind: "numbers", start: Number(number[1]), content: line.slice(number[0].length) };
  const quote = /^> ?(?=\S)/.exec(line);
  if (quote) return { kind: "quote", start: 0, content: line.slice(quote[0].length) };
  return { kind: "paragraph", start: 0, content: line };
}

function emptyBlock(type: Block["type"], start: number): Block {
  switch (type) {
    case "paragraph":
    case "quote":
      return { type, lines: [] };
    case "bullets":
      return { type, items: [] };
    case "numbers":
      return { type, start, items: [] };
  }
}

const MARKS = { "*": "bold", _: "italic", "~": "strike" } as const;
type Mark = keyof typeof MARKS;
const isMark = (character: string): character is Mark => character in MARKS;

/** Within one line: no mark reaches over its end. */
function parseInline(line: string): Inline[] {
  const found: Inline[] = [];
  /** Marks that are known to have no closing one after here, so that a line of nothing but marks takes no longer. */
  const unclosed = new Set<string>();
  let plain = "";
  const push = (inline: Inline) => {
    if (plain !== "") found.push({ type: "text", text: plain });
    plain = "";
    found.push(inline);
  };
  for (let at = 0; at < line.length; ) {
    const begun = inlineAt(line, at, unclosed);
    if (begun) {
      push(begun.inline);
      at = begun.end;
    } else {
      plain += line[at];
      at++;
    }
  }
  if (plain !== "") found.push({ type: "text", text: plain });
  return found;
}

function inlineAt(line: string, at: number, unclosed: Set<string>): { inline: Inline; end: number } | null {
  const character = line[at] ?? "";
  if (isWordAt(line, at - 1)) return null;
  if (character === "`") {
    const mark = line.startsWith("```", at) ? "```" : "`";
    const end = closingOf(line, mark, at, unclosed);
    if (end === null) return null;
    return { inline: { type: "mono", text: line.slice(at + mark.length, end) }, end: end + mark.length };
  }
  if (isMark(character)) {
    const end = closingOf(line, character, at, unclosed);
    if (end === null) return null;
    return {
      inline: { type: MARKS[character], children: parseInline(line.slice(at + 1, end)) },
      end: end + 1,
    };
  }
  return linkAt(line, at);
}

/** Where the mark that opens at `at` is closed: at the border of a word, with something other than spaces between. */
function closingOf(line: string, mark: string, at: number, unclosed: Set<string>): number | null {
  const from = at + mark.length;
  const next = line[from] ?? " ";
  if (unclosed.has(mark) || next === mark || /\s/.test(next)) return null;
  for (let end = line.indexOf(mark, from); end >= 0; end = line.indexOf(mark, end + 1)) {
    if (end > from && !/\s/.test(line[end - 1] ?? "") && !isWordAt(line, end + mark.length)) return end;
  }
  unclosed.add(mark);
  return null;
}

const WORD = /[\p{L}\p{N}]/u;
const isWordAt = (line: string, at: number) => WORD.test(line[at] ?? "");

const ADDRESS = /(?:https?:\/\/[^\s<>"`]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)/y;

function linkAt(line: string, at: number): { inline: Inline; end: number } | null {
  ADDRESS.lastIndex = at;
  const match = ADDRESS.exec(line);
  if (!match) return null;
  // The end of a sentence, and the marks around an address, are not part of it.
  const text = match[0].replace(/[.,;:!?)\]}'*_~]+$/, "");
  const href = /^https?:/.test(text) ? text : `mailto:${text}`;
  if (!URL.canParse(href)) return null;
  return { inline: { type: "link", href, text }, end: at + text.length };
}

function plainOf(inlines: Inline[]): string {
  return inlines.map((one) => ("children" in one ? plainOf(one.children) : one.text)).join("");
}

const INLINE_TAGS = { bold: "strong", italic: "em", strike: "s" } as const;

function blockHtml(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${linesHtml(block.lines)}</p>`;
    case "quote":
      return `<blockquote>${linesHtml(block.lines)}</blockquote>`;
    case "bullets":
      return `<ul>${itemsHtml(block.items)}</ul>`;
    case "numbers":
      return `<ol${block.start === 1 ? "" : ` start="${block.start}"`}>${itemsHtml(block.items)}</ol>`;
  }
}

const linesHtml = (lines: Inline[][]) => lines.map(inlineHtml).join("<br>\n");
const itemsHtml = (items: Inline[][]) => items.map((item) => `<li>${inlineHtml(item)}</li>`).join("");

const inlineHtml = (inlines: Inline[]): string => inlines.map(oneHtml).join("");

function oneHtml(one: Inline): string {
  switch (one.type) {
    case "text":
      return escaped(one.text);
    case "mono":
      return `<code>${escaped(one.text)}</code>`;
    case "link":
      return `<a href="${escaped(one.href)}">${escaped(one.text)}</a>`;
    case "bold":
    case "italic":
    case "strike": {
      const tag = INLINE_TAGS[one.type];
      return `<${tag}>${inlineHtml(one.children)}</${tag}>`;
    }
  }
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

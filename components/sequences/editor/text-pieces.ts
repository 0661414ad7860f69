/** A stretch of a message: words, or a variable to be shown as a chip. */
export type TextPiece = { kind: "words" | "variable"; text: string };

const VARIABLE = /\{\{-?\s*([a-z_][\w.]*)[^{}]*\}\}/gi;
const TAG = /\{%.*?%\}/gs;
/** More than one line of the timeline ever shows. */
const SHOWN = 140;

/** The first words of a message on one line. */
export function piecesOf(text: string): TextPiece[] {
  const line = text
    .slice(0, SHOWN * 2)
    .replace(TAG, "")
    .replace(/\s+/g, " ")
    .trim();
  const pieces: TextPiece[] = [];
  let length = 0;
  let from = 0;
  const add = (kind: TextPiece["kind"], words: string) => {
    if (words === "" || length >= SHOWN) return;
    length += words.length;
    pieces.push({ kind, text: words });
  };
  for (const match of line.matchAll(VARIABLE)) {
    add("words", line.slice(from, match.index));
    add("variable", match[1] ?? "");
    from = match.index + match[0].length;
  }
  add("words", line.slice(from));
  return pieces;
}

/** A stretch of a text: in both, only in the one before, or only in the one after. */
export type Segment = { kind: "same" | "removed" | "added"; text: string };

/** Variables stay whole; otherwise words, spaces and single marks. */
const TOKEN = /\{\{.*?\}\}|\{%.*?%\}|\s+|[\p{L}\p{N}_'’-]+|./gsu;
/** Comparing takes time and room in the product of the lengths; beyond it the middle counts as rewritten. */
const MOST_COMPARED = 1_000_000;

/** What changed from one text to another, word by word. `same` and `removed` joined are the one before. */
export function changedWords(before: string, after: string): Segment[] {
  const old = before.match(TOKEN) ?? [];
  const fresh = after.match(TOKEN) ?? [];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < fresh.length - start &&
    old[old.length - 1 - end] === fresh[fresh.length - 1 - end]
  ) {
    end += 1;
  }
  return joined([
    ...segments("same", old.slice(0, start)),
    ...compare(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...segments("same", old.slice(old.length - end)),
  ]);
}

/** The longest common subsequence, read from the front. */
function compare(old: string[], fresh: string[]): Segment[] {
  if (old.length * fresh.length > MOST_COMPARED) {
    return [...segments("removed", old), ...segments("added", fresh)];
  }
  const width = fresh.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      common[i * width + j] =
        old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: Segment[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) {
      found.push({ kind: "same", text: old[i] ?? "" });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) found.push({ kind: "removed", text: old[i++] ?? "" });
    else found.push({ kind: "added", text: fresh[j++] ?? "" });
  }
  return [...found, ...segments("removed", old.slice(i)), ...segments("added", fresh.slice(j))];
}

const segments = (kind: Segment["kind"], tokens: string[]): Segment[] =>
  tokens.length === 0 ? [] : [{ kind, text: tokens.join("") }];

function joined(parts: Segment[]): Segment[] {
  const whole: Segment[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else whole.push({ ...part });
  }
  return whole;
}

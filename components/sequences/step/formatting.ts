/** What the formatting bar writes: WhatsApp's marks, which an email shows as formatting too. */
export const FORMATS = ["bold", "italic", "strike", "list", "link"] as const;
export type Format = (typeof FORMATS)[number];

/** A text and what of it is chosen; `from` equals `to` where there is only a caret. */
export type Chosen = { text: string; from: number; to: number };

const MARKS = { bold: "*", italic: "_", strike: "~" } as const;

/** Formats what is chosen, or takes the same format away again. */
export function applyFormat(chosen: Chosen, format: Format): Chosen {
  switch (format) {
    case "bold":
    case "italic":
    case "strike":
      return toggleMark(chosen, MARKS[format]);
    case "list":
      return toggleList(chosen);
    case "link":
      return insertLink(chosen);
  }
}

function toggleMark(given: Chosen, mark: string): Chosen {
  const { text, from, to } = withoutOuterSpace(given);
  const middle = text.slice(from, to);
  if (text[from - 1] === mark && text[to] === mark) {
    return { text: text.slice(0, from - 1) + middle + text.slice(to + 1), from: from - 1, to: to - 1 };
  }
  if (middle.length > 2 && middle.startsWith(mark) && middle.endsWith(mark)) {
    return { text: text.slice(0, from) + middle.slice(1, -1) + text.slice(to), from, to: to - 2 };
  }
  return { text: text.slice(0, from) + mark + middle + mark + text.slice(to), from: from + 1, to: to + 1 };
}

/** WhatsApp reads no mark beside a space, so the spaces of a loosely chosen word stay outside. */
function withoutOuterSpace({ text, from, to }: Chosen): Chosen {
  const middle = text.slice(from, to);
  if (middle.trim() === "") return { text, from: to, to };
  return {
    text,
    from: from + middle.length - middle.trimStart().length,
    to: to - (middle.length - middle.trimEnd().length),
  };
}

const BULLET = /^[-*] +/;

function toggleList({ text, from, to }: Chosen): Chosen {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const nextBreak = text.indexOf("\n", Math.max(to, start));
  const end = nextBreak < 0 ? text.length : nextBreak;
  const lines = text.slice(start, end).split("\n");
  const isList = lines.every((line) => BULLET.test(line));
  const changed = lines.map((line) =>
    isList ? line.replace(BULLET, "") : line.replace(BULLET, "").replace(/^/, "- "),
  );
  const middle = changed.join("\n");
  const next = text.slice(0, start) + middle + text.slice(end);
  const caret = start + middle.length;
  return from === to ? { text: next, from: caret, to: caret } : { text: next, from: start, to: caret };
}

/** Addresses are links by themselves; what is asked for is where to write one. */
function insertLink({ text, to }: Chosen): Chosen {
  const gap = to > 0 && !/\s/.test(text[to - 1] ?? "") ? " " : "";
  const caret = to + gap.length + LINK.length;
  return { text: text.slice(0, to) + gap + LINK + text.slice(to), from: caret, to: caret };
}

const LINK = "https://";

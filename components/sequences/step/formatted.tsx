import type { ReactNode } from "react";
import { type Block, type Inline, parseMarks } from "@/lib/core/marks";

/** A text with WhatsApp's marks as a reader sees it. Links are shown and lead nowhere: this is a preview. */
export function Formatted({ text }: { text: string }) {
  return (
    <div className="grid gap-2 break-words">
      {parseMarks(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part of a text is known by its position alone
        <BlockOf key={index} block={block} />
      ))}
    </div>
  );
}

function BlockOf({ block }: { block: Block }) {
  switch (block.type) {
    case "paragraph":
      return <p>{linesOf(block.lines)}</p>;
    case "quote":
      return (
        <blockquote className="border-l-3 pl-2 text-muted-foreground">{linesOf(block.lines)}</blockquote>
      );
    case "bullets":
      return <ul className="list-disc pl-5">{itemsOf(block.items)}</ul>;
    case "numbers":
      return (
        <ol start={block.start} className="list-decimal pl-5">
          {itemsOf(block.items)}
        </ol>
      );
  }
}

const linesOf = (lines: Inline[][]): ReactNode =>
  lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its position alone
    <span key={index} className="block">
      {inlinesOf(line)}
    </span>
  ));

const itemsOf = (items: Inline[][]): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its position alone
  items.map((item, index) => <li key={index}>{inlinesOf(item)}</li>);

const inlinesOf = (inlines: Inline[]): ReactNode =>
  inlines.map((inline, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a word is known by its position alone
    <InlineOf key={index} inline={inline} />
  ));

function InlineOf({ inline }: { inline: Inline }) {
  switch (inline.type) {
    case "text":
      return inline.text;
    case "bold":
      return <strong className="font-semibold">{inlinesOf(inline.children)}</strong>;
    case "italic":
      return <em>{inlinesOf(inline.children)}</em>;
    case "strike":
      return <s>{inlinesOf(inline.children)}</s>;
    case "mono":
      return <code className="font-mono text-[0.95em]">{inline.text}</code>;
    case "link":
      return <span className="text-blue underline underline-offset-2">{inline.text}</span>;
  }
}

import { Fragment, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { type Block, type Inline, parseMarks } from "@/lib/core/marks";

/** A text with WhatsApp's marks as the contact sees it: bold, italic, struck, lists, quotes and links. */
export function FormattedText({ text, className }: { text: string; className?: string }) {
  return <div className={cn("grid gap-2 break-words", className)}>{parseMarks(text).map(block)}</div>;
}

function block(part: Block, index: number): ReactNode {
  switch (part.type) {
    case "paragraph":
      return <p key={index}>{lines(part.lines)}</p>;
    case "quote":
      return (
        <blockquote key={index} className="border-current/30 border-l-2 pl-2">
          {lines(part.lines)}
        </blockquote>
      );
    case "bullets":
      return (
        <ul key={index} className="list-disc pl-5">
          {part.items.map(item)}
        </ul>
      );
    case "numbers":
      return (
        <ol key={index} start={part.start} className="list-decimal pl-5">
          {part.items.map(item)}
        </ol>
      );
  }
}

const lines = (all: Inline[][]): ReactNode =>
  all.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its position alone
    <Fragment key={index}>
      {index > 0 && <br />}
      {line.map(inline)}
    </Fragment>
  ));

const item = (inlines: Inline[], index: number): ReactNode => <li key={index}>{inlines.map(inline)}</li>;

function inline(part: Inline, index: number): ReactNode {
  switch (part.type) {
    case "text":
      return part.text;
    case "bold":
      return <strong key={index}>{part.children.map(inline)}</strong>;
    case "italic":
      return <em key={index}>{part.children.map(inline)}</em>;
    case "strike":
      return <s key={index}>{part.children.map(inline)}</s>;
    case "mono":
      return (
        <code key={index} className="font-mono">
          {part.text}
        </code>
      );
    case "link":
      return (
        <a
          key={index}
          href={part.href}
          target="_blank"
          rel="noopener noreferrer"
          className="break-all underline"
        >
          {part.text}
        </a>
      );
  }
}

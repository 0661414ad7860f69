"use client";

import { useTranslations } from "next-intl";
import type { Segment } from "@/lib/versions/words";

/** Of a long stretch that stayed the same, only the words around what changed. */
const NEAR = 60;

/** A text with what went and what came. Colour is not all: it is struck out or underlined, and read aloud as such. */
export function ChangedText({ words }: { words: Segment[] }) {
  const t = useTranslations("versions.difference");
  return (
    <p className="whitespace-pre-wrap break-words rounded-md bg-muted px-2.5 py-1.5">
      {words.map(({ kind, text }, index) => {
        // Segments have no identity but their place.
        const key = `${index} ${kind}`;
        if (kind === "same") {
          return <span key={key}>{shortened(text, index === 0, index === words.length - 1)}</span>;
        }
        return kind === "removed" ? (
          <del key={key} className="rounded-xs bg-red-soft text-red">
            <span className="sr-only">{t("removedWords")} </span>
            {text}
          </del>
        ) : (
          <ins key={key} className="rounded-xs bg-green-soft text-green underline decoration-1">
            <span className="sr-only">{t("addedWords")} </span>
            {text}
          </ins>
        );
      })}
    </p>
  );
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const characters = [...text];
  const start = isFirst ? "" : characters.slice(0, NEAR).join("");
  const end = isLast ? "" : characters.slice(-NEAR).join("");
  const isShort = characters.length <= (isFirst || isLast ? NEAR : 2 * NEAR);
  return isShort ? text : `${start} … ${end}`.trimStart();
}

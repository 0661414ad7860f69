"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Content } from "@/lib/core/model";
import { piecesOf } from "../editor/text-pieces";

type StepWordsProps = { content: Content; labels: ReadonlyMap<string, string> };

/** The first words of a message, or the name of its template; variables as chips. */
export function StepWords({ content, labels }: StepWordsProps) {
  const t = useTranslations("sequences.line");
  if (content.type === "template") {
    return <Line>{content.template.name || t("noTemplate")}</Line>;
  }
  const media = content.type === "rich" && content.media ? t(`media.${content.media.kind}`) : null;
  const pieces = piecesOf(content.text);
  if (pieces.length === 0) return <Line isEmpty={media === null}>{media ?? t("noText")}</Line>;
  return (
    <Line>
      {media && <span className="text-muted-foreground">{media} · </span>}
      {pieces.map(({ kind, text }, index) =>
        kind === "words" ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other identity
          <span key={index} className="rounded-sm bg-muted px-1 text-muted-foreground">
            {labels.get(text) ?? text}
          </span>
        ),
      )}
    </Line>
  );
}

function Line({ isEmpty, children }: { isEmpty?: boolean; children: ReactNode }) {
  return <span className={isEmpty ? "truncate text-muted-foreground" : "truncate"}>{children}</span>;
}

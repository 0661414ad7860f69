import type { ReactNode } from "react";
import { cn } from "./cn";
import { dotClasses, type Tone, toneOf } from "./tones";

type StatusProps = {
  /** A status value of `lib/core/model`; it chooses the colour of the dot. */
  status?: string;
  tone?: Tone;
  className?: string;
  /** The word, translated: `useTranslations("status")`. */
  children: ReactNode;
};

/** A dot and a word: the word alone says it too. */
export function Status({ status = "", tone = toneOf(status), className, children }: StatusProps) {
  return (
    <span className={cn("inline-flex items-center gap-1.5 whitespace-nowrap", className)}>
      <span aria-hidden className={cn("size-2 shrink-0 rounded-full", dotClasses[tone])} />
      {children}
    </span>
  );
}

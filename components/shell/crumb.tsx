"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

const Shown = createContext<string | null>(null);
const Show = createContext<(text: string | null) => void>(() => {});

export function CrumbProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState<string | null>(null);
  return (
    <Show value={setText}>
      <Shown value={text}>{children}</Shown>
    </Show>
  );
}

export const useCrumb = (): string | null => useContext(Shown);

/** Put into a page of one thing: its name becomes the last of the breadcrumbs. */
export function Crumb({ children }: { children: string }) {
  const show = useContext(Show);
  useEffect(() => {
    show(children);
    return () => show(null);
  }, [show, children]);
  return null;
}

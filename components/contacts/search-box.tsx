"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Input } from "@/components/ui/input";
import { useAddress } from "./use-address";

/** Long enough that typing a name asks once. */
const TYPING_PAUSE_MS = 300;

type SearchBoxProps = {
  label: string;
  /** Where the list reads its address by itself; absent, the page is asked for anew. */
  onSearch?: (text: string | null) => void;
};

/** Keeps what is typed in the address as `search`. */
export function SearchBox({ label, onSearch }: SearchBoxProps) {
  const { current, change } = useAddress();
  const inAddress = current.get("search") ?? "";
  const [text, setText] = useState(inAddress);
  const written = useRef(inAddress);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const stop = () => clearTimeout(timer.current);
    // A change of the address takes the place of a navigation that is under way: whoever leaves wins.
    const leave = ({ target }: MouseEvent) =>
      target instanceof Element && target.closest("a[href]") && stop();
    document.addEventListener("click", leave, true);
    return () => {
      document.removeEventListener("click", leave, true);
      stop();
    };
  }, []);

  // Somebody else changed it: a cleared filter, the browser's way back.
  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    setText(inAddress);
  }, [inAddress]);

  useCommands([
    { id: "find-in-list", label, shortcut: "/", isKeyOnly: true, run: () => input.current?.focus() },
  ]);

  const search = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      written.current = typed.trim();
      const asked = written.current || null;
      if (onSearch) onSearch(asked);
      else change({ search: asked });
    }, TYPING_PAUSE_MS);
  };
  return (
    <span className="relative col-span-2 block w-64 max-sm:w-full">
      <Search
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 size-3.5 text-muted-foreground"
      />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => search(event.target.value)}
        className="pl-8"
      />
    </span>
  );
}

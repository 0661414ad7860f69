"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Found } from "@/lib/search/schema";

/** Long enough that a quick typist asks once. */
const TYPING_PAUSE_MS = 150;

/** Sequences and contacts of the account by name; what was found last stays until the next answer is there. */
export function useSearch(account: string, text: string) {
  const asked = useSettled(text.trim(), TYPING_PAUSE_MS);
  const { data, isFetching, isError } = useQuery({
    queryKey: ["search", account, asked],
    queryFn: async ({ signal }): Promise<Found> => {
      const answer = await fetch(`/api/a/${account}/search?q=${encodeURIComponent(asked)}`, { signal });
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      return answer.json();
    },
    enabled: asked !== "",
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  const isAsked = text.trim() !== "";
  return {
    found: isAsked ? data : undefined,
    isBusy: isAsked && (isFetching || asked !== text.trim()),
    isError,
  };
}

function useSettled(value: string, pauseMs: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}

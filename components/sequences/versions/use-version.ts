"use client";

import { useQuery } from "@tanstack/react-query";
import type { SequenceSnapshot } from "@/lib/core/model";
import { getJson } from "../get-json";

type Version = { number: number; snapshot: SequenceSnapshot };

export const versionPath = (account: string, sequenceId: string, number: number): string =>
  `/api/a/${account}/sequences/${sequenceId}/versions/${number}`;

/** What a version says. It never changes, so it is read once. */
export const useVersion = (account: string, sequenceId: string, number: number | null) =>
  useQuery({
    queryKey: ["version", account, sequenceId, number],
    queryFn: () => getJson<Version>(versionPath(account, sequenceId, number ?? 0)),
    enabled: number !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });

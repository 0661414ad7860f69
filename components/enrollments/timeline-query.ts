"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { getJson } from "@/components/sequences/get-json";
import type { RunTimeline, TimelinePage } from "@/lib/enrollments/timeline-schema";
import { withNewest, withOlder } from "./timeline-merge";

const REFRESH_MS = 2_000;

/** A run's timeline, which goes on by itself; older entries come on demand and stay. */
export function useTimeline(account: string, runId: string | null, initial?: RunTimeline) {
  const queries = useQueryClient();
  const queryKey = ["run", account, runId];
  const path = `/api/a/${account}/enrollments/${runId}`;
  const known = () => queries.getQueryData<RunTimeline>(queryKey);
  const { data, error } = useQuery({
    queryKey,
    queryFn: async () => {
      const read = await getJson<RunTimeline>(path);
      return { ...read, ...withNewest(known(), read) };
    },
    enabled: runId !== null,
    refetchInterval: REFRESH_MS,
    ...(initial && { initialData: initial }),
  });
  const [isLoading, setLoading] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const loadOlder = async () => {
    if (!data?.next) return;
    setLoading(true);
    setFailure(null);
    try {
      const page = await getJson<TimelinePage>(`${path}/entries?before=${encodeURIComponent(data.next)}`);
      queries.setQueryData<RunTimeline>(queryKey, (now) => now && { ...now, ...withOlder(now, page) });
    } catch (thrown) {
      setFailure(thrown instanceof Error ? thrown.message : "");
    } finally {
      setLoading(false);
    }
  };

  return { data, error, older: { hasMore: data?.next != null, isLoading, failure, load: loadOlder } };
}

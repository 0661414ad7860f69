"use client";

import { useQuery } from "@tanstack/react-query";
import type { Impact, MoveDates } from "@/lib/versions/schema";
import { getJson } from "../get-json";

/** The counts of a large sequence take a moment: they are read again now and then, not with every look at the state. */
const COUNT_AGAIN_MS = 30_000;

/** Who is in flight where. `revision` is the saved draft that the matching steps are looked up in. */
export const useImpact = (
  account: string,
  sequenceId: string,
  { revision, isOn = true }: { revision: number; isOn?: boolean },
) =>
  useQuery({
    queryKey: ["impact", account, sequenceId, revision],
    queryFn: () => getJson<Impact>(`/api/a/${account}/sequences/${sequenceId}/impact`),
    enabled: isOn,
    refetchInterval: COUNT_AGAIN_MS,
    refetchIntervalInBackground: false,
    placeholderData: (before) => before,
  });

type Asked = { versionId: string; stepId: string | null; toStepId: string | null };

export const useMoveDates = (
  account: string,
  sequenceId: string,
  { versionId, stepId, toStepId }: Asked,
  { revision, isOn }: { revision: number; isOn: boolean },
) =>
  useQuery({
    queryKey: ["move-dates", account, sequenceId, revision, versionId, stepId, toStepId],
    queryFn: () => {
      const query = new URLSearchParams({ versionId });
      if (stepId) query.set("stepId", stepId);
      if (toStepId) query.set("toStepId", toStepId);
      return getJson<MoveDates>(`/api/a/${account}/sequences/${sequenceId}/impact/dates?${query}`);
    },
    enabled: isOn,
    placeholderData: (before) => before,
  });

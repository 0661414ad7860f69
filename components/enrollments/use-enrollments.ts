"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useAddress } from "@/components/contacts/use-address";
import { getJson } from "@/components/sequences/get-json";
import type { EnrollmentPage } from "@/lib/enrollments/data";

const REFRESH_MS = 2_000;

/** The list as the address asks for it, read again while it is looked at. */
export function useEnrollments(account: string, initial: EnrollmentPage) {
  const { current } = useAddress();
  const asked = new URLSearchParams(current);
  for (const name of ["run", "enroll", "view"]) asked.delete(name);
  const query = asked.toString();
  const first = useRef(query);
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: ["enrollments", account, query],
    queryFn: () => getJson<EnrollmentPage>(`/api/a/${account}/enrollments?${query}`),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
    // The server's page is of the address with which the screen was opened.
    ...(query === first.current && { initialData: initial }),
  });
  const filter = new URLSearchParams(asked);
  for (const name of ["after", "before"]) filter.delete(name);
  return {
    page: data ?? initial,
    /** What is shown is still what another filter has found. */
    isReading: isPlaceholderData,
    isError,
    isFiltered: asked.size > 0,
    sequenceId: asked.get("sequence"),
    /** What the list is of, whichever page of it is looked at. */
    filter: filter.toString(),
  };
}

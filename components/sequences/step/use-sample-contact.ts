"use client";

import { useQuery } from "@tanstack/react-query";
import type { SampleContact } from "@/lib/sequences/schema";
import { useEditor } from "../editor/editor-scope";
import { getJson } from "../get-json";

/** Whom the preview is about, as the editor has loaded them already; undefined until then. */
export function useSampleContact(): SampleContact | undefined {
  const { account, contact } = useEditor();
  const { data } = useQuery({
    queryKey: ["sample-contact", account, contact?.id],
    queryFn: () => getJson<SampleContact>(`/api/a/${account}/sequences/contacts/${contact?.id}`),
    enabled: contact !== null,
    staleTime: 60_000,
  });
  return data;
}

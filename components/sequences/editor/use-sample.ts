"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { ContactChoice, EditorContext, SampleContact } from "@/lib/sequences/schema";
import { getJson } from "../get-json";
import { renderContextOf } from "../step/sample";

type Given = {
  account: string;
  context: EditorContext;
  firstContact: ContactChoice | null;
  now: string;
};

/** Somebody whose data the texts are shown with. */
export function useSample({ account, context, firstContact, now }: Given) {
  const [contact, setContact] = useState(firstContact);
  const { data: sample } = useQuery({
    queryKey: ["sample-contact", account, contact?.id],
    queryFn: () => getJson<SampleContact>(`/api/a/${account}/sequences/contacts/${contact?.id}`),
    enabled: contact !== null,
  });
  return useMemo(
    () => ({
      contact,
      setContact,
      filledFor: sample?.name ?? null,
      render: renderContextOf(context, sample ?? null, new Date(now)),
    }),
    [contact, context, sample, now],
  );
}

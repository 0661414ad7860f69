"use client";

import { Skeleton } from "@/components/ui/skeleton";
import { OpenDraft, type OpenDraftProps } from "./open-draft";
import { useDraft } from "./use-draft";

/** The draft that the address names, once it is read. */
export function DraftColumn({ id, ...props }: Omit<OpenDraftProps, "draft"> & { id: string }) {
  const { data, error } = useDraft(props.account, id);
  if (data) return <OpenDraft draft={data} {...props} />;
  if (error) {
    return (
      <p role="alert" className="m-6">
        {error.message}
      </p>
    );
  }
  return (
    <div aria-hidden className="grid flex-1 content-start gap-4 p-4">
      <Skeleton className="h-8 w-1/2" />
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-16 w-2/3" />
    </div>
  );
}

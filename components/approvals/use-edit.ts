"use client";

import { useState } from "react";
import type { DraftDetail } from "@/lib/approvals/schema";
import { type Edit, keepEdit, readEdit } from "./kept-edit";

/** The words of a draft as they stand on the screen: the draft's own until somebody types. */
export function useEdit(account: string, draft: DraftDetail) {
  const [edit, setEdit] = useState<Edit | null>(() => readEdit(account, draft.id));
  const { text, subject, vouched } = edit ?? draft;

  const put = (next: Edit | null) => {
    setEdit(next);
    keepEdit(account, draft.id, next);
  };
  const change = (changed: Partial<Pick<Edit, "text" | "subject" | "vouched">>) => {
    const from = edit?.from ?? { text: draft.text, subject: draft.subject };
    put({ text, subject, vouched, from, ...changed });
  };
  return {
    text,
    subject,
    vouched,
    change,
    /** Back to the draft's own words. */
    drop: () => put(null),
    isEdited: edit !== null && (edit.text !== draft.text || edit.subject !== draft.subject),
    /** Somebody else, or Maestro, changed the draft while it was edited here. */
    isOvertaken: edit !== null && (edit.from.text !== draft.text || edit.from.subject !== draft.subject),
  };
}

export type DraftEdit = ReturnType<typeof useEdit>;

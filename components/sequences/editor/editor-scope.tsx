"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { RenderContext } from "@/lib/core/liquid";
import type { SequenceDraft } from "@/lib/core/model";
import type { DraftFindings } from "@/lib/sequences/draft-check";
import type { ContactChoice, EditorContext } from "@/lib/sequences/schema";
import type { Place } from "./findings";

/** What every part of the editor shares. */
export type EditorScope = {
  account: string;
  sequenceId: string;
  context: EditorContext;
  isReadOnly: boolean;
  /** As typed. */
  draft: SequenceDraft;
  /** Takes the latest draft, so that edits that follow each other quickly never lose one. */
  change: (edit: (draft: SequenceDraft) => SequenceDraft) => void;
  /** Of the draft as it was a moment ago: checking never stands in the way of typing. */
  findings: DraftFindings;
  /** Shows the part that a field belongs to and puts the caret there. */
  jumpTo: (place: Place) => void;
  /** What is merely not filled in yet is not called a mistake before somebody tries to publish. */
  showsUnfinished: boolean;
  /** Whom the preview is about. */
  contact: ContactChoice | null;
  /** Whose values are in `render`; null while they are a sample's. */
  filledFor: string | null;
  /** The chosen contact's values, or a sample's. */
  render: RenderContext;
};

const Scope = createContext<EditorScope | null>(null);

export const EditorScopeProvider = ({ value, children }: { value: EditorScope; children: ReactNode }) => (
  <Scope value={value}>{children}</Scope>
);

export function useEditor(): EditorScope {
  const scope = useContext(Scope);
  if (!scope) throw new Error("This belongs inside the sequence editor.");
  return scope;
}

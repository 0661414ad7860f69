import type { KeyboardEvent } from "react";

/** For a field that is no part of the draft: there the browser's own undo is the right one. */
export function keepOwnUndo(event: KeyboardEvent): void {
  const isUndo = (event.ctrlKey || event.metaKey) && ["z", "y"].includes(event.key.toLowerCase());
  if (isUndo) event.stopPropagation();
}

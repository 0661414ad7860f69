"use client";

import { useRef } from "react";

type FocusHandlers = {
  onOpenAutoFocus?: (event: Event) => void;
  onCloseAutoFocus?: (event: Event) => void;
};

/**
 * Handlers for a dialog's content that give the focus back to where it was. Radix gives it to the trigger alone, and
 * a dialog that is opened by a key or from a menu has none.
 */
export function useFocusReturn({
  onOpenAutoFocus,
  onCloseAutoFocus,
}: FocusHandlers): Required<FocusHandlers> {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: (event) => {
      before.current = document.activeElement;
      onOpenAutoFocus?.(event);
    },
    onCloseAutoFocus: (event) => {
      onCloseAutoFocus?.(event);
      const { current } = before;
      // Somebody who has gone elsewhere meanwhile is not fetched back.
      const isElsewhere = document.activeElement !== document.body;
      if (event.defaultPrevented || isElsewhere || !(current instanceof HTMLElement)) return;
      if (!current.isConnected) return;
      event.preventDefault();
      current.focus();
    },
  };
}

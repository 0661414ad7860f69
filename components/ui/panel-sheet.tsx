"use client";

import { Sheet, SheetBody, SheetContent, SheetFooter, SheetHeader, SheetTitle } from "./sheet";
import type { SidePanelProps } from "./side-panel";

/** A side panel over the page, where there is no room beside it. */
export function PanelSheet({ isOpen, onClose, title, actions, footer, children }: SidePanelProps) {
  return (
    <Sheet open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <SheetContent aria-describedby={undefined} onOpenAutoFocus={focusSheet}>
        <SheetHeader className="flex min-h-13 items-center justify-between gap-2">
          <SheetTitle className="min-w-0 truncate">{title}</SheetTitle>
          {actions && <div className="flex shrink-0 gap-1">{actions}</div>}
        </SheetHeader>
        <SheetBody>{children}</SheetBody>
        {footer && <SheetFooter>{footer}</SheetFooter>}
      </SheetContent>
    </Sheet>
  );
}

/** The sheet itself, not its first button: that would show its hint, and a field would bring up the keyboard. */
function focusSheet(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}

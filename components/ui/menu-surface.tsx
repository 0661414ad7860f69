"use client";

import type { DropdownMenu as Primitive } from "radix-ui";
import { Menu } from "radix-ui/internal";
import { type ComponentProps, type RefObject, useRef } from "react";
import { cn } from "./cn";
import { menuSurface } from "./menu-classes";

export { Menu as parts } from "radix-ui/internal";

export type MenuState = {
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  trigger: RefObject<HTMLElement | null>;
  /** Whether it was a key that opened it: an item gets the focus then. */
  isByKey: RefObject<boolean>;
  id: string;
};

type MenuSurfaceProps = ComponentProps<typeof Primitive.Content> & { menu: MenuState };

/** What opens at a menu's button; the button itself is drawn before this is fetched. */
export function MenuSurface({ menu, className, ...props }: MenuSurfaceProps) {
  const { isOpen, setOpen, trigger, isByKey, id } = menu;
  const isLeftElsewhere = useRef(false);
  // The key was pressed before this was there to hear it.
  const isUnheard = useRef(isOpen && isByKey.current);
  return (
    <Menu.Root open={isOpen} onOpenChange={setOpen} modal>
      <Menu.Anchor virtualRef={trigger as RefObject<HTMLElement>} />
      <Menu.Portal>
        <Menu.Content
          id={id}
          aria-labelledby={`${id}-trigger`}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            menuSurface,
            "max-h-(--radix-popper-available-height) min-w-44 overflow-y-auto p-1",
            className,
          )}
          {...props}
          onEntryFocus={(event) => {
            if (!isUnheard.current) return;
            isUnheard.current = false;
            event.preventDefault();
            firstItem(event)?.focus();
          }}
          onInteractOutside={(event) => {
            props.onInteractOutside?.(event);
            const { originalEvent } = event.detail;
            if (!(originalEvent instanceof PointerEvent)) return;
            if (originalEvent.button === 2 || (originalEvent.button === 0 && originalEvent.ctrlKey)) {
              isLeftElsewhere.current = true;
            }
          }}
          onCloseAutoFocus={(event) => {
            props.onCloseAutoFocus?.(event);
            if (event.defaultPrevented) return;
            if (!isLeftElsewhere.current) trigger.current?.focus();
            isLeftElsewhere.current = false;
            event.preventDefault();
          }}
        />
      </Menu.Portal>
    </Menu.Root>
  );
}

function firstItem({ currentTarget }: Event): HTMLElement | null {
  if (!(currentTarget instanceof HTMLElement)) return null;
  return currentTarget.querySelector("[role^=menuitem]:not([data-disabled])");
}

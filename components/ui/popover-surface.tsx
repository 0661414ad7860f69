"use client";

import { Popover as Primitive } from "radix-ui";
import { type ComponentProps, type RefObject, useRef } from "react";
import { cn } from "./cn";
import { menuSurface } from "./menu-classes";

export type PopoverState = {
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  trigger: RefObject<HTMLElement | null>;
  id: string;
};

type PopoverSurfaceProps = ComponentProps<typeof Primitive.Content> & { state: PopoverState };

/** What opens beside a popover's button; the button itself is drawn before this is fetched. */
export function PopoverSurface({ state, className, align = "start", ...props }: PopoverSurfaceProps) {
  const { isOpen, setOpen, trigger, id } = state;
  const isLeftElsewhere = useRef(false);
  return (
    <Primitive.Root open={isOpen} onOpenChange={setOpen}>
      <Primitive.Anchor virtualRef={trigger as RefObject<HTMLElement>} />
      <Primitive.Portal>
        <Primitive.Content
          id={id}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cn(menuSurface, "w-72 p-3", className)}
          {...props}
          onInteractOutside={(event) => {
            props.onInteractOutside?.(event);
            // The button closes it by itself; closed here, it would be opened again.
            if (event.target instanceof Node && trigger.current?.contains(event.target))
              event.preventDefault();
            if (!event.defaultPrevented) isLeftElsewhere.current = true;
          }}
          onCloseAutoFocus={(event) => {
            props.onCloseAutoFocus?.(event);
            if (!event.defaultPrevented && !isLeftElsewhere.current) trigger.current?.focus();
            isLeftElsewhere.current = false;
            event.preventDefault();
          }}
        />
      </Primitive.Portal>
    </Primitive.Root>
  );
}

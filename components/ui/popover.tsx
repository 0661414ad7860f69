"use client";

import { type Popover as Primitive, Slot } from "radix-ui";
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  use,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { both, bothRefs } from "./both";
import { fetchedLater } from "./fetched-later";
import type { PopoverState } from "./popover-surface";

const surface = fetchedLater(() => import("./popover-surface"));

const PopoverContext = createContext<PopoverState | null>(null);

function usePopover(): PopoverState {
  const popover = use(PopoverContext);
  if (!popover) throw new Error("This belongs inside a Popover.");
  return popover;
}

type PopoverProps = { open?: boolean; onOpenChange?: (isOpen: boolean) => void; children: ReactNode };

/** A button and what opens beside it, which is fetched when somebody comes near the button. */
export function Popover({ open, onOpenChange, children }: PopoverProps) {
  const [isOpenItself, setOpenItself] = useState(false);
  const isOpen = open ?? isOpenItself;
  const setOpen = onOpenChange ?? setOpenItself;
  const trigger = useRef<HTMLElement>(null);
  const id = useId();
  const popover = useMemo(() => ({ isOpen, setOpen, trigger, id }), [isOpen, setOpen, id]);
  return <PopoverContext value={popover}>{children}</PopoverContext>;
}

export function PopoverTrigger({ asChild, ref, ...props }: ComponentProps<"button"> & { asChild?: boolean }) {
  const { isOpen, setOpen, trigger, id } = usePopover();
  const Element = asChild ? Slot.Root : "button";
  const toggle = () => {
    void surface.fetch();
    setOpen(!isOpen);
  };
  return (
    <Element
      type="button"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      data-state={isOpen ? "open" : "closed"}
      {...props}
      ref={bothRefs(ref, (element) => {
        trigger.current = element;
      })}
      onPointerEnter={both(props.onPointerEnter, () => void surface.fetch())}
      onFocus={both(props.onFocus, () => void surface.fetch())}
      onClick={both(props.onClick, toggle)}
    />
  );
}

export function PopoverContent(props: ComponentProps<typeof Primitive.Content>) {
  const popover = usePopover();
  const fetched = surface.useModule();
  return fetched && <fetched.PopoverSurface state={popover} {...props} />;
}

"use client";

import { Slot } from "radix-ui";
import { type FocusEvent, type PointerEvent, type ReactNode, useId, useRef } from "react";
import { createPortal } from "react-dom";
import { type Side, usePlaced } from "./use-placed";
import { useTip } from "./use-tip";

type HintProps = { text: ReactNode; children: ReactNode; side?: Side };

/** A control and what it is called, or more about it, while it is pointed at or has the focus. */
export function Hint({ text, children, side = "top" }: HintProps) {
  const id = useId();
  const control = useRef<HTMLElement>(null);
  const { isOpen, show, hide, hideSoon, stay } = useTip(control);
  const enter = (event: PointerEvent) => {
    if (event.pointerType !== "touch") show("soon");
  };
  const focus = ({ currentTarget }: FocusEvent) => {
    // Not where a press has brought the focus.
    if (currentTarget.matches(":focus-visible")) show("now");
  };
  return (
    <>
      <Slot.Root
        ref={control}
        aria-describedby={isOpen ? id : undefined}
        onPointerEnter={enter}
        onPointerLeave={hideSoon}
        onPointerDown={hide}
        onClick={hide}
        onFocus={focus}
        onBlur={hide}
      >
        {children}
      </Slot.Root>
      {isOpen &&
        createPortal(
          <Tip id={id} control={control} side={side} onEnter={stay} onLeave={hideSoon}>
            {text}
          </Tip>,
          document.body,
        )}
    </>
  );
}

type TipProps = {
  id: string;
  control: { current: HTMLElement | null };
  side: Side;
  onEnter: () => void;
  onLeave: () => void;
  children: ReactNode;
};

function Tip({ id, control, side, onEnter, onLeave, children }: TipProps) {
  const tip = useRef<HTMLDivElement>(null);
  usePlaced(tip, control, side);
  return (
    <div
      ref={tip}
      id={id}
      role="tooltip"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      className="fade-in-0 fixed top-0 left-0 z-50 w-max max-w-72 animate-in rounded-md bg-foreground px-2 py-1 text-background text-xs duration-100"
    >
      {children}
    </div>
  );
}

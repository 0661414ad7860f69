"use client";

import { CircleAlert } from "lucide-react";
import { Slot } from "radix-ui";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";
import { Label } from "./label";

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** One sentence, or the list that an action's `validationErrors.fieldErrors` gives. */
  error?: string | string[] | null;
  /** The label is read aloud but not shown, where the place says enough. */
  isLabelHidden?: boolean;
  /** For switches and checkboxes: the control stands before its label. */
  isInline?: boolean;
  className?: string;
  /** One control; it gets `id`, `aria-describedby` and `aria-invalid`. */
  children: ReactNode;
};

/** A control with its label, hint and error, tied together for people and for screen readers. */
export function Field({ label, hint, error, isLabelHidden, isInline, className, children }: FieldProps) {
  const id = useId();
  const sentence = Array.isArray(error) ? error[0] : error;
  const described = [hint && `${id}-hint`, sentence && `${id}-error`].filter(Boolean).join(" ");
  const control = (
    <Slot.Root id={id} aria-describedby={described || undefined} aria-invalid={sentence ? true : undefined}>
      {children}
    </Slot.Root>
  );
  const below = (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-muted-foreground text-xs">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`}>{sentence}</FieldError>
    </>
  );
  if (isInline) {
    return (
      <div className={cn("flex items-start gap-2.5", className)}>
        <div className="flex h-5 items-center">{control}</div>
        <div className="grid gap-0.5">
          <Label htmlFor={id}>{label}</Label>
          {below}
        </div>
      </div>
    );
  }
  return (
    <div className={cn("grid content-start gap-1.5", className)}>
      <Label htmlFor={id} className={isLabelHidden ? "sr-only" : undefined}>
        {label}
      </Label>
      {control}
      {below}
    </div>
  );
}

export function FieldError({ id, children }: { id?: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p id={id} role="alert" className="flex items-start gap-1 text-red text-xs">
      <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

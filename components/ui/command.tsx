"use client";

import { Command as Primitive } from "cmdk";
import { Search } from "lucide-react";
import { Dialog as DialogPrimitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Dialog, DialogOverlay } from "./dialog";
import { useFocusReturn } from "./use-focus-return";

export function Command({ className, ...props }: ComponentProps<typeof Primitive>) {
  return (
    <Primitive className={cn("flex min-h-0 flex-col overflow-hidden rounded-lg", className)} {...props} />
  );
}

type CommandDialogProps = ComponentProps<typeof Primitive> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Read aloud; the field says it to the eye. */
  title: string;
  description: string;
  /** Called when the focus is about to go back to where it was. */
  onClosed?: () => void;
  children: ReactNode;
};

export function CommandDialog({
  open,
  onOpenChange,
  title,
  description,
  onClosed,
  ...props
}: CommandDialogProps) {
  const focus = useFocusReturn({ onCloseAutoFocus: onClosed });
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogPrimitive.Portal>
        <DialogOverlay />
        <DialogPrimitive.Content
          {...focus}
          className="-translate-x-1/2 data-[state=open]:fade-in-0 data-[state=open]:zoom-in-98 fixed top-[12dvh] left-1/2 z-50 flex max-h-[min(28rem,76dvh)] w-[calc(100%-1.5rem)] max-w-xl flex-col rounded-lg border bg-popover shadow-black/10 shadow-xl duration-100 data-[state=open]:animate-in max-md:top-3 max-md:max-h-[calc(100dvh-1.5rem)]"
        >
          <DialogPrimitive.Title className="sr-only">{title}</DialogPrimitive.Title>
          <DialogPrimitive.Description className="sr-only">{description}</DialogPrimitive.Description>
          <Command loop label={title} {...props} />
        </DialogPrimitive.Content>
      </DialogPrimitive.Portal>
    </Dialog>
  );
}

/** Children stand at the end of the field. */
export function CommandInput({ className, children, ...props }: ComponentProps<typeof Primitive.Input>) {
  return (
    <div className="flex shrink-0 items-center gap-2.5 border-b px-3.5">
      <Search aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      <Primitive.Input
        className={cn(
          "h-11 w-full min-w-0 bg-transparent text-base outline-none placeholder:text-muted-foreground",
          className,
        )}
        {...props}
      />
      {children}
    </div>
  );
}

export function CommandList({ className, ...props }: ComponentProps<typeof Primitive.List>) {
  return (
    <Primitive.List
      className={cn("min-h-0 flex-1 scroll-py-1 overflow-y-auto overscroll-contain p-1", className)}
      {...props}
    />
  );
}

export function CommandEmpty({ className, ...props }: ComponentProps<typeof Primitive.Empty>) {
  return (
    <Primitive.Empty className={cn("px-3 py-8 text-center text-muted-foreground", className)} {...props} />
  );
}

export function CommandGroup({ className, ...props }: ComponentProps<typeof Primitive.Group>) {
  return (
    <Primitive.Group
      className={cn(
        "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs",
        className,
      )}
      {...props}
    />
  );
}

export function CommandItem({ className, ...props }: ComponentProps<typeof Primitive.Item>) {
  return (
    <Primitive.Item
      className={cn(
        "flex min-h-8 cursor-pointer select-none items-center gap-2.5 rounded-md px-2.5 py-1 text-sm outline-none data-[disabled=true]:pointer-events-none data-[selected=true]:bg-accent data-[disabled=true]:opacity-50 touch:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground",
        className,
      )}
      {...props}
    />
  );
}

export function CommandShortcut({ className, ...props }: ComponentProps<"span">) {
  return <span className={cn("ml-auto shrink-0 pl-3 text-muted-foreground text-xs", className)} {...props} />;
}

export function CommandSeparator({ className, ...props }: ComponentProps<typeof Primitive.Separator>) {
  return <Primitive.Separator className={cn("-mx-1 my-1 h-px bg-border", className)} {...props} />;
}

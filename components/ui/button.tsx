import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const buttonVariants = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium text-sm transition-colors disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        default: "bg-primary text-primary-foreground hover:bg-primary-hover active:bg-primary",
        outline:
          "border border-line bg-surface hover:bg-muted active:bg-accent aria-pressed:bg-accent data-[state=open]:bg-accent",
        secondary: "bg-accent hover:bg-border active:bg-line aria-pressed:bg-border",
        ghost: "hover:bg-accent active:bg-border aria-pressed:bg-accent data-[state=open]:bg-accent",
        destructive: "border border-red/40 bg-surface text-red hover:bg-red-soft",
        link: "px-0! text-primary underline-offset-4 hover:underline",
      },
      size: {
        default: "h-8 px-3 touch:h-11 touch:px-4",
        sm: "relative h-7 px-2 text-xs touch:h-9 touch:px-3 touch:after:absolute touch:after:inset-x-0 touch:after:-inset-y-1",
        lg: "h-9 px-4 touch:h-11",
        icon: "size-8 touch:size-11",
        "icon-sm": "relative size-7 touch:size-9 touch:after:absolute touch:after:-inset-1",
      },
    },
    defaultVariants: { variant: "default", size: "default" },
  },
);

type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonVariants> & {
    asChild?: boolean;
    /** Shows that the act is under way and takes no second click. */
    isBusy?: boolean;
  };

export function Button({ className, variant, size, asChild, isBusy, children, ...props }: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      className={classes}
      {...props}
      disabled={props.disabled || isBusy}
      aria-busy={isBusy || undefined}
    >
      {isBusy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  );
}

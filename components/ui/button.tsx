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
        default: "bg-primary text-primary-foreground hover:bg-primary-hover",
        outline: "border border-input bg-surface hover:bg-accent",
        secondary: "bg-muted hover:bg-accent",
        ghost: "hover:bg-accent",
        destructive: "border border-red/40 bg-surface text-red hover:bg-red-soft",
        link: "px-0! text-primary underline-offset-4 hover:underline",
      },
      size: {
        default: "h-8 px-3 max-md:h-11 max-md:px-4",
        sm: "h-7 px-2 text-xs max-md:h-9 max-md:px-3",
        lg: "h-9 px-4 max-md:h-11",
        icon: "size-8 max-md:size-11",
        "icon-sm": "size-7 max-md:size-9",
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

import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Scrolls sideways by itself when the screen is too narrow; the frame can be reached by keyboard for that. */
export function Table({ className, ...props }: ComponentProps<"table">) {
  return (
    <div className="relative w-full overflow-x-auto">
      <table className={cn("w-full border-collapse text-sm", className)} {...props} />
    </div>
  );
}

export function TableHeader({ className, ...props }: ComponentProps<"thead">) {
  return <thead className={cn("text-left text-muted-foreground text-xs", className)} {...props} />;
}

export function TableBody(props: ComponentProps<"tbody">) {
  return <tbody {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      className={cn(
        "border-b transition-colors data-[state=selected]:bg-primary-soft [tbody_&]:hover:bg-muted",
        className,
      )}
      {...props}
    />
  );
}

export function TableHead({ className, scope = "col", ...props }: ComponentProps<"th">) {
  return (
    <th
      scope={scope}
      className={cn(
        "h-8 whitespace-nowrap px-3 font-normal first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6",
        className,
      )}
      {...props}
    />
  );
}

export function TableCell({ className, ...props }: ComponentProps<"td">) {
  return (
    <td
      className={cn("h-10 px-3 py-1.5 touch:h-12 first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6", className)}
      {...props}
    />
  );
}

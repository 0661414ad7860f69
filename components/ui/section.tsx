import { type ReactNode, useId } from "react";
import { cn } from "./cn";

type SectionProps = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A titled part of a page, set apart by space and a line rather than by a box. */
export function Section({ title, description, actions, className, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn("grid grid-cols-1 gap-3", className)}>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className={cn("grid min-w-0 gap-0.5", description && "flex-1 basis-60")}>
          <h2 id={id} className="font-medium text-base">
            {title}
          </h2>
          {description && <p className="max-w-prose text-muted-foreground">{description}</p>}
        </div>
        {actions && <div className="flex items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

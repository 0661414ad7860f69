import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

type EmptyStateProps = {
  icon?: LucideIcon;
  /** A text becomes an `h2`; give an element where the page needs another rank. */
  title: ReactNode;
  /** What the thing is for. */
  children?: ReactNode;
  /** The one next act. */
  action?: ReactNode;
  className?: string;
};

const heading = "font-medium text-base";

export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn("mx-auto grid max-w-sm justify-items-center gap-2 px-4 py-14 text-center", className)}>
      {Icon && (
        <span className="mb-1 grid size-10 place-items-center rounded-lg border bg-surface text-muted-foreground">
          <Icon aria-hidden strokeWidth={1.75} className="size-5" />
        </span>
      )}
      {typeof title === "string" ? (
        <h2 className={heading}>{title}</h2>
      ) : (
        <div className={heading}>{title}</div>
      )}
      {children && <p className="text-balance text-muted-foreground">{children}</p>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}

import type { ReactNode } from "react";
import { cn } from "./cn";

type PageHeaderProps = { title: ReactNode; description?: ReactNode; actions?: ReactNode; className?: string };

/** The one `h1` of a page, and its acts. */
export function PageHeader({ title, description, actions, className }: PageHeaderProps) {
  return (
    <header
      className={cn("flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-4 pb-4 md:px-6 md:pt-5", className)}
    >
      <h1 className="min-w-0 grow truncate font-semibold text-xl tracking-tight">{title}</h1>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      {description && <p className="sm:-mt-1.5 basis-full text-muted-foreground">{description}</p>}
    </header>
  );
}

import { type ReactNode, useId } from "react";

type PanelSectionProps = { title: string; text?: string; id?: string; children: ReactNode };

/** A few fields of a panel that belong together. */
export function PanelSection({ title, text, id, children }: PanelSectionProps) {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={titleId} className="grid gap-3">
      <div className="grid gap-0.5">
        <h3 id={titleId} className="font-medium">
          {title}
        </h3>
        {text && <p className="text-muted-foreground text-xs">{text}</p>}
      </div>
      {children}
    </section>
  );
}

import type { ReactNode } from "react";

/** A part of the page, with an address of its own. */
export function Chapter({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-16 grid-cols-1 gap-4 border-t pt-6"
    >
      <div className="grid gap-0.5">
        <h2 id={`${id}-title`} className="font-semibold text-lg">
          {title}
        </h2>
        <p className="max-w-prose text-muted-foreground">{text}</p>
      </div>
      {children}
    </section>
  );
}

/** A component in one state, and the state's name. */
export function Shown({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid content-start justify-items-start gap-1.5">
      <div className="text-muted-foreground text-xs">{name}</div>
      {children}
    </div>
  );
}

/** A row of components in their states. */
export function ShownRow({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-3 border-b pb-4 last:border-b-0 md:grid-cols-[9rem_1fr]">
      <h3 className="font-medium">{title}</h3>
      <div className="flex min-w-0 flex-wrap items-start gap-x-6 gap-y-4">{children}</div>
    </div>
  );
}

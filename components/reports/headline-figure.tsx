import type { ReactNode } from "react";
import { Definition } from "./definition";

type HeadlineFigureProps = {
  name: string;
  text: string;
  /** The number itself. */
  value: ReactNode;
  /** What it is out of, with the way to its list. */
  detail?: ReactNode;
  change?: ReactNode;
};

/** One number of a report, what it means and how it was before. */
export function HeadlineFigure({ name, text, value, detail, change }: HeadlineFigureProps) {
  return (
    <div className="-mb-px grid content-start border-b px-4 py-3 md:px-3">
      <dt className="text-muted-foreground text-xs">
        <Definition className="inline-flex min-h-6 items-center" name={name} text={text} />
      </dt>
      <dd className="grid gap-0.5">
        <span className="font-semibold text-xl">{value}</span>
        {detail && <p className="text-xs">{detail}</p>}
        {change}
      </dd>
    </div>
  );
}

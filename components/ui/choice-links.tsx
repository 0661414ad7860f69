import { Link } from "@/components/ui/link";
import { cn } from "./cn";

type Choice = { key: string; text: string; href: string; isCurrent: boolean };

/** One of several, as links, so that the address holds which; scrolls sideways where they find no room. */
export function ChoiceLinks({
  label,
  choices,
  className,
}: {
  label: string;
  choices: Choice[];
  className?: string;
}) {
  return (
    <nav
      aria-label={label}
      className={cn("flex max-w-full gap-px overflow-x-auto rounded-md border bg-muted p-px", className)}
    >
      {choices.map(({ key, text, href, isCurrent }) => (
        <Link
          key={key}
          href={href}
          scroll={false}
          aria-current={isCurrent ? "true" : undefined}
          className={cn(
            "inline-flex h-7 shrink-0 items-center rounded-[5px] border border-transparent px-2.5 text-muted-foreground text-sm transition-colors hover:text-foreground focus-visible:outline-offset-0 touch:h-10.5",
            isCurrent && "border-border bg-surface font-medium text-foreground",
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}

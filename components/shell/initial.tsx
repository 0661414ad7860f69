import { cn } from "@/components/ui/cn";

/** The first letter of a name in a small square. */
export function Initial({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-5.5 shrink-0 place-items-center rounded-sm font-semibold text-xs uppercase",
        className,
      )}
    >
      {[...name.trim()][0] ?? "·"}
    </span>
  );
}

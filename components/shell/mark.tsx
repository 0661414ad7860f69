import { cn } from "@/components/ui/cn";

/** The product's sign: three steps, the last one answered. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={cn("size-6 shrink-0", className)}>
      <rect width="24" height="24" rx="6" className="fill-primary" />
      <g className="fill-none stroke-primary-foreground" strokeWidth="2" strokeLinecap="round">
        <path d="M7 7.5h10M7 12h6" />
        <path d="m7 16.5 2 1.5 4-4" strokeLinejoin="round" transform="translate(2 -.5)" />
      </g>
    </svg>
  );
}

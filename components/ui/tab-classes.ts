/** What a tab looks like, for tabs that are links too. */
export const tabClasses =
  "-mb-px inline-flex h-9 shrink-0 items-center gap-1.5 border-transparent border-b-2 px-1 text-muted-foreground text-sm transition-colors hover:text-foreground focus-visible:-outline-offset-2 touch:h-11";
export const tabActiveClasses = "border-primary font-medium text-foreground";

/** What every floating list looks like: menus, selects, popovers. */
export const menuSurface =
  "z-50 overflow-hidden rounded-lg border bg-popover text-popover-foreground shadow-lg shadow-black/5 data-[state=closed]:animate-out data-[state=open]:animate-in data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 duration-100";

export const menuItem =
  "relative flex min-h-7 select-none items-center gap-2 rounded-md px-2 py-1 text-sm outline-none data-disabled:pointer-events-none data-disabled:opacity-50 data-highlighted:bg-accent touch:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground";

"use client";

import { Check } from "lucide-react";
import { type DropdownMenu as Primitive, Slot } from "radix-ui";
import {
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  use,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { both, bothRefs } from "./both";
import { cn } from "./cn";
import { fetchedLater } from "./fetched-later";
import { menuItem } from "./menu-classes";
import type { MenuState } from "./menu-surface";

const surface = fetchedLater(() => import("./menu-surface"));

const MenuContext = createContext<MenuState | null>(null);

function useMenu(): MenuState {
  const menu = use(MenuContext);
  if (!menu) throw new Error("This belongs inside a DropdownMenu.");
  return menu;
}

/** The parts, once fetched: items are drawn inside an open menu only. */
function useParts() {
  const fetched = surface.useModule();
  if (!fetched) throw new Error("This belongs inside a DropdownMenuContent.");
  return fetched.parts;
}

/** A button and its menu, which is fetched when somebody comes near the button. */
export function DropdownMenu({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const trigger = useRef<HTMLElement>(null);
  const isByKey = useRef(false);
  const id = useId();
  const menu = useMemo(() => ({ isOpen, setOpen, trigger, isByKey, id }), [isOpen, id]);
  return <MenuContext value={menu}>{children}</MenuContext>;
}

const OPENING_KEYS = ["Enter", " ", "ArrowDown"];

export function DropdownMenuTrigger({
  asChild,
  ref,
  ...props
}: ComponentProps<"button"> & { asChild?: boolean }) {
  const { isOpen, setOpen, trigger, isByKey, id } = useMenu();
  const Element = asChild ? Slot.Root : "button";
  const open = (isKey: boolean) => {
    isByKey.current = isKey;
    void surface.fetch();
    setOpen(!isOpen);
  };
  const press = (event: PointerEvent) => {
    if (props.disabled || event.button !== 0 || event.ctrlKey) return;
    open(false);
    // The focus goes into the menu, not to the button.
    if (!isOpen) event.preventDefault();
  };
  const key = (event: KeyboardEvent) => {
    if (props.disabled || !OPENING_KEYS.includes(event.key)) return;
    open(true);
    event.preventDefault();
  };
  return (
    <Element
      type="button"
      id={`${id}-trigger`}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      data-state={isOpen ? "open" : "closed"}
      {...props}
      ref={bothRefs(ref, (element) => {
        trigger.current = element;
      })}
      onPointerEnter={both(props.onPointerEnter, () => void surface.fetch())}
      onFocus={both(props.onFocus, () => void surface.fetch())}
      onPointerDown={both(props.onPointerDown, press)}
      onKeyDown={both(props.onKeyDown, key)}
    />
  );
}

export function DropdownMenuContent(props: ComponentProps<typeof Primitive.Content>) {
  const menu = useMenu();
  const fetched = surface.useModule();
  return fetched && <fetched.MenuSurface menu={menu} {...props} />;
}

export function DropdownMenuGroup(props: ComponentProps<typeof Primitive.Group>) {
  const { Group } = useParts();
  return <Group {...props} />;
}

export function DropdownMenuRadioGroup(props: ComponentProps<typeof Primitive.RadioGroup>) {
  const { RadioGroup } = useParts();
  return <RadioGroup {...props} />;
}

type ItemProps = ComponentProps<typeof Primitive.Item> & { variant?: "default" | "destructive" };

export function DropdownMenuItem({ className, variant = "default", ...props }: ItemProps) {
  const { Item } = useParts();
  return (
    <Item
      className={cn(
        menuItem,
        variant === "destructive" && "text-red data-highlighted:bg-red-soft [&_svg]:text-red",
        className,
      )}
      {...props}
    />
  );
}

export function DropdownMenuCheckboxItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Primitive.CheckboxItem>) {
  const { CheckboxItem } = useParts();
  return (
    <CheckboxItem className={cn(menuItem, "pr-8", className)} {...props}>
      {children}
      <Mark />
    </CheckboxItem>
  );
}

export function DropdownMenuRadioItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Primitive.RadioItem>) {
  const { RadioItem } = useParts();
  return (
    <RadioItem className={cn(menuItem, "pr-8", className)} {...props}>
      {children}
      <Mark />
    </RadioItem>
  );
}

function Mark() {
  const { ItemIndicator } = useParts();
  return (
    <ItemIndicator className="absolute right-2">
      <Check aria-hidden className="size-3.5" />
    </ItemIndicator>
  );
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  const { Label } = useParts();
  return <Label className={cn("px-2 pt-1.5 pb-1 text-muted-foreground text-xs", className)} {...props} />;
}

export function DropdownMenuSeparator({ className, ...props }: ComponentProps<typeof Primitive.Separator>) {
  const { Separator } = useParts();
  return <Separator className={cn("-mx-1 my-1 h-px bg-border", className)} {...props} />;
}

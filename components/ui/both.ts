import type { Ref, SyntheticEvent } from "react";

/** Calls the first, and the second unless the first has prevented it. */
export function both<E extends SyntheticEvent>(
  first: ((event: E) => void) | undefined,
  second: (event: E) => void,
) {
  return (event: E) => {
    first?.(event);
    if (!event.defaultPrevented) second(event);
  };
}

/** Hands the element to both. */
export function bothRefs<T>(first: Ref<T> | undefined, second: (element: T | null) => void) {
  return (element: T | null) => {
    second(element);
    if (typeof first === "function") return first(element);
    if (first) first.current = element;
  };
}

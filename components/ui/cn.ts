import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({});

/** Joins class names; a later one wins over an earlier one of the same property. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));

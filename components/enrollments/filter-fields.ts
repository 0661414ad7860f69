import type * as z from "zod";
import type { enrollmentFilterSchema } from "@/lib/enrollments/schema";

/** What the browser may be asked for, by the names in the address of the list. */

const FILTER_NAMES = [
  "status",
  "reason",
  "sequence",
  "version",
  "step",
  "assignee",
  "channel",
  "entry",
  "tag",
  "segment",
  "from",
  "to",
  "nextFrom",
  "nextTo",
  "waiting",
  "holdout",
  "search",
  "ids",
] as const;
type FilterName = (typeof FILTER_NAMES)[number];
export type AskedFilter = Partial<Record<FilterName, string>>;

const ORDER_NAMES = ["sort", "order"] as const;
const LIST_NAMES: readonly string[] = [...FILTER_NAMES, ...ORDER_NAMES];

/** What a person chooses from the menu, in its order. Two of them are a pair of days. */
export const FILTER_FIELDS = [
  "status",
  "reason",
  "sequence",
  "version",
  "step",
  "assignee",
  "channel",
  "entry",
  "tag",
  "segment",
  "enrolled",
  "next",
  "waiting",
  "holdout",
] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];
export type DayField = "enrolled" | "next";
export type ChoiceField = Exclude<FilterField, DayField>;

const DAYS: Record<DayField, readonly [FilterName, FilterName]> = {
  enrolled: ["from", "to"],
  next: ["nextFrom", "nextTo"],
};
export const isDayField = (field: FilterField): field is DayField => field in DAYS;
export const daysOf = (field: DayField) => DAYS[field];
const namesOf = (field: FilterField): readonly FilterName[] => (isDayField(field) ? DAYS[field] : [field]);

/** Only of one sequence: its versions and steps. */
export const needsSequence = (field: FilterField) => field === "version" || field === "step";

export const isSet = (filter: AskedFilter, field: FilterField): boolean =>
  namesOf(field).some((name) => filter[name]);

export type FilterChanges = Partial<Record<FilterName | (typeof ORDER_NAMES)[number], string | null>>;

/** What else changes with a choice: what can hold of no run any more is no longer asked for. */
export function withDependents(filter: AskedFilter, changes: FilterChanges): FilterChanges {
  const wider: FilterChanges = { ...changes };
  if ("sequence" in changes && changes.sequence !== filter.sequence) wider.version = wider.step = null;
  if (changes.reason && filter.status && filter.status !== "ended") wider.status = null;
  if (changes.status && changes.status !== "ended" && filter.reason) wider.reason = null;
  return wider;
}

export const without = (field: FilterField): FilterChanges =>
  Object.fromEntries(namesOf(field).map((name) => [name, null]));

/** The part of an address that says what is listed and in which order, always written the same way. */
export function listQueryOf(address: URLSearchParams): string {
  const query = new URLSearchParams();
  for (const name of LIST_NAMES) {
    const value = address.get(name)?.trim();
    if (value) query.set(name, value);
  }
  return query.toString();
}

export function filterOf(query: string): AskedFilter {
  const asked = new URLSearchParams(query);
  const filter: AskedFilter = {};
  for (const name of FILTER_NAMES) {
    const value = asked.get(name);
    if (value) filter[name] = value;
  }
  return filter;
}

/** For actions: the server looks at every value, as it does with those of an address. */
export const asInput = (filter: AskedFilter) => filter as z.input<typeof enrollmentFilterSchema>;

export const clearedFilter: FilterChanges = Object.fromEntries(FILTER_NAMES.map((name) => [name, null]));

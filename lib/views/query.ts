import { fromAddress } from "@/lib/address";
import { enrollmentFilterSchema, enrollmentPlaceSchema } from "@/lib/enrollments/schema";

/** The parts of an address that a view keeps: its filter and order, not the place of a page. */
const keptSchema = enrollmentFilterSchema.extend(
  enrollmentPlaceSchema.pick({ sort: true, order: true }).shape,
);

/** A query of which the parts that are no filter are left out. */
export function cleanQuery(query: string): string {
  const asked = Object.fromEntries(new URLSearchParams(query));
  const kept = Object.keys(fromAddress(keptSchema, asked));
  return new URLSearchParams(
    Object.entries(asked).filter(([name, value]) => value !== "" && kept.includes(name)),
  ).toString();
}

/** Whether every part of a query that a view would keep says something. */
export function isFilter(query: string): boolean {
  const asked = Object.fromEntries(new URLSearchParams(query));
  const known = Object.entries(asked).filter(([name]) => Object.hasOwn(keptSchema.shape, name));
  return keptSchema.safeParse(Object.fromEntries(known)).success;
}

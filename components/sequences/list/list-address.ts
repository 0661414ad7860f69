import type { ListFilter } from "@/lib/sequences/schema";

/** What follows the address of the list; what is usual is left out. */
export function queryOf({ status, tag }: ListFilter): string {
  const query = new URLSearchParams();
  if (status !== "current") query.set("status", status);
  if (tag !== null) query.set("tag", tag);
  return query.size === 0 ? "" : `?${query}`;
}

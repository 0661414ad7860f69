import type { Place } from "@/lib/list-place";
import type { SendFilter } from "@/lib/sends/schema";

type Turn = { after?: Place | null; before?: Place | null };

/** The list with this filter, or another page of it. */
export function sendsAddress(account: string, filter: SendFilter, { after, before }: Turn = {}): string {
  const query = queryOf(filter);
  if (after) query.set("after", placeText(after));
  if (before) query.set("before", placeText(before));
  return query.size > 0 ? `/${account}/sends?${query}` : `/${account}/sends`;
}

export const sendsExportAddress = (account: string, filter: SendFilter): string =>
  `/api/a/${account}/sends/export?${queryOf(filter)}`;

const placeText = ({ at, id }: Place): string => `${at}|${id}`;

function queryOf(filter: SendFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value));
  return query;
}

import type { SqlTx } from "@/db/client";
import { matching } from "@/lib/contacts/filter";
import type { SequenceSnapshot } from "@/lib/core/model";
import { DAY_MS } from "@/lib/core/zone";
import { judge } from "@/lib/enrollments/eligibility";
import { MAX_PEOPLE, RECENT_DAYS } from "./limits";
import type { Population } from "./schema";

export type People = {
  /** When each of them would be enrolled; the same contact may come more than once. */
  starts: { contactId: string; aboutId: string | null; at: Date }[];
  notEnrolled: { code: string; people: number }[];
  isCut: boolean;
};

type Wish = { sequenceId: string; snapshot: SequenceSnapshot; population: Population; now: Date };

/** Whom the simulation is about, up to `MAX_PEOPLE`. */
export const peopleOf = (tx: SqlTx, wish: Wish): Promise<People> =>
  wish.population.population === "recent" ? recentPeople(tx, wish) : choosablePeople(tx, wish);

async function choosablePeople(tx: SqlTx, { sequenceId, snapshot, population, now }: Wish): Promise<People> {
  const search = population.population === "contacts" ? population.search : "";
  const rows = await tx<{ id: string }[]>`
    select c.id from contacts c where ${matching(tx, search ? { search } : {})} order by c.id desc limit ${MAX_PEOPLE + 1}`;
  const contactIds = rows.slice(0, MAX_PEOPLE).map(({ id }) => id);
  const { free, existing, refused } = await judge(tx, { sequenceId, snapshot, contactIds, now });
  const counts = new Map<string, number>();
  for (const { code } of refused) counts.set(code, (counts.get(code) ?? 0) + 1);
  if (existing.length > 0) counts.set("already_live", existing.length);
  return {
    starts: free.map((one) => ({ ...one, at: now })),
    notEnrolled: [...counts].map(([code, people]) => ({ code, people })).sort((a, b) => b.people - a.people),
    isCut: rows.length > MAX_PEOPLE,
  };
}

/** Last month's arrivals, moved forward by a month. */
async function recentPeople(tx: SqlTx, { sequenceId, now }: Wish): Promise<People> {
  const monthMs = RECENT_DAYS * DAY_MS;
  const rows = await tx<{ contact_id: string; about_id: string | null; enrolled_at: Date }[]>`
    select contact_id, coalesce(conversation_id, record_id) as about_id, enrolled_at from enrollments
    where sequence_id = ${sequenceId} and enrolled_at > ${new Date(now.getTime() - monthMs)}
    order by enrolled_at limit ${MAX_PEOPLE + 1}`;
  return {
    starts: rows.slice(0, MAX_PEOPLE).map((row) => ({
      contactId: row.contact_id,
      aboutId: row.about_id,
      at: new Date(row.enrolled_at.getTime() + monthMs),
    })),
    notEnrolled: [],
    isCut: rows.length > MAX_PEOPLE,
  };
}

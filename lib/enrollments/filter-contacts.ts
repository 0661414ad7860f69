import type { SqlTx } from "@/db/client";
import { containing } from "@/lib/keyset";
import type { Sql } from "./filter-sql";

/** Of so many contacts the runs are looked up one by one; of more, runs are read and their contacts compared. */
export const FEW = 2_000;

/** The patterns by which a text finds contacts: one of names, one of addresses. */
export type SearchPatterns = { name: string; address: string };

/** By name or any address; a phone number also as it is usually written, with blanks and brackets. */
export async function patternsOf(tx: SqlTx, search: string): Promise<SearchPatterns> {
  const digits = /^[\d\s()+.-]+$/.test(search) ? search.replace(/\D/g, "") : "";
  const [row] = await tx<{ name: string }[]>`select searchable(${containing(search)}) as name`;
  return {
    name: row?.name ?? "",
    address: containing(digits.length >= 3 ? digits : search.toLowerCase()),
  };
}

/** The shortest text that the index knows, between the marks of a pattern. */
const SHORTEST = 3 + 2;

/** The contacts that a search finds, or null where they are more than `most` or the text is too short to tell. */
export const foundAmong = async (
  tx: SqlTx,
  { name, address }: SearchPatterns,
  most: number,
): Promise<string[] | null> => (name.length < SHORTEST ? null : few(tx, { name, address, tag: null }, most));

/** The contacts that have a tag, or null where they are many. */
export const fewTagged = (tx: SqlTx, tag: string): Promise<string[] | null> =>
  few(tx, { name: null, address: null, tag }, FEW);

type Wanted = { name: string | null; address: string | null; tag: string | null };

async function few(tx: SqlTx, { name, address, tag }: Wanted, most: number): Promise<string[] | null> {
  const [row] = await tx<{ ids: string[] | null }[]>`
    select find_contacts(${name}, ${address}, ${tag}, ${most}) as ids`;
  return row?.ids ?? null;
}

/** The contacts of a segment, or null where they are many. */
export async function fewMembers(tx: SqlTx, members: Sql): Promise<string[] | null> {
  const rows = await tx<{ id: string }[]>`select id from (${members}) m(id) limit ${FEW + 1}`;
  return rows.length > FEW ? null : rows.map((row) => row.id);
}

/** The contacts of a segment that have a tag, or null where they are many, or more than `most` have the tag. */
export async function fewTaggedMembers(
  tx: SqlTx,
  { members, tag, most }: { members: Sql; tag: string; most: number },
): Promise<string[] | null> {
  // Looked up apart, as the planner would otherwise do it, too, to guess how many they are.
  const rows = await tx<{ id: string | null }[]>`
    with tagged as materialized (select find_contacts(null, null, ${tag}, ${most}) as ids)
    select null::uuid as id from tagged where ids is null
    union all
    (select id from (${members}) m(id) where (id in (select unnest(ids) from tagged)) is true limit ${FEW + 1})`;
  const found = rows.flatMap(({ id }) => id ?? []);
  return rows.length > FEW || found.length < rows.length ? null : found;
}

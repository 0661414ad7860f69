import type { SqlTx } from "@/db/client";
import type { ConditionGroups } from "@/lib/core/model-rules";
import { AppError } from "@/lib/errors";
import { containing } from "@/lib/keyset";
import { meets } from "./conditions-sql";
import type { ContactFilter } from "./schema";

/** A filter whose segment was looked up. Made by `scopeOf` alone, so that no statement forgets the segment. */
type ContactScope = {
  search: string | undefined;
  importedAt: string | undefined;
  conditions: ConditionGroups[];
  zone: string;
};

/** What a filter means now. Throws AppError `not_found` for a segment that does not exist. */
export async function scopeOf(
  tx: SqlTx,
  { search, importedAt, ...rest }: ContactFilter,
): Promise<ContactScope> {
  const [account] = await tx<{ zone: string }[]>`select settings->>'timeZone' as zone from module_settings`;
  const conditions: ConditionGroups[] = rest.filter ? [rest.filter] : [];
  if (rest.segment) {
    const [segment] = await tx<{ filter: ConditionGroups }[]>`
      select filter from segments where id = ${rest.segment}`;
    if (!segment) throw new AppError("not_found", "segment_not_found");
    conditions.push(segment.filter);
  }
  if (rest.tag) conditions.push(tagged(rest.tag));
  return { search, importedAt, conditions, zone: account?.zone ?? "UTC" };
}

const tagged = (tag: string): ConditionGroups => ({
  match: "all",
  conditions: [{ variable: "contact.tags", operator: "contains", value: tag }],
});

/** A search alone needs no look-up. */
type SearchAlone = { search?: string } & { [Part in Exclude<keyof ContactFilter, "search">]?: undefined };

/** The condition that a filter means, over `contacts c`. Deleted contacts never match. */
export function matching(tx: SqlTx, scope: ContactScope | SearchAlone) {
  const { search, importedAt } = scope;
  const met = "conditions" in scope ? scope.conditions.map((groups) => meets(tx, groups, scope.zone)) : [];
  return tx`
    c.deleted_at is null
    ${importedAt ? tx`and c.updated_at = ${new Date(importedAt)}` : tx``}
    ${search ? tx`and ${found(tx, search)}` : tx``}
    ${met.reduce((all, one) => tx`${all} and ${one}`, tx``)}`;
}

/** By name or any address; a phone number also as it is usually written, with blanks and brackets. */
function found(tx: SqlTx, search: string) {
  const digits = /^[\d\s()+.-]+$/.test(search) ? search.replace(/\D/g, "") : "";
  const address = digits.length >= 3 ? digits : search.toLowerCase();
  return tx`(c.name ilike ${containing(search)} or exists (
    select from contact_identities i where i.contact_id = c.id and i.value like ${containing(address)}))`;
}

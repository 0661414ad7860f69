import type { SqlTx } from "@/db/client";
import { containing } from "@/lib/keyset";
import type { ContactFilter } from "./schema";

/** The condition that a filter means, over `contacts c`. Deleted contacts never match. */
export const matching = (tx: SqlTx, filter: ContactFilter) => tx`
  c.deleted_at is null
  ${filter.importedAt ? tx`and c.updated_at = ${new Date(filter.importedAt)}` : tx``}
  ${filter.search ? tx`and ${found(tx, filter.search)}` : tx``}`;

/** By name or any address; a phone number also as it is usually written, with blanks and brackets. */
function found(tx: SqlTx, search: string) {
  const digits = /^[\d\s()+.-]+$/.test(search) ? search.replace(/\D/g, "") : "";
  const address = digits.length >= 3 ? digits : search.toLowerCase();
  return tx`(c.name ilike ${containing(search)} or exists (
    select from contact_identities i where i.contact_id = c.id and i.value like ${containing(address)}))`;
}

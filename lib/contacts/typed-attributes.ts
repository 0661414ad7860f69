import type { SqlTx } from "@/db/client";
import type { Attributes } from "@/db/schema/contacts";
import { loadDefinitions } from "@/lib/attributes/data";
import type { AttributeDefinition } from "@/lib/attributes/schema";
import { readValue } from "@/lib/attributes/value";
import { AppError } from "@/lib/errors";
import { type ContactForm, fieldOfAttribute } from "./schema";

/**
 * The values that a form tells, by the types that the account has defined. A value that is as it was stays what it was,
 * even where a later definition would refuse it. Throws AppError `invalid` with a sentence for each that does not fit.
 */
export async function typedAttributes(
  tx: SqlTx,
  told: ContactForm["attributes"],
  before: Attributes,
): Promise<Attributes> {
  const definitions = await loadDefinitions(tx);
  const typeOf = new Map(definitions.flatMap((one) => (one.isArchived ? [] : [[one.key, one] as const])));
  const fields: Record<string, string> = {};
  const values: Attributes = {};
  for (const { key, value } of told) {
    if (value === "") continue;
    const known = before[key];
    const read = readValue(typeOf.get(key) ?? FREE, value);
    if (read.ok && (typeOf.has(key) || String(known) !== value)) values[key] = read.value;
    else if (known !== undefined && String(known) === value) values[key] = known;
    else if (!read.ok) fields[fieldOfAttribute(key)] = read.error;
  }
  if (Object.keys(fields).length > 0) throw new AppError("invalid", "invalid", { fields });
  return values;
}

const FREE: Pick<AttributeDefinition, "type" | "options"> = { type: "text", options: [] };

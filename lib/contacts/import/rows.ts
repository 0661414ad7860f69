import type { AttributeDefinition } from "@/lib/attributes/schema";
import { isKnownZone } from "@/lib/core/zone";
import { type Identity, identitiesOf, normalizeEmail, normalizePhone } from "../identity";
import { attributesOf, type TypedAttributes } from "./attribute-cells";
import type { Mapping } from "./columns";
import { isProblem, type Problem, type ProblemCode } from "./problems";
import type { CsvRecord } from "./records";

/** A row of the file that can become a contact. Empty cells are absent: they never erase what is stored. */
export type ContactRow = {
  line: number;
  name: string | null;
  firstName: string | null;
  timeZone: string | null;
  attributes: TypedAttributes;
  /** Added to those that the contact has. */
  tags: string[];
  identities: Identity[];
};

/** What the account says about reading a file: whose numbers have no country code, and which attributes have a type. */
export type Reading = { country: string; definitions: ReadonlyMap<string, AttributeDefinition> };

/** What the forms accept for one value; a longer cell is a sign of a broken row. */
const MAX_CELL = { name: 200, firstName: 100, tag: 40 };
const MAX_TAGS = 20;

/** Reads one record with the mapping. */
export function readRow(record: CsvRecord, mapping: Mapping, reading: Reading): ContactRow | Problem {
  const fail = (code: ProblemCode, data: Problem["data"] = {}): Problem => ({
    line: record.line,
    code,
    data,
  });
  if (record.cells.length !== mapping.length) {
    return fail("column_count", { expected: mapping.length, found: record.cells.length });
  }
  const cell = (target: string) => record.cells[mapping.indexOf(target)]?.trim() || null;
  const [name, firstName, timeZone] = [cell("name"), cell("firstName"), cell("timeZone")];
  const [phoneText, emailText] = [cell("phone"), cell("email")];
  const tags = tagsOf(cell("tags"));
  const attributes = attributesOf(record, mapping, reading.definitions);

  if ((name?.length ?? 0) > MAX_CELL.name) return fail("cell_too_long", { max: MAX_CELL.name });
  if ((firstName?.length ?? 0) > MAX_CELL.firstName)
    return fail("cell_too_long", { max: MAX_CELL.firstName });
  if (isProblem(attributes)) return attributes;
  if (tags.some((tag) => tag.length > MAX_CELL.tag)) return fail("cell_too_long", { max: MAX_CELL.tag });
  if (tags.length > MAX_TAGS) return fail("too_many_tags", { max: MAX_TAGS });
  if (!phoneText && !emailText) return fail("no_address");
  const phone = phoneText && normalizePhone(phoneText, reading.country);
  if (phoneText && !phone) return fail("phone_invalid", { value: shortened(phoneText) });
  const email = emailText && normalizeEmail(emailText);
  if (emailText && !email) return fail("email_invalid", { value: shortened(emailText) });
  if (timeZone && !isKnownZone(timeZone)) return fail("zone_unknown", { value: shortened(timeZone) });

  return {
    line: record.line,
    name,
    firstName,
    timeZone,
    attributes,
    tags,
    identities: identitiesOf({ phone, email }),
  };
}

const tagsOf = (cell: string | null): string[] => {
  const tags = (cell ?? "").split(/[,;|]/).map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ""))];
};

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

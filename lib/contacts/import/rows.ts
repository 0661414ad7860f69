import { isKnownZone } from "@/lib/core/zone";
import { type Identity, identitiesOf, normalizeEmail, normalizePhone } from "../identity";
import type { Mapping } from "./columns";
import type { Problem, ProblemCode } from "./problems";
import type { CsvRecord } from "./records";

/** A row of the file that can become a contact. Empty cells are absent: they never erase what is stored. */
export type ContactRow = {
  line: number;
  name: string | null;
  firstName: string | null;
  timeZone: string | null;
  attributes: Record<string, string>;
  identities: Identity[];
};

/** What the forms accept for one value; a longer cell is a sign of a broken row. */
const MAX_CELL = { name: 200, firstName: 100, attribute: 1_000 };

/** Reads one record with the mapping. `country` completes phone numbers that have no country code. */
export function readRow(record: CsvRecord, mapping: Mapping, country: string): ContactRow | Problem {
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
  const attributes = attributesOf(record, mapping);

  if ((name?.length ?? 0) > MAX_CELL.name) return fail("cell_too_long", { max: MAX_CELL.name });
  if ((firstName?.length ?? 0) > MAX_CELL.firstName)
    return fail("cell_too_long", { max: MAX_CELL.firstName });
  if (Object.values(attributes).some((value) => value.length > MAX_CELL.attribute)) {
    return fail("cell_too_long", { max: MAX_CELL.attribute });
  }
  if (!phoneText && !emailText) return fail("no_address");
  const phone = phoneText && normalizePhone(phoneText, country);
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
    identities: identitiesOf({ phone, email }),
  };
}

function attributesOf(record: CsvRecord, mapping: Mapping): Record<string, string> {
  const found = mapping.flatMap((target, index) => {
    const value = record.cells[index]?.trim();
    return target.startsWith("attribute:") && value ? [[target.slice("attribute:".length), value]] : [];
  });
  return Object.fromEntries(found);
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

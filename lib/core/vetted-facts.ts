import { effectiveZone } from "./effective-zone";
import type { Facts } from "./facts";
import { isDateOnly } from "./liquid-filters";
import type { AttributeType } from "./model";
import type { VettedFact } from "./model-maestro";
import { toLocalMs } from "./zone";

/** The names under which the account's own sentences count as facts. */
const KNOWLEDGE = "knowledge";
const INSTRUCTION = "instruction";

/** Values of a record that are said of it, by how they are. Its status and its place in a pipeline are the team's. */
const SAID_OF_RECORDS: Record<string, AttributeType> = {
  title: "text",
  location: "text",
  amount: "currency",
  expected_close: "date",
  due_date: "date",
  starts_at: "date",
  ends_at: "date",
  link: "link",
};

/**
 * What a text of this run may rely on: the contact, what the run is about, the account and whoever speaks for it, and
 * the account's own sentences. Amounts in major units, times on the wall of the contact's zone. Values that are not of
 * their type, as free attributes may hold them, count as texts. No fact hangs on the moment of asking, so that those of
 * two moments can be compared.
 */
export function vettedFactsOf(
  facts: Pick<Facts, "contact" | "account" | "agent" | "record" | "settings">,
  extra: { knowledge: string; instruction: string },
  _now: Date,
): VettedFact[] {
  const { contact, account, agent, record, settings } = facts;
  const { zone } = effectiveZone(contact, settings);
  const typed = (name: string, value: Scalar, type: AttributeType, currency: string) =>
    factOf(name, value, type, { currency, zone });
  const list: (VettedFact | null)[] = [
    named("contact.name", contact.name),
    named("contact.first_name", contact.firstName),
    ...Object.entries(contact.attributes)
      .filter(([key]) => !OF_CONTACT.has(key))
      .map(([key, value]) => {
        const type = Object.hasOwn(account.attributeTypes, key) ? account.attributeTypes[key] : undefined;
        return typed(`contact.${key}`, value, type ?? "text", settings.currency);
      }),
    typed("contact.email", contact.email, "text", ""),
    typed("contact.phone", contact.phone, "text", ""),
    named("account.name", account.name),
    named("agent.name", agent?.name ?? null),
    typed("agent.email", agent?.email ?? null, "text", ""),
    ...(record ? ofRecord(record, typed, settings.currency) : []),
    typed(KNOWLEDGE, extra.knowledge, "text", ""),
    typed(INSTRUCTION, extra.instruction, "text", ""),
  ];
  return list.filter((fact) => fact !== null);
}

type Scalar = string | number | boolean | null;
type Circumstances = { currency: string; zone: string };

/** An attribute never stands in for a built-in value. */
const OF_CONTACT: ReadonlySet<string> = new Set(["name", "first_name", "email", "phone", "tags"]);

function ofRecord(
  { kind, values }: NonNullable<Facts["record"]>,
  typed: (name: string, value: Scalar, type: AttributeType, currency: string) => VettedFact | null,
  accountCurrency: string,
) {
  const currency = typeof values.currency === "string" ? values.currency : accountCurrency;
  return Object.entries(SAID_OF_RECORDS).map(([key, type]) =>
    typed(`${kind}.${key}`, (Object.hasOwn(values, key) ? values[key] : null) ?? null, type, currency),
  );
}

const named = (name: string, value: string | null): VettedFact | null =>
  value === null || value.trim() === "" ? null : { name, kind: "name", value: value.trim() };

/** Null where there is nothing to be said: blank values, and answers of yes and no. */
function factOf(
  name: string,
  value: Scalar,
  type: AttributeType,
  circumstances: Circumstances,
): VettedFact | null {
  if (value === null || typeof value === "boolean") return null;
  const words = String(value).trim();
  if (words === "") return null;
  const number = Number(words);
  if (Number.isFinite(number)) {
    if (type === "currency") return { name, kind: "amount", value: number, currency: circumstances.currency };
    if (type === "number" || type === "percent") return { name, kind: type, value: number };
  }
  if (type === "date") return dated(name, words, circumstances) ?? { name, kind: "text", value: words };
  if (type === "link") return { name, kind: "link", value: words };
  if (EMAIL.test(words)) return { name, kind: "email", value: words };
  if (name.endsWith(".phone")) return { name, kind: "phone", value: words };
  return { name, kind: "text", value: words };
}

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,255}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

function dated(name: string, words: string, { zone }: Circumstances): VettedFact | null {
  const at = Date.parse(words);
  if (Number.isNaN(at)) return null;
  if (isDateOnly(words)) return { name, kind: "day", value: words };
  if (!INSTANT.test(words)) return null;
  return { name, kind: "moment", value: new Date(toLocalMs(at, zone)).toISOString().slice(0, 16) };
}

import type { Facts } from "./facts";
import type { RenderContext } from "./liquid";

export const VARIABLE_TYPES = [
  "text",
  "number",
  "currency",
  "percent",
  "link",
  "date",
  "list",
  "checkbox",
] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

/** A name that texts may use. Built-in ones have a key for the screens to translate, attributes their own label. */
export type Variable = { name: string; type: VariableType } & (
  | { labelKey: string; label?: undefined }
  | { label: string; labelKey?: undefined }
);

export const VARIABLES: readonly Variable[] = [
  { name: "contact.first_name", type: "text", labelKey: "contact.first_name" },
  { name: "contact.name", type: "text", labelKey: "contact.name" },
  { name: "contact.email", type: "text", labelKey: "contact.email" },
  { name: "contact.phone", type: "text", labelKey: "contact.phone" },
  { name: "account.name", type: "text", labelKey: "account.name" },
  { name: "agent.name", type: "text", labelKey: "agent.name" },
  { name: "agent.email", type: "text", labelKey: "agent.email" },
];

/** Keys that an attribute must have to be written as `{{ contact.key }}`. */
export const ATTRIBUTE_KEY = /^[a-z][a-z0-9_]{0,79}$/;

/** The whole catalogue of an account. A built-in name wins over an attribute with the same key. */
export function variablesWith(
  attributes: readonly { key: string; label: string; type: VariableType }[],
): Variable[] {
  const own = attributes
    .filter(({ key }) => ATTRIBUTE_KEY.test(key) && !builtIn.has(`contact.${key}`))
    .map(({ key, label, type }): Variable => ({ name: `contact.${key}`, type, label }));
  return [...VARIABLES, ...own];
}

export function namesOf(variables: readonly Variable[]): ReadonlySet<string> {
  return new Set(variables.map((variable) => variable.name));
}

/** What a text of this run may say. Values that are absent or blank are left out, which is what "missing" means. */
export function contextOf(
  facts: Pick<Facts, "contact" | "account" | "agent" | "settings">,
  now: Date,
): RenderContext {
  const { contact, account, agent, settings } = facts;
  const own = present(contact.attributes);
  for (const name of ["name", "first_name", "email", "phone"]) delete own[name];
  Object.assign(
    own,
    present({
      name: contact.name,
      first_name: contact.firstName,
      email: contact.email,
      phone: contact.phone,
    }),
  );
  return {
    values: {
      contact: own,
      account: present({ name: account.name }),
      agent: present({ name: agent?.name ?? null, email: agent?.email ?? null }),
    },
    locale: settings.locale,
    currency: settings.currency,
    zone: settings.timeZone,
    now,
  };
}

const builtIn = new Set(VARIABLES.map((variable) => variable.name));

type Scalar = string | number | boolean | null;

function present(values: Record<string, Scalar>): Record<string, Scalar> {
  // Without a prototype no key, such as `__proto__`, has a meaning of its own.
  const result: Record<string, Scalar> = Object.create(null);
  for (const key of Object.keys(values)) {
    const value = values[key] ?? null;
    if (value !== null && (typeof value !== "string" || value.trim() !== "")) result[key] = value;
  }
  return result;
}

import type { Lookup } from "./conditions";
import type { Facts } from "./facts";
import type { RenderContext } from "./liquid";
import type { AttributeType, Target } from "./model";

export type VariableType = AttributeType;

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
  { name: "contact.tags", type: "list", labelKey: "contact.tags" },
  { name: "account.name", type: "text", labelKey: "account.name" },
  { name: "agent.name", type: "text", labelKey: "agent.name" },
  { name: "agent.email", type: "text", labelKey: "agent.email" },
];

const builtInOf = (group: string, types: Record<string, VariableType>): Variable[] =>
  Object.entries(types).map(([key, type]) => ({
    name: `${group}.${key}`,
    type,
    labelKey: `${group}.${key}`,
  }));

/** What a run about something may say of it besides what every run may. Amounts are in major units. */
export const TARGET_VARIABLES: Record<Target, readonly Variable[]> = {
  contact: [],
  conversation: builtInOf("conversation", { inbox: "text", channel: "text", status: "text" }),
  deal: builtInOf("deal", {
    title: "text",
    amount: "currency",
    currency: "text",
    status: "text",
    stage: "text",
    pipeline: "text",
    expected_close: "date",
  }),
  appointment: builtInOf("appointment", {
    title: "text",
    starts_at: "date",
    ends_at: "date",
    location: "text",
    status: "text",
  }),
  charge: builtInOf("charge", {
    title: "text",
    amount: "currency",
    currency: "text",
    due_date: "date",
    status: "text",
    link: "link",
  }),
};

/** Whoever a run is about has these, so a text needs no fallback for them. */
const ALWAYS_THERE: ReadonlySet<string> = new Set([
  "account.name",
  ...["conversation.inbox", "conversation.channel", "conversation.status"],
  ...["deal.title", "deal.status", "deal.stage", "deal.pipeline"],
  ...["appointment.title", "appointment.starts_at", "appointment.status"],
  ...["charge.title", "charge.amount", "charge.currency", "charge.due_date", "charge.status"],
]);

export const isAlwaysThere = (name: string): boolean => ALWAYS_THERE.has(name);

/** Keys that an attribute must have to be written as `{{ contact.key }}`. */
export const ATTRIBUTE_KEY = /^[a-z][a-z0-9_]{0,79}$/;

/** What texts of every target may name. A built-in name wins over an attribute with the same key. */
export function variablesWith(
  attributes: readonly { key: string; label: string; type: VariableType }[],
): Variable[] {
  const own = attributes
    .filter(({ key }) => ATTRIBUTE_KEY.test(key) && !builtIn.has(`contact.${key}`))
    .map(({ key, label, type }): Variable => ({ name: `contact.${key}`, type, label }));
  return [...VARIABLES, ...own];
}

/** What the texts and conditions of a sequence with this target may name. */
export function variablesFor(target: Target, common: readonly Variable[]): Variable[] {
  return [...common, ...TARGET_VARIABLES[target]];
}

export function namesOf(variables: readonly Variable[]): ReadonlySet<string> {
  return new Set(variables.map((variable) => variable.name));
}

type Speaker = Pick<Facts, "contact" | "account" | "agent" | "settings"> &
  Partial<Pick<Facts, "conversation" | "record" | "inboxes">>;

/** What a text of this run may say. Values that are absent or blank are left out, which is what "missing" means. */
export function contextOf(facts: Speaker, now: Date): RenderContext {
  const { settings } = facts;
  return {
    values: valuesOf(facts),
    locale: settings.locale,
    currency: settings.currency,
    zone: settings.timeZone,
    now,
    types: typesOf(facts.account.attributeTypes),
  };
}

/** Texts, links and lists are written as they are, so they need no type. */
const isWrittenByType = (type: VariableType): boolean => !["text", "link", "list"].includes(type);

const BUILT_IN_TYPES = Object.fromEntries(
  [...VARIABLES, ...Object.values(TARGET_VARIABLES).flat()]
    .filter(({ type }) => isWrittenByType(type))
    .map(({ name, type }) => [name, type]),
);

function typesOf(attributeTypes: Record<string, VariableType>): Record<string, VariableType> {
  const own = Object.entries(attributeTypes)
    .filter(([key, type]) => isWrittenByType(type) && !builtIn.has(`contact.${key}`))
    .map(([key, type]) => [`contact.${key}`, type]);
  return own.length === 0 ? BUILT_IN_TYPES : { ...BUILT_IN_TYPES, ...Object.fromEntries(own) };
}

/** What a condition finds under a name, by the same rules as a text. */
export function lookupOf(facts: Speaker): Lookup {
  const values = valuesOf(facts);
  return (variable) => {
    const dot = variable.indexOf(".");
    const group = variable.slice(0, dot);
    return Object.hasOwn(values, group) ? values[group]?.[variable.slice(dot + 1)] : undefined;
  };
}

function valuesOf({
  contact,
  account,
  agent,
  conversation,
  record,
  inboxes,
}: Speaker): RenderContext["values"] {
  const { name, firstName: first_name, email, phone, tags } = contact;
  const attributes = present(contact.attributes);
  // An attribute never stands in for a built-in value.
  for (const key of ["name", "first_name", "email", "phone", "tags"]) delete attributes[key];
  const inbox = conversation && inboxes?.find(({ id }) => id === conversation.inboxId);
  return {
    contact: Object.assign(attributes, present({ name, first_name, email, phone, tags: tags.join(", ") })),
    account: present({ name: account.name }),
    agent: present({ name: agent?.name ?? null, email: agent?.email ?? null }),
    conversation: present({
      inbox: inbox?.name ?? null,
      channel: inbox?.channel ?? null,
      status: conversation?.status ?? null,
    }),
    deal: {},
    appointment: {},
    charge: {},
    ...(record && { [record.kind]: present(record.values) }),
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

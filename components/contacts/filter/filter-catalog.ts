import type { FilterChoices } from "@/lib/contacts/choices";
import { type AttributeType, CHANNELS, type Condition, type Operator } from "@/lib/core/model";
import type { ConditionGroups } from "@/lib/core/model-rules";

/** How a field is compared and its value chosen. */
export type FieldKind = "text" | "number" | "date" | "choice" | "items";
export type Option = { value: string; label: string };
export type CatalogField = {
  variable: string;
  label: string;
  kind: FieldKind;
  group: "contact" | "attributes" | "messages" | "sequences";
  /** What may be chosen; absent where anything may be typed. */
  options?: Option[];
  /** What is proposed while typing. */
  proposals?: string[];
};

const PRESENCE: Operator[] = ["is_set", "is_not_set"];

/** The operators that mean something for a kind, the usual one first. */
export const OPERATORS_OF: Record<FieldKind, Operator[]> = {
  text: ["contains", "not_contains", "equal", "not_equal", "in", ...PRESENCE],
  number: ["equal", "not_equal", "greater", "less", ...PRESENCE],
  date: ["equal", "greater", "less", ...PRESENCE],
  choice: ["equal", "not_equal", ...PRESENCE],
  items: ["contains", "not_contains", ...PRESENCE],
};

export const needsValue = (operator: Operator): boolean => !PRESENCE.includes(operator);

/** Whether the condition says enough to be asked; a half-written one is left out. */
const isComplete = ({ operator, value }: Condition) => !needsValue(operator) || value.trim() !== "";

/** The same filter without what is not finished yet. */
export function completeOf({ match, conditions, groups = [] }: ConditionGroups): ConditionGroups {
  const whole = groups
    .map((group) => ({ ...group, conditions: group.conditions.filter(isComplete) }))
    .filter((group) => group.conditions.length > 0);
  return {
    match,
    conditions: conditions.filter(isComplete),
    ...(whole.length > 0 && { groups: whole }),
  };
}

const KIND_OF: Record<AttributeType, FieldKind> = {
  text: "text",
  link: "text",
  number: "number",
  currency: "number",
  percent: "number",
  date: "date",
  list: "choice",
  checkbox: "choice",
};

type Words = {
  field: (key: string) => string;
  channel: (channel: string) => string;
  record: (key: string) => string;
  yes: string;
  no: string;
  everyChannel: string;
};

/** Everything that a filter over contacts may look at, in the order of the list. */
export function catalogOf(choices: FilterChoices | undefined, words: Words): CatalogField[] {
  const { attributes = [], tags = [], sequences = [], members = [] } = choices ?? {};
  const yesNo = [
    { value: "true", label: words.yes },
    { value: "false", label: words.no },
  ];
  const channels = CHANNELS.map((value) => ({ value, label: words.channel(value) }));
  const ofSequences = sequences.map(({ id, name }) => ({ value: id, label: name }));
  const field = (
    group: CatalogField["group"],
    key: string,
    kind: FieldKind,
    more: Partial<CatalogField> = {},
  ): CatalogField => ({ variable: `contact.${key}`, label: words.field(key), kind, group, ...more });
  return [
    field("contact", "name", "text"),
    field("contact", "email", "text"),
    field("contact", "phone", "text"),
    field("contact", "tags", "items", { proposals: tags }),
    field("contact", "assignee", "choice", {
      options: members.map(({ id, name }) => ({ value: id, label: name })),
    }),
    field("contact", "created_at", "date"),
    field("contact", "time_zone", "text"),
    ...attributes.map(
      ({ key, label, type, options }): CatalogField => ({
        ...{ variable: `contact.${key}`, label, kind: KIND_OF[type], group: "attributes" },
        ...(type === "list" && { options: options.map((value) => ({ value, label: value })) }),
        ...(type === "checkbox" && { options: yesNo }),
      }),
    ),
    field("messages", "last_reply_at", "date"),
    field("messages", "channels", "items", { options: channels }),
    field("messages", "opted_out", "items", {
      options: [{ value: "all", label: words.everyChannel }, ...channels],
    }),
    field("messages", "blocked", "choice", { options: yesNo }),
    field("messages", "preferred_channel", "choice", { options: channels }),
    field("sequences", "live_in", "items", { options: ofSequences }),
    field("sequences", "ever_in", "items", { options: ofSequences }),
    field("sequences", "has", "items", {
      options: ["open_deal", "pending_charge", "overdue_charge", "upcoming_appointment"].map((value) => ({
        value,
        label: words.record(value),
      })),
    }),
  ];
}

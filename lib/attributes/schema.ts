import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import { ATTRIBUTE_TYPES, type AttributeType } from "@/lib/core/model";

export const attributeKeySchema = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** What the account says about one of its contacts' attributes. */
export type AttributeDefinition = {
  id: string;
  key: string;
  label: string;
  type: AttributeType;
  /** Of a list: what may be chosen. */
  options: string[];
  isArchived: boolean;
};

/** A key that contacts have and nobody has defined. */
export type FreeAttribute = { key: string; type: AttributeType; contacts: number };

/** Names that texts and filters give another meaning. */
const RESERVED: ReadonlySet<string> = new Set([
  ...["name", "first_name", "email", "phone", "tags", "assignee", "created_at", "last_reply_at", "time_zone"],
  ...["preferred_channel", "blocked", "opted_out", "channels", "live_in", "ever_in", "has"],
]);
export const isReservedKey = (key: string): boolean => RESERVED.has(key);

/** Conditions part a list of values by commas. */
const optionSchema = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((option) => !option.includes(","), { error: "attribute_option_comma" });

const fields = {
  label: z.string().trim().min(1).max(80),
  type: z.enum(ATTRIBUTE_TYPES),
  options: z.array(optionSchema).max(100),
};
const hasOptions = ({ type, options }: { type: AttributeType; options: string[] }) =>
  type !== "list" || options.length > 0;
const needsOptions = { error: "attribute_options_required", path: ["options"] };

export const defineAttributeSchema = accountInput
  .extend({
    ...fields,
    key: attributeKeySchema.refine((key) => !isReservedKey(key), { error: "attribute_key_reserved" }),
  })
  .refine(hasOptions, needsOptions);
export const changeAttributeSchema = accountInput
  .extend({ ...fields, id: z.uuid() })
  .refine(hasOptions, needsOptions);
export const attributeIdSchema = accountInput.extend({ id: z.uuid() });
export const orderAttributesSchema = accountInput.extend({ ids: z.array(z.uuid()).max(200) });

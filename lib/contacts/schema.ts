import * as z from "zod";
import { accountInput } from "@/lib/action-input";
import { attributeKeySchema } from "@/lib/attributes/schema";
import { CHANNELS } from "@/lib/core/model";
import { conditionGroupsSchema } from "@/lib/core/model-schemas";
import { isKnownZone } from "@/lib/core/zone";

/** As it is written; tags that differ in case alone are the same. */
export const tagSchema = z.string().trim().min(1).max(40);

/** Which contacts a list shows or an act means. Every part is in the address of the list. */
export const contactFilterSchema = z.object({
  search: z.string().trim().max(200).optional(),
  /** The contacts that one import made or changed, by the import's instant. */
  importedAt: z.iso.datetime().optional(),
  /** A saved one, by its id. */
  segment: z.uuid().optional(),
  tag: tagSchema.optional(),
  /** In the address it is JSON. */
  filter: z.preprocess(fromJson, conditionGroupsSchema.optional()),
});
export type ContactFilter = z.infer<typeof contactFilterSchema>;

/** Contacts that are meant: these, or all that a filter finds. */
const whomSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("contacts"), ids: z.array(z.uuid()).min(1).max(10_000) }),
  z.object({ kind: z.literal("filter"), filter: contactFilterSchema }),
]);
export type Whom = z.infer<typeof whomSchema>;

const bulkActSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("add_tag"), tag: tagSchema }),
  z.object({ do: z.literal("remove_tag"), tag: tagSchema }),
  z.object({ do: z.literal("assign"), userId: z.uuid().nullable() }),
]);
export type BulkAct = z.infer<typeof bulkActSchema>;

export const changeContactsSchema = accountInput.extend({
  whom: whomSchema,
  act: bulkActSchema,
  after: z.uuid().optional(),
});

const optionalText = (max: number) => z.string().trim().max(max);

/** Flat, because the errors of a form are told per field of its first level. */
const contactFields = {
  name: z.string().trim().min(1).max(200),
  firstName: optionalText(100),
  phone: optionalText(40),
  email: optionalText(254),
  timeZone: optionalText(64).refine((zone) => zone === "" || isKnownZone(zone), { error: "invalid_value" }),
  preferredChannel: z.enum(["", ...CHANNELS]),
  attributes: z
    .array(z.object({ key: attributeKeySchema, value: z.string().trim().max(1_000) }))
    .max(50)
    .refine((list) => new Set(list.map(({ key }) => key)).size === list.length, { error: "attribute_twice" }),
};
/** Under which name a refusal of one attribute's value is told to the form. */
export const fieldOfAttribute = (key: string): string => `attribute_${key}`;

const contactFormSchema = z.object(contactFields);
export type ContactForm = z.infer<typeof contactFormSchema>;

const hasAddress = ({ phone, email }: ContactForm) => phone !== "" || email !== "";
const needsAddress = { error: "address_required", path: ["phone"] };

export const createContactSchema = accountInput.extend(contactFields).refine(hasAddress, needsAddress);
export const updateContactSchema = accountInput
  .extend({ ...contactFields, contactId: z.uuid() })
  .refine(hasAddress, needsAddress);
export const contactIdSchema = accountInput.extend({ contactId: z.uuid() });
/** `channel` null means every channel. */
export const suppressionSchema = contactIdSchema.extend({ channel: z.enum(CHANNELS).nullable() });

export const addressSchema = contactIdSchema.extend({
  kind: z.enum(["phone", "email"]),
  value: z.string().trim().min(1).max(254),
});
export const identityIdSchema = contactIdSchema.extend({ identityId: z.uuid() });
export const contactTagSchema = contactIdSchema.extend({ tag: tagSchema });
export const assignContactSchema = contactIdSchema.extend({ userId: z.uuid().nullable() });
export const mergeSchema = accountInput.extend({ survivorId: z.uuid(), loserId: z.uuid() });
export const eraseSchema = contactIdSchema.extend({ typedName: z.string().max(300) });

export const TIMELINE_KINDS = ["messages", "runs", "events", "records", "consents", "merges"] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** Where a page begins: behind an entry, told as `<instant> <id>` by the page before. */
const placeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z [0-9a-f-]{36}$/)
  .transform((place) => ({ at: place.split(" ")[0] ?? "", id: place.split(" ")[1] ?? "" }));
export const timelineSchema = z.object({
  kind: z.enum(TIMELINE_KINDS).optional(),
  before: placeSchema.optional(),
});
export type TimelineWish = z.infer<typeof timelineSchema>;

export type TimelineEntry = {
  kind: TimelineKind;
  id: string;
  /** What happened: of an event its name. */
  what: string;
  at: string;
  data: Record<string, string | number | boolean | null>;
};
export type TimelinePage = { entries: TimelineEntry[]; next: string | null };

/** What is no JSON is left as it is, for the schema to refuse. */
function fromJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

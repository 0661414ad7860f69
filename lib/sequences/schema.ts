import * as z from "zod";
import type { Facts } from "@/lib/core/facts";
import { hsmTemplateSchema, mediaSchema } from "@/lib/core/message-schemas";
import {
  type CHANNELS,
  CONVERSATION_STATUSES,
  MAX_FURTHER_VARIANTS,
  MAX_QUICK_REPLIES,
  MAX_SKIP_RULES,
  MAX_STEPS,
  PRIORITIES,
  type RecordKind,
  SEQUENCE_DEFAULTS,
  SEQUENCE_STATUSES,
  type SequenceDraft,
  type SequenceSnapshot,
  STEP_CHANNELS,
  TARGETS,
} from "@/lib/core/model";
import { LAST_WORDS, MAX_TRIGGERS } from "@/lib/core/model-rules";
import {
  composeSchema,
  conditionSchema,
  contentSchema,
  exitRulesSchema,
  goalSchema,
  reenrollmentSchema,
  triggerSchema,
  waitSchema,
} from "@/lib/core/model-schemas";
import type { TemplateNeeds } from "@/lib/core/provider-facts";
import type { Variable } from "@/lib/core/variables";
import { MAX_DESCRIPTION_LENGTH, MAX_TAG_LENGTH, MAX_TAGS } from "./limits";

/**
 * A draft as it is typed: the shape of a snapshot, with half-typed values let through so that nothing a person writes
 * is ever refused by the autosave. Publish is where values must be right.
 */
const typedTemplate = hsmTemplateSchema.extend({
  name: z.string().max(512),
  language: z.string().max(15),
  parameterNames: z.array(z.string().max(100)).max(20).optional(),
  header: hsmTemplateSchema.shape.header
    .unwrap()
    .extend({ name: z.string().max(100).optional() })
    .optional(),
});

const typedRich = contentSchema.options[2];
const typedContent = z.discriminatedUnion("type", [
  contentSchema.options[0],
  contentSchema.options[1].extend({ template: typedTemplate }),
  typedRich.extend({
    media: mediaSchema.extend({ url: z.string().max(2_000) }).optional(),
    quickReplies: z.array(z.string().max(200)).max(MAX_QUICK_REPLIES),
  }),
]);

const typedCondition = conditionSchema.extend({ variable: z.string().max(120), value: z.string().max(500) });
const typedWeight = z.number().int().min(0).max(999);

const typedStep = z.object({
  id: z.uuid(),
  name: z.string().max(80).optional(),
  wait: waitSchema.extend({ at: z.string().max(5).optional() }),
  channel: z.enum(STEP_CHANNELS),
  content: typedContent,
  windowClosed: z.discriminatedUnion("do", [
    z.object({ do: z.literal("template"), template: typedTemplate }),
    z.object({ do: z.literal("other_channel") }),
    z.object({ do: z.literal("wait"), days: z.number().int().min(0).max(999) }),
    z.object({ do: z.literal("skip") }),
  ]),
  compose: composeSchema,
  skipRules: z
    .array(
      z.discriminatedUnion("when", [
        typedCondition.extend({ when: z.literal("condition") }),
        z.object({ when: z.literal("messaged_within"), hours: z.number().int().min(0).max(999) }),
        z.object({ when: z.literal("no_address") }),
      ]),
    )
    .max(MAX_SKIP_RULES),
  weight: typedWeight,
  variants: z
    .array(z.object({ id: z.uuid(), weight: typedWeight, content: typedContent }))
    .max(MAX_FURTHER_VARIANTS),
});

const typedHours = z.object({ from: z.string().max(5), to: z.string().max(5) });
const typedLimit = z.number().int().min(0).max(99_999).nullable();

export const draftSchema: z.ZodType<SequenceDraft> = z.object({
  schemaVersion: z.literal(1),
  target: z.enum(TARGETS),
  steps: z
    .array(typedStep)
    .max(MAX_STEPS)
    .refine((steps) => new Set(steps.map((step) => step.id)).size === steps.length),
  exitRules: exitRulesSchema,
  goal: goalSchema
    .extend({ event: z.string().max(80), conditions: z.array(typedCondition).max(10).optional() })
    .nullable(),
  sendingHours: z.array(z.array(typedHours).max(4)).length(7).nullable(),
  limits: z.object({ perDay: typedLimit, perWeek: typedLimit, gapMinutes: typedLimit }),
  triggers: z
    .array(
      triggerSchema.extend({
        name: z.string().max(80).optional(),
        conditions: z.array(typedCondition).max(10),
        groups: z
          .array(z.object({ match: z.enum(["all", "any"]), conditions: z.array(typedCondition).max(10) }))
          .max(5)
          .optional(),
        idle: z
          .object({
            minutes: z.number().int().min(0).max(9_999_999),
            lastWord: z.enum(LAST_WORDS),
            statuses: z.array(z.enum(CONVERSATION_STATUSES)),
          })
          .optional(),
        offset: z
          .object({ amount: z.number().int().min(0).max(99_999), unit: z.enum(["hours", "days"]) })
          .optional(),
      }),
    )
    .max(MAX_TRIGGERS),
  reenrollment: reenrollmentSchema.extend({ days: z.number().int().min(0).max(9_999) }),
  holdoutPercent: z.number().int().min(0).max(999),
  endsOn: z.string().max(10).nullable(),
  defaultAssigneeId: z.uuid().nullable(),
  priority: z.enum(PRIORITIES),
  exclusivityGroup: z.string().max(40).nullable(),
});

export const emptyDraft = (): SequenceDraft => ({
  schemaVersion: 1,
  target: "contact",
  steps: [],
  ...SEQUENCE_DEFAULTS,
});

export const sequenceNameSchema = z.string().trim().min(1).max(120);
/** Told apart by their letters alone: the same tag twice counts once. */
const tagsSchema = z
  .array(z.string().trim().min(1).max(MAX_TAG_LENGTH))
  .max(MAX_TAGS)
  .transform((tags) =>
    tags.filter((tag, index) => tags.findIndex((other) => isSameTag(other, tag)) === index),
  );
const isSameTag = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const revision = z.number().int().min(0);

export const sequenceIdShape = { sequenceId: z.uuid() };
export const nameShape = { name: sequenceNameSchema };
export const describeShape = {
  ...sequenceIdShape,
  description: z.string().trim().max(MAX_DESCRIPTION_LENGTH),
  tags: tagsSchema,
};
export const saveDraftShape = { ...sequenceIdShape, draft: draftSchema, draftRevision: revision };

export const listFilterSchema = z.object({
  status: z.enum(["current", ...SEQUENCE_STATUSES]).catch("current"),
  /** Only those with this tag. */
  tag: z.string().trim().min(1).max(MAX_TAG_LENGTH).nullable().catch(null),
});
export type ListFilter = z.infer<typeof listFilterSchema>;

/** A row of the list. Instants are ISO text: rows travel as JSON to screens that stay open. */
export type SequenceRow = {
  id: string;
  name: string;
  tags: string[];
  status: (typeof SEQUENCE_STATUSES)[number];
  /** Of the live version, else of the draft. */
  target: SequenceDraft["target"];
  triggers: SequenceDraft["triggers"];
  stepCount: number;
  channels: (typeof STEP_CHANNELS)[number][];
  /** Live runs, counted up to `COUNT_LIMIT`. */
  inFlight: number;
  /** Of the latest finished runs, how many there were, ended with a reply, and reached the goal. */
  finished: number;
  replied: number;
  converted: number;
  lastPublished: { number: number; at: string; by: string | null } | null;
  updatedAt: string;
};

/** Messages sent on each of the last days, the oldest first. */
export type DaySends = {
  days: number[];
  /** There were more runs than are looked at, so days further back may have had more. */
  isPartial: boolean;
};

export type VersionRow = { id: string; number: number; at: string; by: string | null; note: string };

/** What of a sequence may change while somebody edits it. */
export type SequenceState = {
  status: SequenceRow["status"];
  inFlight: number;
  draftRevision: number;
  liveVersionId: string | null;
  versions: VersionRow[];
  /** Whether the draft says something that the live version does not. */
  hasUnpublished: boolean;
};

export type SequenceDetail = SequenceState & {
  id: string;
  name: string;
  description: string;
  tags: string[];
  draft: SequenceDraft;
  live: { number: number; snapshot: SequenceSnapshot } | null;
};

/** The draft as it is stored, for whoever finds that somebody else has saved. */
export type StoredDraft = {
  draft: SequenceDraft;
  draftRevision: number;
  savedAt: string;
  /** The name of who saved it; null where that is not known. */
  savedBy: string | null;
};

/** What the editor knows of the account: enough to check, to show variables and to fill in a text. */
export type EditorContext = Pick<Facts, "settings" | "account" | "agent"> & {
  variables: Variable[];
  /** As Meta had them at the last look; null when none was ever read. */
  hsmTemplates: { name: string; language: string; status: string; needs: TemplateNeeds }[] | null;
  /** Whether Maestro is switched on. */
  hasMaestro: boolean;
  /** The ISO date in the account's zone. */
  today: string;
  /** Who may be made responsible for runs. */
  members: { id: string; name: string }[];
  inboxes: {
    id: string;
    name: string;
    channel: (typeof CHANNELS)[number];
    hasWindow: boolean;
    hasTemplates: boolean;
  }[];
};

/** A contact whose data a text may be filled with. */
export type SampleContact = {
  id: string;
  name: string;
  values: SampleValues;
  /** Of each kind the record that a run would be about. */
  records: Partial<Record<RecordKind, SampleValues>>;
  /** When WhatsApp stops allowing free text to them; null when it does not allow it at all. */
  windowClosesAt: string | null;
};
type SampleValues = Record<string, string | number | boolean | null>;

/** How many have no value for a variable. Of a large account the newest are counted. */
export type MissingValue = {
  kind: "contact" | RecordKind;
  missing: number;
  of: number;
  isSample: boolean;
};
/** By the variable's name. */
export type MissingValues = Record<string, MissingValue>;

export type ContactChoice = { id: string; name: string };

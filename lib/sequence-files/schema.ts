import * as z from "zod";
import type { Channel, SequenceDraft } from "@/lib/core/model";
import { MAX_DESCRIPTION_LENGTH, MAX_TAG_LENGTH, MAX_TAGS } from "@/lib/sequences/limits";
import { draftSchema } from "@/lib/sequences/schema";

export const FILE_FORMAT = "follow-ups.sequence";
/** Grows when a file of today would be misread by an older version. */
export const FILE_VERSION = 1;
/** Twenty steps with four long texts each are a quarter of it. */
export const MAX_FILE_BYTES = 1_000_000;

/**
 * A sequence as a file: everything that it says and nothing of the account that it comes from. A half-written draft is
 * a file too, because the builder shows what is missing.
 */
export const sequenceFileSchema = z.object({
  format: z.literal(FILE_FORMAT),
  schemaVersion: z.literal(FILE_VERSION),
  exportedAt: z.iso.datetime(),
  name: z.string().trim().min(1).max(120),
  description: z.string().max(MAX_DESCRIPTION_LENGTH),
  tags: z.array(z.string().trim().min(1).max(MAX_TAG_LENGTH)).max(MAX_TAGS),
  draft: draftSchema,
});

/** Keys of a draft that name something of one account; a file never has them. */
export const KEYS_OF_AN_ACCOUNT = ["templateId", "defaultAssigneeId"] as const;

/** What is read from a file; its step ids are new ones. */
export type ReadSequence = { name: string; description: string; tags: string[]; draft: SequenceDraft };

/** What a person should look at in a draft from elsewhere before publishing it. */
export type ImportNotes = {
  unknownVariables: string[];
  channelsWithoutInbox: Channel[];
  /** Problems of other kinds, which the builder names one by one. */
  problems: number;
};

import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { SequenceDraft, SequenceSnapshot } from "@/lib/core/model";
import { accountId, createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";
import { sequenceStatusEnum } from "./enums";

export const sequences = pgTable(
  "sequences",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    name: text().notNull(),
    description: text().notNull().default(""),
    tags: text().array().notNull().default(sql`'{}'::text[]`),
    status: sequenceStatusEnum().notNull().default("draft"),
    draft: jsonb().$type<SequenceDraft>().notNull(),
    /** Grows with each save of the draft: a save that read an older one is refused. */
    draftRevision: integer().notNull().default(0),
    draftSavedBy: uuid(),
    liveVersionId: uuid(),
    createdBy: uuid(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [index("sequences_list").on(t.accountId, t.id)],
);

/** Immutable: the application's role may insert and read, never change. */
export const sequenceVersions = pgTable(
  "sequence_versions",
  {
    id: id(),
    accountId: accountId(),
    sequenceId: uuid()
      .notNull()
      .references(() => sequences.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    snapshot: jsonb().$type<SequenceSnapshot>().notNull(),
    note: text().notNull().default(""),
    publishedBy: uuid(),
    publishedAt: createdAt(),
  },
  (t) => [unique().on(t.sequenceId, t.number)],
);

/** What happens to the people in flight when a version is published, group by group, carried out in the background. */
export const versionMoves = pgTable(
  "version_moves",
  {
    id: id(),
    accountId: accountId(),
    sequenceId: uuid()
      .notNull()
      .references(() => sequences.id, { onDelete: "cascade" }),
    /** The version that runs move to. */
    versionId: uuid().notNull(),
    choices: jsonb().$type<MoveChoice[]>().notNull(),
    status: text().$type<"waiting" | "running" | "done" | "canceled">().notNull().default("waiting"),
    /** Until then it may be taken back. */
    startsAt: instant().notNull(),
    total: integer().notNull(),
    moved: integer().notNull().default(0),
    exited: integer().notNull().default(0),
    /** Runs that had gone on or ended by themselves in between. */
    passedOver: integer().notNull().default(0),
    createdBy: uuid(),
    createdAt: createdAt(),
    finishedAt: instant(),
  },
  (t) => [index("version_moves_of_sequence").on(t.sequenceId, t.id)],
);

/** Everybody who stands at one step of one version. `stepId` null: past the last step. */
export type MoveChoice = {
  versionId: string;
  stepId: string | null;
  act: "finish" | "move" | "exit";
  /** Where they go on in the new version; only with `move`. */
  toStepId?: string;
};

/** A step that the provider will not take as it is: runs wait at it until it is mended or somebody lifts the block. */
export const stepBlocks = pgTable(
  "step_blocks",
  {
    id: id(),
    accountId: accountId(),
    sequenceId: uuid()
      .notNull()
      .references(() => sequences.id, { onDelete: "cascade" }),
    stepId: uuid().notNull(),
    /** Blocked for this inbox alone. */
    inboxId: uuid().notNull(),
    /** The provider's code, and its words for a person. */
    code: text().notNull(),
    detail: text().notNull().default(""),
    /** The HSM template that it is about: a change of it lifts the block. */
    templateName: text(),
    templateLanguage: text(),
    at: createdAt(),
    liftedAt: instant(),
    liftedBy: uuid(),
  },
  (t) => [
    uniqueIndex("step_blocks_open").on(t.stepId, t.inboxId).where(sql`lifted_at is null`),
    index("step_blocks_of_template").on(t.inboxId, t.templateName).where(sql`lifted_at is null`),
    index("step_blocks_of_account").on(t.accountId).where(sql`lifted_at is null`),
  ],
);

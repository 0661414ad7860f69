import { index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
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
    status: sequenceStatusEnum().notNull().default("draft"),
    draft: jsonb().$type<SequenceDraft>().notNull(),
    /** Grows with each save of the draft: a save that read an older one is refused. */
    draftRevision: integer().notNull().default(0),
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

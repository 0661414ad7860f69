import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { RuleAction, Trigger } from "@/lib/core/model-rules";
import { accountId, createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";
import { sequences } from "./sequences";

/**
 * What the live versions of active sequences, and the rules that are on, listen to; found by the event. Kept by
 * publishing, archiving and switching. Either `sequenceId` or `ruleId`.
 */
export const triggers = pgTable(
  "triggers",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    sequenceId: uuid().references(() => sequences.id, { onDelete: "cascade" }),
    ruleId: uuid().references(() => rules.id, { onDelete: "cascade" }),
    event: text().notNull(),
    /** Of a custom event; empty for the others. */
    name: text().notNull().default(""),
    trigger: jsonb().$type<Trigger>().notNull(),
    /** Only of what the clock brings about: whatever crossed its line until then has been told. */
    checkedUntil: instant(),
  },
  (t) => [
    index("triggers_event").on(t.accountId, t.event, t.name),
    index("triggers_sequence").on(t.sequenceId),
    index("triggers_rule").on(t.ruleId),
    index("triggers_clock").on(t.accountId, t.checkedUntil).where(sql`checked_until is not null`),
  ],
);

/** When this happens and that holds, do these. */
export const rules = pgTable(
  "rules",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    name: text().notNull(),
    isOn: boolean().notNull().default(false),
    trigger: jsonb().$type<Trigger>().notNull(),
    actions: jsonb().$type<RuleAction[]>().notNull(),
    /** Grows with each save: a save that read an older one is refused. */
    revision: integer().notNull().default(0),
    createdBy: uuid(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [index("rules_list").on(t.accountId, t.id)],
);

/** What one action came to. `code` is a key for the screens; `data` what it acted on. */
export type ActionResult = {
  do: RuleAction["do"];
  outcome: "done" | "nothing_to_do" | "failed";
  code: string;
  data: Record<string, string | number | boolean | null>;
};

/** The log: one row for each time that a rule or a macro was followed, or was kept from it. */
export const ruleRuns = pgTable(
  "rule_runs",
  {
    id: id(),
    accountId: accountId(),
    ruleId: uuid().references(() => rules.id, { onDelete: "cascade" }),
    macroId: uuid().references(() => macros.id, { onDelete: "cascade" }),
    event: text().notNull(),
    /** Names what happened, once and for all: told twice, a rule follows it once. */
    eventKey: text().notNull(),
    contactId: uuid().notNull(),
    recordId: uuid(),
    conversationId: uuid(),
    /** `refused`: it would have gone in a circle, or ran too often for this contact. */
    status: text().$type<"running" | "done" | "failed" | "refused">().notNull(),
    /** Why it was refused, as a key for the screens. */
    because: text().$type<"own_doing" | "chain_too_long" | "too_often">(),
    results: jsonb().$type<ActionResult[]>().notNull().default(sql`'[]'::jsonb`),
    /** As they were when it began: one result for each that is done. Emptied when all are. */
    actions: jsonb().$type<RuleAction[]>().notNull().default(sql`'[]'::jsonb`),
    /** The rules, the first one first, whose actions led to this. */
    causedBy: uuid().array().notNull().default(sql`'{}'::uuid[]`),
    actorId: uuid(),
    at: createdAt(),
    finishedAt: instant(),
  },
  (t) => [
    uniqueIndex("rule_runs_once").on(t.ruleId, t.eventKey, t.contactId).where(sql`rule_id is not null`),
    index("rule_runs_list").on(t.accountId, t.id),
    index("rule_runs_of_rule").on(t.ruleId, t.id),
    index("rule_runs_of_contact").on(t.ruleId, t.contactId, t.at),
    index("rule_runs_failed").on(t.accountId, t.id).where(sql`status = 'failed'`),
    index("rule_runs_unfinished").on(t.accountId, t.at).where(sql`status = 'running'`),
  ],
);

/** Actions that a person carries out with one click in a conversation. */
export const macros = pgTable(
  "macros",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    name: text().notNull(),
    actions: jsonb().$type<RuleAction[]>().notNull(),
    /** Whose own it is; null: everybody's. */
    ownerId: uuid(),
    createdBy: uuid(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [index("macros_list").on(t.accountId, t.name)],
);

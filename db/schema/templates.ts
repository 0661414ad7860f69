import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { accountId, createdAt, id, instant } from "../columns";
import { accounts, inboxes } from "./accounts";

/** The text in one language. */
export type TemplateText = { text: string; subject?: string };

/** The account's own library of texts for steps. Not the templates that Meta approves. */
export const templates = pgTable(
  "templates",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    name: text().notNull(),
    category: text().notNull(),
    /** By language: `en`, `pt-BR`, `es`. */
    texts: jsonb().$type<Record<string, TemplateText>>().notNull(),
    createdBy: uuid(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [index("templates_list").on(t.accountId, t.id)],
);

/** WhatsApp templates as Meta had them at the last look. A name exists once per language. */
export const hsmTemplates = pgTable(
  "hsm_templates",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    inboxId: uuid()
      .notNull()
      .references(() => inboxes.id, { onDelete: "cascade" }),
    name: text().notNull(),
    language: text().notNull(),
    /** Meta's words: APPROVED, PAUSED, REJECTED... New ones appear without notice, so it is text. */
    status: text().notNull(),
    category: text().notNull(),
    quality: text(),
    /** Whether variables are numbered or named. */
    parameterFormat: text().$type<"positional" | "named">().notNull().default("positional"),
    components: jsonb().$type<unknown[]>().notNull().default(sql`'[]'::jsonb`),
    syncedAt: instant().notNull(),
    /** Since when Meta no longer lists it. */
    missingAt: instant(),
    /** Meta's own id, by which its webhooks name it besides name and language. */
    providerId: text(),
    /** When Meta last told of a change; an older notice that comes late changes nothing. */
    changedAt: instant(),
  },
  (t) => [unique("hsm_templates_one").on(t.inboxId, t.name, t.language)],
);

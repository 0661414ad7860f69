import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accountId, createdAt, id, instant } from "../columns";
import { accounts } from "./accounts";
import { contacts } from "./contacts";
import { appointmentStatusEnum, chargeStatusEnum, dealStatusEnum } from "./enums";

/** What runs may be about besides a person or a thread. Amounts are minor units of their currency. */

const owner = () => ({
  id: id(),
  accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
  contactId: uuid()
    .notNull()
    .references(() => contacts.id, { onDelete: "cascade" }),
  title: text().notNull(),
  /** Who is responsible for it. */
  assigneeId: uuid(),
  /** The id that it has where it comes from: the same one again is the same record. */
  externalId: text(),
  /** When what its status says came about: what is older and told later does not move it back. */
  statusAt: createdAt(),
  /** Of when the newest is that is known of it, by the clock of where it comes from or of whoever changed it here. */
  knownAt: createdAt(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
});

export const pipelines = pgTable(
  "pipelines",
  {
    id: id(),
    accountId: accountId().references(() => accounts.id, { onDelete: "cascade" }),
    name: text().notNull(),
    position: integer().notNull().default(0),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [index("pipelines_list").on(t.accountId, t.position)],
);

export const stages = pgTable(
  "stages",
  {
    id: id(),
    accountId: accountId(),
    pipelineId: uuid()
      .notNull()
      .references(() => pipelines.id, { onDelete: "cascade" }),
    name: text().notNull(),
    position: integer().notNull().default(0),
    createdAt: createdAt(),
    archivedAt: instant(),
  },
  (t) => [index("stages_of_pipeline").on(t.pipelineId, t.position)],
);

export const deals = pgTable(
  "deals",
  {
    ...owner(),
    amount: bigint({ mode: "number" }),
    currency: text(),
    status: dealStatusEnum().notNull().default("open"),
    /** The day on which it is expected to close. */
    expectedCloseOn: date(),
    stageId: uuid()
      .notNull()
      .references(() => stages.id),
    /** Its place in the column of its stage, smallest first. */
    position: doublePrecision().notNull().default(0),
    stageChangedAt: createdAt(),
    /** A change of stage, a message of or to the contact by a person, an edit. */
    lastActivityAt: createdAt(),
    /** When it was told to have stalled; null again with the next activity. */
    stalledAt: instant(),
    closedAt: instant(),
    lostReason: text(),
  },
  (t) => [
    index("deals_contact").on(t.contactId),
    index("deals_board").on(t.stageId, t.position, t.id).where(sql`status = 'open'`),
    index("deals_idle").on(t.accountId, t.lastActivityAt).where(sql`status = 'open' and stalled_at is null`),
    uniqueIndex("deals_external").on(t.accountId, t.externalId).where(sql`external_id is not null`),
  ],
);

export const appointments = pgTable(
  "appointments",
  {
    ...owner(),
    startsAt: instant().notNull(),
    endsAt: instant(),
    /** When `startsAt` was last set: a date that came late is past the line of a trigger from its beginning. */
    dateSetAt: createdAt(),
    location: text().notNull().default(""),
    status: appointmentStatusEnum().notNull().default("booked"),
  },
  (t) => [
    index("appointments_contact").on(t.contactId),
    index("appointments_calendar").on(t.accountId, t.startsAt),
    index("appointments_date_set").on(t.accountId, t.dateSetAt),
    uniqueIndex("appointments_external").on(t.accountId, t.externalId).where(sql`external_id is not null`),
  ],
);

export const charges = pgTable(
  "charges",
  {
    ...owner(),
    amount: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    dueOn: date().notNull(),
    /** When `dueOn` was last set. */
    dateSetAt: createdAt(),
    paidAt: instant(),
    status: chargeStatusEnum().notNull().default("pending"),
    /** Where it can be paid. */
    paymentUrl: text(),
  },
  (t) => [
    index("charges_contact").on(t.contactId),
    index("charges_due").on(t.accountId, t.dueOn),
    index("charges_pending").on(t.accountId, t.dueOn).where(sql`status = 'pending'`),
    index("charges_date_set").on(t.accountId, t.dateSetAt),
    uniqueIndex("charges_external").on(t.accountId, t.externalId).where(sql`external_id is not null`),
  ],
);

import { bigint, date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
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
  createdAt: createdAt(),
  updatedAt: createdAt(),
});

export const deals = pgTable(
  "deals",
  {
    ...owner(),
    amount: bigint({ mode: "number" }),
    currency: text(),
    status: dealStatusEnum().notNull().default("open"),
    /** The day on which it is expected to close. */
    expectedCloseOn: date(),
  },
  (t) => [index("deals_contact").on(t.contactId)],
);

export const appointments = pgTable(
  "appointments",
  {
    ...owner(),
    startsAt: instant().notNull(),
    location: text().notNull().default(""),
    status: appointmentStatusEnum().notNull().default("booked"),
  },
  (t) => [index("appointments_contact").on(t.contactId)],
);

export const charges = pgTable(
  "charges",
  {
    ...owner(),
    amount: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    dueOn: date().notNull(),
    status: chargeStatusEnum().notNull().default("pending"),
    /** Where it can be paid. */
    paymentUrl: text(),
  },
  (t) => [index("charges_contact").on(t.contactId)],
);

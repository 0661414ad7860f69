import "server-only";
import * as z from "zod";
import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { Facts } from "@/lib/core/facts";
import { NO_CONTACT_LIMITS, RECORD_KINDS, type SequenceSnapshot } from "@/lib/core/model";
import { contextOf } from "@/lib/core/variables";
import { windowClosesAt } from "@/lib/core/window";
import { aboutContact } from "@/lib/engine/about-contact";
import { aboutOpen } from "@/lib/engine/about-what";
import { loadRecords } from "@/lib/engine/record-facts";
import { AppError } from "@/lib/errors";
import type { SampleContact } from "./schema";

type Wish = { contactId: string; agent: Facts["agent"]; now: Date };

/** The values of a contact, and of the records that runs may be about, as a text would see them. Throws `not_found`. */
export async function getSampleContact(accountId: AccountId, wish: Wish): Promise<SampleContact> {
  const { contactId, agent, now } = wish;
  if (!z.uuid().safeParse(contactId).success) throw new AppError("not_found");
  return withAccountSql(accountId, async (tx) => {
    const about = await aboutContact(tx, { contactId, snapshot: NO_SEQUENCE, now });
    if (!about) throw new AppError("not_found");
    const values = (record: Facts["record"]) => contextOf({ ...about, agent, record }, now).values;
    const records = await firstOpenRecords(tx, contactId, now);
    const closings = about.inboxes.filter(({ hasWindow }) => hasWindow).map(windowClosesAt);
    const last = Math.max(...closings.map((at) => at?.getTime() ?? 0), 0);
    return {
      id: contactId,
      name: about.contact.name,
      values: values(null).contact ?? {},
      records: Object.fromEntries(records.map((record) => [record.kind, values(record)[record.kind] ?? {}])),
      windowClosesAt: last > 0 ? new Date(last).toISOString() : null,
    };
  });
}

const NO_SEQUENCE = {
  target: "contact",
  limits: NO_CONTACT_LIMITS,
  steps: [],
} satisfies Partial<SequenceSnapshot>;

/** Of each kind the one that a run would be about. */
async function firstOpenRecords(tx: SqlTx, contactId: string, now: Date) {
  const found = await Promise.all(
    RECORD_KINDS.map(async (kind) => {
      const open = aboutOpen(tx, kind, [contactId], now);
      const [row] = await tx<{ id: string }[]>`select o.id from (${open}) o order by o.id limit 1`;
      return row ? [{ kind, id: row.id }] : [];
    }),
  );
  return [...(await loadRecords(tx, found.flat())).values()];
}

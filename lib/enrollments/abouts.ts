import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { type AboutKind, aboutKindOf, aboutOpen } from "@/lib/engine/about-what";
import { readLive } from "./insert-runs";

/** A thread or record that a run of the contact could be about. */
export type About = {
  id: string;
  kind: AboutKind;
  /** The record's title, or the inbox of the thread. */
  title: string;
  /** What enrolling would take by itself. */
  isOpen: boolean;
};

const MAX_SHOWN = 50;

/** What a sequence could be about with this contact: nothing to choose where it is about the person. */
export const aboutsOf = (
  accountId: AccountId,
  { contactId, sequenceId, now }: { contactId: string; sequenceId: string; now: Date },
): Promise<About[]> =>
  withAccountSql(accountId, async (tx) => {
    const { snapshot } = await readLive(tx, sequenceId);
    const kind = aboutKindOf(snapshot.target);
    if (!kind) return [];
    const rows = await tx<{ id: string; title: string; is_open: boolean }[]>`
      select a.id, a.title, a.id in (select o.id from (${aboutOpen(tx, kind, [contactId], now)}) o) as is_open
      from (${titled(tx, kind, contactId)}) a order by is_open desc, a.id desc limit ${MAX_SHOWN}`;
    return rows.map(({ id, title, is_open: isOpen }) => ({ id, kind, title, isOpen }));
  });

function titled(tx: SqlTx, kind: AboutKind, contactId: string) {
  switch (kind) {
    case "conversation":
      return tx`
        select t.id, i.name as title from conversations t join inboxes i on i.id = t.inbox_id
        where t.contact_id = ${contactId}`;
    case "deal":
      return tx`select id, title from deals where contact_id = ${contactId}`;
    case "appointment":
      return tx`select id, title from appointments where contact_id = ${contactId}`;
    case "charge":
      return tx`select id, title from charges where contact_id = ${contactId}`;
  }
}

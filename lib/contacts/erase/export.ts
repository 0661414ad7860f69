import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";

/** Each with how its rows are found; `ids` are the contact and those that were merged into it. */
const PARTS = {
  contacts: "id = any($1)",
  contact_identities: "contact_id = any($1)",
  suppressions: `identity_hash in (
    select identity_hash(kind, value) from contact_identities where contact_id = any($1))`,
  consents: "contact_id = any($1)",
  conversations: "contact_id = any($1)",
  conversation_messages: "conversation_id in (select id from conversations where contact_id = any($1))",
  enrollments: "contact_id = any($1) and (status in ('active', 'paused') or status = 'ended')",
  messages: "enrollment_id in (select id from enrollments where contact_id = any($1))",
  ledger: `enrollment_id in (select id from enrollments where contact_id = any($1))
    or (enrollment_id is null and contact_id = any($1))`,
  conversions: "contact_id = any($1)",
  deals: "contact_id = any($1)",
  appointments: "contact_id = any($1)",
  charges: "contact_id = any($1)",
  contact_events: "contact_id = any($1)",
  rule_runs: "contact_id = any($1)",
  contact_import_changes: "contact_id = any($1)",
  drafts: "contact_id = any($1)",
  ai_calls: "contact_id = any($1)",
  ai_suggestions: "contact_id = any($1)",
  notifications: "contact_id = any($1)",
};

/** Everything that is held about a person, by table, as JSON. Throws AppError `not_found`. */
export const exportPerson = (accountId: AccountId, contactId: string, now: Date) =>
  withAccountSql(accountId, async (tx) => {
    const found = await tx<{ id: string }[]>`
      select id from contacts where id = ${contactId} and deleted_at is null
      union all select id from contacts where merged_into_id = ${contactId}`;
    const ids = found.map(({ id }) => id);
    if (!ids.includes(contactId)) throw new AppError("not_found");
    const held: Record<string, unknown[]> = {};
    for (const [table, where] of Object.entries(PARTS))
      held[table] = [...(await tx.unsafe(`select * from ${table} where ${where}`, [ids]))];
    return { exportedAt: now.toISOString(), contactId, held };
  });

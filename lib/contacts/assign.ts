import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { changeContacts } from "./chunks";

type AssignAct = { contactIds: string[]; userId: string | null; actorId: string | null; now: Date };

/**
 * Makes a person of the team responsible for these contacts (null: nobody), and tells `contact.updated` of each that
 * changed. Throws AppError `not_found` for somebody who is not of the team.
 */
export async function assignContacts(accountId: AccountId, { contactIds, userId, now }: AssignAct) {
  if (userId !== null) {
    const found = await withAccountSql(accountId, (tx) => tx`select from members where user_id = ${userId}`);
    if (found.length === 0) throw new AppError("not_found", "member_not_found");
  }
  return changeContacts(accountId, contactIds, {
    change: (tx, ids) => tx<{ id: string }[]>`
      update contacts set assignee_id = ${userId}
      where id = any(${ids}) and assignee_id is distinct from ${userId}::uuid returning id`,
    told: { name: "contact.updated", data: { changed: "assignee" }, now },
  });
}

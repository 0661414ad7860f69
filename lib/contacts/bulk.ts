import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { assignContacts } from "./assign";
import { matching, scopeOf } from "./filter";
import type { BulkAct, Whom } from "./schema";
import { addTag, removeTag } from "./tags";

/** Short enough that the screen can show how far it is, and that closing it stops the rest. */
const STRETCH = 1_000;

type Wish = { whom: Whom; act: BulkAct; after?: string; actorId: string; now: Date };

/**
 * Does the same to the next 1,000 of the contacts that are meant, newest first, from behind `after`. `next` is where to
 * go on, null at the end. Who begins to match behind the place already passed is left out, so that it comes to an end.
 */
export async function changeStretch(accountId: AccountId, { whom, act, after, actorId, now }: Wish) {
  const ids = await stretchOf(accountId, whom, after);
  const contactIds = ids.slice(0, STRETCH);
  const { changed } = await carryOut(accountId, act, { contactIds, actorId, now });
  const hasMore = ids.length > STRETCH;
  return { seen: contactIds.length, changed: changed.length, next: (hasMore && contactIds.at(-1)) || null };
}

const stretchOf = (accountId: AccountId, whom: Whom, after: string | undefined): Promise<string[]> =>
  withAccountSql(accountId, async (tx) => {
    const which =
      whom.kind === "contacts"
        ? tx`c.id = any(${whom.ids}) and c.deleted_at is null`
        : matching(tx, await scopeOf(tx, whom.filter));
    const rows = await tx<{ id: string }[]>`
      select c.id from contacts c where ${which} ${after ? tx`and c.id < ${after}` : tx``}
      order by c.id desc limit ${STRETCH + 1}`;
    return rows.map(({ id }) => id);
  });

function carryOut(
  accountId: AccountId,
  act: BulkAct,
  those: { contactIds: string[]; actorId: string; now: Date },
) {
  switch (act.do) {
    case "add_tag":
      return addTag(accountId, { ...those, tag: act.tag });
    case "remove_tag":
      return removeTag(accountId, { ...those, tag: act.tag });
    case "assign":
      return assignContacts(accountId, { ...those, userId: act.userId });
  }
}

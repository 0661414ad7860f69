import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { changeContacts } from "./chunks";
import { tagSchema } from "./schema";

type TagAct = { contactIds: string[]; tag: string; actorId: string | null; now: Date };

/**
 * Gives these contacts a tag and tells `contact.tagged` of each that did not have it, whatever its case. Unknown,
 * deleted and foreign contacts are left alone. Throws AppError `invalid` for a tag that is blank or too long.
 */
export async function addTag(accountId: AccountId, { contactIds, now, ...act }: TagAct) {
  const tag = tagOf(act);
  return changeContacts(accountId, contactIds, {
    change: (tx, ids) => tx<{ id: string }[]>`
      update contacts c set tags = c.tags || ${tag}::text
      where id = any(${ids}) and not ${hasTag(tx, tag)} returning id`,
    told: { name: "contact.tagged", data: { tag }, now },
  });
}

/** Takes a tag from these contacts and tells `contact.updated` of each that had it. Throws as `addTag`. */
export async function removeTag(accountId: AccountId, { contactIds, now, ...act }: TagAct) {
  const tag = tagOf(act);
  return changeContacts(accountId, contactIds, {
    change: (tx, ids) => tx<{ id: string }[]>`
      update contacts c set tags = array(select t from unnest(c.tags) with ordinality u(t, place)
        where lower(t) <> lower(${tag}) order by place)
      where id = any(${ids}) and ${hasTag(tx, tag)} returning id`,
    told: { name: "contact.updated", data: { changed: "tags", tag }, now },
  });
}

const hasTag = (tx: SqlTx, tag: string) =>
  tx`exists (select from unnest(c.tags) t where lower(t) = lower(${tag}))`;

function tagOf({ tag }: Pick<TagAct, "tag">): string {
  const parsed = tagSchema.safeParse(tag);
  if (!parsed.success) throw new AppError("invalid", "tag_invalid");
  return parsed.data;
}

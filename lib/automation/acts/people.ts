import { withAccountSql } from "@/db/client";
import { readKeys, tellChanges } from "@/lib/contacts/changes";
import { lockContact } from "@/lib/contacts/lock";
import { addTag, removeTag } from "@/lib/contacts/tags";
import { assign } from "@/lib/conversations/mutations";
import { type Act, type Acting, done, failed, nothing, ready } from "../acting";

/** Who is responsible for the event's thread, or else for the contact; null for nobody. */
export const assigning = (userId: string | null): Act => ({
  foresee: async ({ accountId, about }) => {
    const name = await nameOfMember(accountId, userId);
    if (name === null) return failed("member_gone");
    const data = { userId, user: name, of: about.thread ? "conversation" : "contact" };
    const current = about.thread ? about.thread.assigneeId : about.contact.assigneeId;
    return current === userId ? nothing("assigned_already", data) : ready("assign", data);
  },
  perform: async (acting, data) => {
    const { accountId, about, actorId, now } = acting;
    const { isChanged } = about.thread
      ? await assign(accountId, { conversationId: about.thread.id, userId, actorId, now })
      : await assignContact(acting, userId);
    return isChanged ? done("assigned", data) : nothing("assigned_already", data);
  },
});

/** Empty for nobody; null for one who is no member any more. */
const nameOfMember = (accountId: Acting["accountId"], userId: string | null): Promise<string | null> =>
  withAccountSql(accountId, async (tx) => {
    if (userId === null) return "";
    const [member] = await tx<{ name: string }[]>`
      select u.name from members m join users u on u.id = m.user_id
      where m.account_id = ${accountId} and m.user_id = ${userId}`;
    return member?.name ?? null;
  });

const assignContact = ({ accountId, about, now }: Acting, userId: string | null) =>
  withAccountSql(accountId, async (tx) => {
    const contactId = about.contact.id;
    await lockContact(tx, contactId);
    const before = await readKeys(tx, contactId);
    const changed = await tx`
      update contacts set assignee_id = ${userId}, updated_at = ${now}
      where id = ${contactId} and assignee_id is distinct from ${userId} returning id`;
    await tellChanges(tx, accountId, { contactId, before, now });
    return { isChanged: changed.length > 0 };
  });

export const tagging = (tag: string): Act => ({
  foresee: async ({ about }) =>
    has(about.contact.tags, tag) ? nothing("tagged_already", { tag }) : ready("add_tag", { tag }),
  perform: async (acting) => {
    const { changed } = await addTag(acting.accountId, {
      contactIds: [acting.about.contact.id],
      tag,
      ...by(acting),
    });
    return changed.length > 0 ? done("tagged", { tag }) : nothing("tagged_already", { tag });
  },
});

export const untagging = (tag: string): Act => ({
  foresee: async ({ about }) =>
    has(about.contact.tags, tag) ? ready("remove_tag", { tag }) : nothing("no_tag", { tag }),
  perform: async (acting) => {
    const { changed } = await removeTag(acting.accountId, {
      contactIds: [acting.about.contact.id],
      tag,
      ...by(acting),
    });
    return changed.length > 0 ? done("untagged", { tag }) : nothing("no_tag", { tag });
  },
});

const by = ({ actorId, now }: Acting) => ({ actorId, now });
/** Tags that differ in case alone are the same. */
const has = (tags: string[], tag: string) => tags.some((one) => one.toLowerCase() === tag.toLowerCase());

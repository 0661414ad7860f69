import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { attributeDefinitions, freeAttributes } from "@/lib/attributes/data";
import type { AttributeType } from "@/lib/core/model";

/** What conditions over contacts may be built of. */
export type FilterChoices = {
  attributes: { key: string; label: string; type: AttributeType; options: string[] }[];
  tags: string[];
  sequences: { id: string; name: string }[];
  members: { id: string; name: string }[];
};

const MOST = 500;
/** Of this many newest contacts: a tag that only older ones have can still be typed. */
const SAMPLE = 20_000;

export async function filterChoices(accountId: AccountId): Promise<FilterChoices> {
  const [definitions, free, rest] = await Promise.all([
    attributeDefinitions(accountId),
    freeAttributes(accountId),
    withAccountSql(accountId, async (tx) => {
      const tags = await tx<{ tag: string }[]>`
        select min(tag) as tag
        from (select tags from contacts where deleted_at is null order by id desc limit ${SAMPLE}) c, unnest(c.tags) tag
        group by lower(tag) order by lower(tag) limit ${MOST}`;
      const sequences = await tx<{ id: string; name: string }[]>`
        select id, name from sequences where live_version_id is not null order by lower(name), id limit ${MOST}`;
      const members = await tx<{ id: string; name: string }[]>`
        select u.id, u.name from members m join users u on u.id = m.user_id order by u.name, u.id limit ${MOST}`;
      return { tags: tags.map(({ tag }) => tag), sequences: [...sequences], members: [...members] };
    }),
  ]);
  const defined = definitions.filter(({ isArchived }) => !isArchived);
  return {
    attributes: [
      ...defined.map(({ key, label, type, options }) => ({ key, label, type, options })),
      ...free.map(({ key, type }) => ({ key, label: key, type, options: [] })),
    ],
    ...rest,
  };
}

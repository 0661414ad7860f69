import type { SqlTx } from "@/db/client";
import { folded, type KnownNames } from "./missing-names";

/** What the account calls its fields, stages and pipelines, and which of the tags that are asked for there are. */
export async function loadKnownNames(
  tx: SqlTx,
  accountId: string,
  asked: readonly string[],
): Promise<KnownNames> {
  const names = await tx<{ of: "attribute" | "stage" | "pipeline"; name: string }[]>`
    select 'attribute' as of, key as name from attribute_definitions
    where account_id = ${accountId} and archived_at is null
    union all select 'stage', name from stages where account_id = ${accountId} and archived_at is null
    union all select 'pipeline', name from pipelines where account_id = ${accountId} and archived_at is null`;
  const called = (of: string) => names.filter((row) => row.of === of).map(({ name }) => name);
  return {
    attributes: new Set(called("attribute")),
    stages: new Set(called("stage").map(folded)),
    pipelines: new Set(called("pipeline").map(folded)),
    tags: new Set(asked.length > 0 ? await knownTags(tx, accountId, asked) : []),
  };
}

/** A contact's tags are asked for as one text, so a part of one counts. Only a tag that nobody has is looked for everywhere. */
async function knownTags(tx: SqlTx, accountId: string, asked: readonly string[]): Promise<string[]> {
  const rows = await tx<{ tag: string }[]>`
    select distinct tag from unnest(${[...asked]}::text[]) tag
    where exists (
      select from rules r cross join jsonb_array_elements(r.actions) act
      where r.account_id = ${accountId} and r.is_on and act->>'do' = 'add_tag' and strpos(lower(act->>'tag'), tag) > 0
    ) or exists (
      select from contacts
      where account_id = ${accountId} and deleted_at is null and strpos(lower(array_to_string(tags, ', ')), tag) > 0
    )`;
  return rows.map(({ tag }) => tag);
}

import type { SqlTx } from "@/db/client";
import { folded, type KnownNames } from "./missing-names";

/** What the account calls its fields, stages and pipelines. */
export async function loadKnownNames(tx: SqlTx, accountId: string): Promise<KnownNames> {
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
  };
}

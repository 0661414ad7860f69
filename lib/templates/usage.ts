import type { SqlTx } from "@/db/client";
import type { TemplateUse } from "./schema";

/** How many steps and variants were made from each of the templates; those of archived sequences do not count. */
export async function usageByTemplate(tx: SqlTx, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx<{ id: string; count: number }[]>`
    select used.template_id as id, count(*)::int as count from (${uses(tx, ids)}) used group by used.template_id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export const usesOfTemplate = (tx: SqlTx, id: string): Promise<TemplateUse[]> => tx<TemplateUse[]>`
  select s.id as "sequenceId", s.name, s.status, count(*)::int as count
  from (${uses(tx, [id])}) used join sequences s on s.id = used.sequence_id
  group by s.id order by count desc, s.name`;

/** One row for each step or variant of a sequence; the same one in its draft and its live version is one. */
const uses = (tx: SqlTx, ids: string[]) => tx`
  select distinct s.id as sequence_id, part.id as part_id, part.content->>'templateId' as template_id
  from sequences s
  left join sequence_versions v on v.id = s.live_version_id
  cross join lateral (values (s.draft), (v.snapshot)) said(document)
  cross join lateral jsonb_array_elements(coalesce(said.document->'steps', '[]')) step
  cross join lateral (
    select step->>'id' as id, step->'content' as content
    union all
    select variant->>'id', variant->'content'
    from jsonb_array_elements(coalesce(step->'variants', '[]')) variant) part
  where s.status in ('draft', 'active', 'paused') and part.content->>'templateId' = any(${ids})`;

import type { SqlTx } from "@/db/client";
import { type FoundThing, nameFound } from "./found";
import type { Trouble } from "./schema";

/** Meta's word for a template that may be sent. */
const APPROVED = "APPROVED";

type Looking = { accountId: string };

export const findSteps = (tx: SqlTx, looking: Looking): Promise<(Trouble | null)[]> =>
  Promise.all([findBlocked(tx, looking), findUnusable(tx, looking)]);

async function findBlocked(tx: SqlTx, { accountId }: Looking): Promise<Trouble | null> {
  const rows = await tx<FoundThing[]>`
    select s.id, s.name, concat_ws(': ', i.name, nullif(b.detail, ''), b.code) as detail, b.at, null::int as waiting,
      true as "isRepairable"
    from step_blocks b join sequences s on s.id = b.sequence_id join inboxes i on i.id = b.inbox_id
    where b.account_id = ${accountId} and b.lifted_at is null order by b.at, b.id`;
  return nameFound("steps_blocked", "sequence", rows);
}

/** Sequences that will come to a template which their provider does not send now, and have not been stopped by it yet. */
async function findUnusable(tx: SqlTx, { accountId }: Looking): Promise<Trouble | null> {
  const rows = await tx<FoundThing[]>`
    select s.id, s.name, h.name || ' (' || h.language || '): '
        || case when h.missing_at is null then h.status else 'MISSING' end as detail,
      coalesce(h.missing_at, h.changed_at) as at, null::int as waiting
    from hsm_templates h
      join inboxes i on i.id = h.inbox_id and i.archived_at is null
      join sequences s on s.account_id = h.account_id and s.status = 'active'
      join sequence_versions v on v.id = s.live_version_id
    where h.account_id = ${accountId} and (h.status <> ${APPROVED} or h.missing_at is not null)
      and jsonb_path_exists(v.snapshot, '$.**.template ? (@.name == $name && @.language == $language)',
        jsonb_build_object('name', h.name, 'language', h.language))
      and not exists (
        select from step_blocks b where b.sequence_id = s.id and b.lifted_at is null
          and b.template_name = h.name and b.template_language = h.language)
    order by s.id, h.id`;
  return nameFound("templates_unusable", "sequence", rows);
}

import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";

/** What filters of runs may be set to. */
export type RunChoices = {
  /** Whoever is in the account, and whoever has left it and is still responsible for runs, without a name. */
  assignees: { id: string; name: string | null }[];
  tags: string[];
  segments: { id: string; name: string }[];
  /** The events of triggers and the methods by which runs have begun, the most frequent first. */
  entries: string[];
  /** Of the sequence, the newest first; none without one. */
  versions: { id: string; number: number }[];
  /** Of all its versions, in the order of the newest that has them. */
  steps: { id: string; number: number; name: string | null }[];
};

const MOST = 500;
/** Of this many newest contacts: a tag that only older ones have can still be typed. */
const SAMPLE = 20_000;

/** An unknown sequence has neither versions nor steps. */
export const runChoices = (accountId: AccountId, sequence: string | undefined): Promise<RunChoices> =>
  withAccountSql(accountId, async (tx) => {
    const assignees = await tx<RunChoices["assignees"]>`
      select u.id, u.name from members m join users u on u.id = m.user_id order by lower(u.name), u.id limit ${MOST}`;
    const tags = await tx<{ tag: string }[]>`
      select min(tag) as tag
      from (select tags from contacts where deleted_at is null order by id desc limit ${SAMPLE}) c, unnest(c.tags) tag
      group by lower(tag) order by lower(tag) limit ${MOST}`;
    const segments = await tx<RunChoices["segments"]>`
      select id, name from segments order by lower(name), id limit ${MOST}`;
    const entries = await tx<{ entry: string }[]>`
      select entry from (
        select entry, runs from run_rollups where grain = 'entry' ${sequence ? tx`and sequence_id = ${sequence}` : tx``}
        union all
        select entry, runs from run_changes ${sequence ? tx`where sequence_id = ${sequence}` : tx``}
      ) began group by entry having sum(runs) > 0 order by sum(runs) desc, entry limit ${MOST}`;
    return {
      assignees: [...assignees],
      tags: tags.map(({ tag }) => tag),
      segments: [...segments],
      entries: entries.map(({ entry }) => entry),
      ...(sequence ? await ofSequence(tx, sequence) : { versions: [], steps: [] }),
    };
  });

async function ofSequence(tx: SqlTx, sequence: string): Promise<Pick<RunChoices, "versions" | "steps">> {
  const versions = await tx<RunChoices["versions"]>`
    select id, number from sequence_versions where sequence_id = ${sequence} order by number desc limit ${MOST}`;
  const steps = await tx<RunChoices["steps"]>`
    select id, number::int, name from (
      select distinct on (value->>'id') value->>'id' as id, n as number, value->>'name' as name, v.number as version
      from sequence_versions v, jsonb_array_elements(v.snapshot->'steps') with ordinality as step(value, n)
      where v.sequence_id = ${sequence} order by value->>'id', v.number desc
    ) latest order by version desc, number limit ${MOST}`;
  return { versions: [...versions], steps: [...steps] };
}

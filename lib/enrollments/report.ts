import { type SqlTx, withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { type FixedAudience, fixAudience, nextOf } from "./audience";
import { type Eligible, judge } from "./eligibility";
import { type Live, readLive } from "./insert-runs";
import type { Audience } from "./schema";

export type EnrollReport = {
  /** Runs that would begin: of a contact, or of each record that the sequence is about. */
  enrollable: number;
  /** Those who run already: they keep the run they have. */
  existing: number;
  /** Runs of other sequences that would end, because this one goes before them in their group. */
  superseded: number;
  /** How many are refused for each reason, with the names of some. */
  refused: { code: string; other: string | null; count: number; names: string[] }[];
};

const MAX_NAMES = 5;
/** Judged by one statement: a population of any size is held in memory in parts of this. */
const PART = 20_000;

export type ReportWish = { sequenceId: string; audience: Audience; now: Date };

/**
 * Who of the audience would be taken now, and who not and why. Writes nothing. Throws AppError `invalid` for an
 * audience of nobody, and what enrolling throws for the sequence.
 */
export const reportEnroll = (accountId: AccountId, wish: ReportWish): Promise<EnrollReport> =>
  withAccountSql(accountId, async (tx) => {
    const report: EnrollReport = { enrollable: 0, existing: 0, superseded: 0, refused: [] };
    const byReason = new Map<string, { code: string; other: string | null; count: number; ids: string[] }>();
    let total = 0;
    for await (const { ids, verdict } of judgedParts(tx, wish)) {
      total += ids.length;
      report.enrollable += verdict.free.length;
      report.existing += verdict.existing.length;
      report.superseded += verdict.free.filter((one) => one.supersedes).length;
      for (const { code, other = null, contactId } of verdict.refused) {
        const key = `${code} ${other ?? ""}`;
        const one = byReason.get(key) ?? { code, other, count: 0, ids: [] };
        one.count += 1;
        if (one.ids.length < MAX_NAMES) one.ids.push(contactId);
        byReason.set(key, one);
      }
    }
    if (total === 0) throw new AppError("invalid", "enroll_none");
    const groups = [...byReason.values()].sort((a, b) => b.count - a.count);
    const nameOf = await namesOf(
      tx,
      groups.flatMap(({ ids }) => ids),
    );
    report.refused = groups.map(({ ids, ...group }) => ({
      ...group,
      names: ids.flatMap((id) => nameOf.get(id) ?? []),
    }));
    return report;
  });

type Part = { ids: string[]; verdict: Eligible };

/** The verdicts over an audience behind a contact, part by part. */
export async function* judgedParts(
  tx: SqlTx,
  { sequenceId, audience, now, after = null }: ReportWish & { after?: string | null },
): AsyncGenerator<Part> {
  const { snapshot }: Live = await readLive(tx, sequenceId);
  const fixed: FixedAudience = await fixAudience(tx, audience);
  for (let cursor = after; ; ) {
    const ids = await nextOf(tx, fixed, { cursor, limit: PART });
    const last = ids.at(-1);
    if (last === undefined) return;
    yield { ids, verdict: await judge(tx, { sequenceId, snapshot, contactIds: ids, now }) };
    if (ids.length < PART) return;
    cursor = last;
  }
}

async function namesOf(tx: SqlTx, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; name: string }[]>`
    select id, name from contacts where id = any(${ids})`;
  return new Map(rows.map((row) => [row.id, row.name]));
}

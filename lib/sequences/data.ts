import "server-only";
import { and, arrayContains, desc, eq, inArray, ne, sql } from "drizzle-orm";
import * as z from "zod";
import { type Tx, withAccount } from "@/db/client";
import { sequences, sequenceVersions, users } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import { AppError } from "@/lib/errors";
import { COUNT_LIMIT, RATE_SAMPLE } from "./limits";
import type {
  ListFilter,
  SequenceDetail,
  SequenceRow,
  SequenceState,
  StoredDraft,
  VersionRow,
} from "./schema";

const LIST_LIMIT = 500;

/** Ids come from addresses that people may edit; Postgres would answer a malformed one with an error. */
const isUuid = (text: string) => z.uuid().safeParse(text).success;

/** Newest first. `current` means all but the archived. */
export const listSequences = (accountId: AccountId, filter: ListFilter): Promise<SequenceRow[]> =>
  withAccount(accountId, async (tx) => {
    const rows = await tx
      .select({
        id: sequences.id,
        name: sequences.name,
        tags: sequences.tags,
        status: sequences.status,
        draft: sequences.draft,
        live: sequenceVersions.snapshot,
        number: sequenceVersions.number,
        publishedAt: sequenceVersions.publishedAt,
        by: users.name,
        updatedAt: sequences.updatedAt,
      })
      .from(sequences)
      .leftJoin(sequenceVersions, eq(sequenceVersions.id, sequences.liveVersionId))
      .leftJoin(users, eq(users.id, sequenceVersions.publishedBy))
      .where(
        and(
          filter.status === "current"
            ? ne(sequences.status, "archived")
            : eq(sequences.status, filter.status),
          filter.tag === null ? undefined : arrayContains(sequences.tags, [filter.tag]),
        ),
      )
      .orderBy(desc(sequences.id))
      .limit(LIST_LIMIT);
    const counts = await countRuns(
      tx,
      rows.map((row) => row.id),
    );
    return rows.map((row) => {
      const { steps, target, triggers } = row.live ?? row.draft;
      return {
        id: row.id,
        name: row.name,
        tags: row.tags,
        status: row.status,
        target,
        triggers,
        stepCount: steps.length,
        channels: [...new Set(steps.map((step) => step.channel))],
        ...(counts.get(row.id) ?? { inFlight: 0, finished: 0, replied: 0, converted: 0 }),
        lastPublished:
          row.number === null || row.publishedAt === null
            ? null
            : { number: row.number, at: row.publishedAt.toISOString(), by: row.by },
        updatedAt: row.updatedAt.toISOString(),
      };
    });
  });

/** The tags in use, in the order of the alphabet. */
export const listTags = (accountId: AccountId): Promise<string[]> =>
  withAccount(accountId, async (tx) => {
    const rows = await tx.execute<{ tag: string }>(
      sql`select distinct unnest(${sequences.tags}) as tag from ${sequences} order by tag limit 200`,
    );
    return rows.map((row) => row.tag);
  });

type RunCounts = { inFlight: number; finished: number; replied: number; converted: number };

/** Bounded per sequence, so that the list stays fast beside a million runs. */
async function countRuns(tx: Tx, sequenceIds: string[]): Promise<Map<string, RunCounts>> {
  if (sequenceIds.length === 0) return new Map();
  const rows = await tx.execute<{ id: string } & RunCounts>(sql`
    select s.id, live.n as "inFlight", done.n as finished, done.replied, done.converted
    from sequences s
    cross join lateral (
      select count(*)::int as n from (
        select from enrollments e where e.sequence_id = s.id and e.status in ('active', 'paused')
        limit ${COUNT_LIMIT + 1}) counted) live
    cross join lateral (
      select count(*)::int as n, (count(*) filter (where end_reason = 'replied'))::int as replied,
        (count(*) filter (where exists (
          select from conversions c where c.enrollment_id = latest.id)))::int as converted
      from (
        select e.id, e.end_reason from enrollments e where e.sequence_id = s.id and e.status = 'ended'
        order by e.id desc limit ${RATE_SAMPLE}) latest) done
    where ${inArray(sql`s.id`, sequenceIds)}`);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Throws `not_found` when the account has no such sequence. */
export const getSequence = (accountId: AccountId, sequenceId: string): Promise<SequenceDetail> =>
  withAccount(accountId, async (tx) => {
    const row = await findSequence(tx, sequenceId);
    const state = await stateOf(tx, row);
    return {
      ...state,
      id: row.id,
      name: row.name,
      description: row.description,
      tags: row.tags,
      draft: row.draft,
      live: row.live && row.number !== null ? { number: row.number, snapshot: row.live } : null,
    };
  });

/** What may change under an open editor. Throws `not_found`. */
export const getSequenceState = (accountId: AccountId, sequenceId: string): Promise<SequenceState> =>
  withAccount(accountId, async (tx) => stateOf(tx, await findSequence(tx, sequenceId)));

/** The draft and its revision, for a check or a preview of what is saved. Throws `not_found`. */
export const getDraft = (accountId: AccountId, sequenceId: string): Promise<StoredDraft> =>
  withAccount(accountId, async (tx) => {
    const { draft, draftRevision, updatedAt, draftSavedBy } = await findSequence(tx, sequenceId);
    const [person] = draftSavedBy
      ? await tx.select({ name: users.name }).from(users).where(eq(users.id, draftSavedBy))
      : [];
    return { draft, draftRevision, savedAt: updatedAt.toISOString(), savedBy: person?.name ?? null };
  });

async function findSequence(tx: Tx, sequenceId: string) {
  if (!isUuid(sequenceId)) throw new AppError("not_found");
  const [row] = await tx
    .select({
      id: sequences.id,
      name: sequences.name,
      description: sequences.description,
      tags: sequences.tags,
      updatedAt: sequences.updatedAt,
      status: sequences.status,
      draft: sequences.draft,
      draftRevision: sequences.draftRevision,
      draftSavedBy: sequences.draftSavedBy,
      liveVersionId: sequences.liveVersionId,
      live: sequenceVersions.snapshot,
      number: sequenceVersions.number,
      // Compared as jsonb, where the order of keys means nothing.
      isPublished: sql<boolean>`coalesce(${sequenceVersions.snapshot} = ${sequences.draft}, false)`,
    })
    .from(sequences)
    .leftJoin(sequenceVersions, eq(sequenceVersions.id, sequences.liveVersionId))
    .where(eq(sequences.id, sequenceId));
  if (!row) throw new AppError("not_found");
  return row;
}

async function stateOf(tx: Tx, row: Awaited<ReturnType<typeof findSequence>>): Promise<SequenceState> {
  const counts = await countRuns(tx, [row.id]);
  return {
    status: row.status,
    inFlight: counts.get(row.id)?.inFlight ?? 0,
    draftRevision: row.draftRevision,
    liveVersionId: row.liveVersionId,
    versions: await listVersions(tx, row.id),
    hasUnpublished: !row.isPublished,
  };
}

const VERSIONS_SHOWN = 50;

async function listVersions(tx: Tx, sequenceId: string): Promise<VersionRow[]> {
  const rows = await tx
    .select({
      id: sequenceVersions.id,
      number: sequenceVersions.number,
      at: sequenceVersions.publishedAt,
      by: users.name,
      note: sequenceVersions.note,
    })
    .from(sequenceVersions)
    .leftJoin(users, eq(users.id, sequenceVersions.publishedBy))
    .where(eq(sequenceVersions.sequenceId, sequenceId))
    .orderBy(desc(sequenceVersions.number))
    .limit(VERSIONS_SHOWN);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

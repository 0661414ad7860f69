import "server-only";
import { and, desc, eq } from "drizzle-orm";
import * as z from "zod";
import { withAccount, withAccountSql } from "@/db/client";
import { sequences, sequenceVersions, users, versionMoves } from "@/db/schema/tables";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SequenceDraft, SequenceSnapshot } from "@/lib/core/model";
import { AppError } from "@/lib/errors";
import { loadGroups } from "./groups";
import type { Impact, MoveState } from "./schema";

const MOVES_SHOWN = 5;

/** Who is in flight where, and where the matching step of the saved draft is. Throws `not_found`. */
export const getImpact = (accountId: AccountId, sequenceId: string): Promise<Impact> =>
  withAccountSql(accountId, async (tx) => {
    checkId(sequenceId);
    const [row] = await tx<{ draft: SequenceDraft; draft_revision: number }[]>`
      select draft, draft_revision from sequences where id = ${sequenceId}`;
    if (!row) throw new AppError("not_found");
    return { draftRevision: row.draft_revision, groups: await loadGroups(tx, sequenceId, row.draft) };
  });

/** What a version says, to compare it or to bring it back into the draft. Throws `not_found`. */
export const getVersion = (
  accountId: AccountId,
  sequenceId: string,
  number: number,
): Promise<{ number: number; snapshot: SequenceSnapshot }> =>
  withAccount(accountId, async (tx) => {
    checkId(sequenceId);
    const [row] = await tx
      .select({ number: sequenceVersions.number, snapshot: sequenceVersions.snapshot })
      .from(sequenceVersions)
      .where(and(eq(sequenceVersions.sequenceId, sequenceId), eq(sequenceVersions.number, number)));
    if (!row) throw new AppError("not_found");
    return row;
  });

/** What the latest publishings do to the people in flight, newest first. Throws `not_found`. */
export const listMoves = (accountId: AccountId, sequenceId: string): Promise<MoveState[]> =>
  withAccount(accountId, async (tx) => {
    checkId(sequenceId);
    const [sequence] = await tx
      .select({ id: sequences.id })
      .from(sequences)
      .where(eq(sequences.id, sequenceId));
    if (!sequence) throw new AppError("not_found");
    const rows = await tx
      .select({
        id: versionMoves.id,
        versionNumber: sequenceVersions.number,
        status: versionMoves.status,
        startsAt: versionMoves.startsAt,
        total: versionMoves.total,
        moved: versionMoves.moved,
        exited: versionMoves.exited,
        passedOver: versionMoves.passedOver,
        by: users.name,
      })
      .from(versionMoves)
      .innerJoin(sequenceVersions, eq(sequenceVersions.id, versionMoves.versionId))
      .leftJoin(users, eq(users.id, versionMoves.createdBy))
      .where(eq(versionMoves.sequenceId, sequenceId))
      .orderBy(desc(versionMoves.id))
      .limit(MOVES_SHOWN);
    return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() }));
  });

/** Ids come from addresses that people may edit; Postgres would answer a malformed one with an error. */
function checkId(id: string): void {
  if (!z.uuid().safeParse(id).success) throw new AppError("not_found");
}

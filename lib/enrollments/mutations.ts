import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { type Eligible, judge } from "./eligibility";
import { type Enrolled, enrollChunk } from "./enroll-chunk";
import { readLive } from "./insert-runs";
import type { EnrollWish } from "./schema";

/** One transaction each: large enough to be set-based, small enough not to hold locks for long. */
export const CHUNK = 5_000;
/** Chunks under way at once: as many as a small server has cores. */
const LANES = 2;

/**
 * Starts the live version of a sequence for these contacts: run, ledger row and the event that drives it, in one
 * transaction per 5,000 contacts. A contact (or record) whose run is live is answered with that run; contacts of other
 * accounts are refused as unknown. Throws `not_found` for the sequence and `conflict` when it is not active.
 */
export async function enroll(accountId: AccountId, wish: EnrollWish): Promise<Enrolled> {
  const total: Enrolled = { enrolled: [], existing: [], refused: [] };
  // In one order, so that two who enroll the same contacts at once cannot wait for each other.
  const ids = [...new Set(wish.contactIds)].sort();
  let next = 0;
  const lane = async () => {
    do {
      const contactIds = ids.slice(next, next + CHUNK);
      next += CHUNK;
      const part = await withAccountSql(accountId, (tx) =>
        enrollChunk(tx, accountId, { ...wish, contactIds }),
      );
      total.enrolled.push(...part.enrolled);
      total.existing.push(...part.existing);
      total.refused.push(...part.refused);
    } while (next < ids.length);
  };
  const stopAll = (error: unknown) => {
    next = ids.length;
    throw error;
  };
  await Promise.all(Array.from({ length: ids.length > CHUNK ? LANES : 1 }, () => lane().catch(stopAll)));
  return total;
}

/** What `enroll` would do now, without doing it. */
export function previewEnroll(accountId: AccountId, wish: Omit<EnrollWish, "actorId">): Promise<Eligible> {
  return withAccountSql(accountId, async (tx) => {
    const { snapshot } = await readLive(tx, wish.sequenceId);
    return judge(tx, { ...wish, snapshot, contactIds: [...new Set(wish.contactIds)] });
  });
}

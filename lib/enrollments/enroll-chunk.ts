import type { SqlTx } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { type Eligible, judge, type Wanted } from "./eligibility";
import { insertRuns, lockLive, recordRefusals, type Started } from "./insert-runs";
import type { EnrollWish } from "./schema";
import { supersede } from "./supersede";

export type Enrolled = {
  enrolled: Started[];
  existing: Eligible["existing"];
  refused: Eligible["refused"];
};

/** Rivals that begin and end a run between two looks at it are not met more often than this. */
const MAX_ROUNDS = 5;

/**
 * Starts the live version of a sequence for these contacts, in the caller's transaction. Whoever loses against a rival
 * that enrolls at the same moment is judged again and answered with what the rival has left.
 */
export async function enrollChunk(tx: SqlTx, accountId: AccountId, wish: EnrollWish): Promise<Enrolled> {
  const live = await lockLive(tx, wish.sequenceId);
  const { snapshot } = live;
  const first = await judge(tx, { ...wish, snapshot });
  const done: Enrolled = { enrolled: [], existing: first.existing, refused: first.refused };
  const settled = new Set(first.existing.map(linkOf));
  let { free } = first;
  for (let round = 0; free.length > 0; round++) {
    if (round === MAX_ROUNDS) throw new Error("Rivals have started and ended the same runs again and again.");
    const { bulkId, actorId, now } = wish;
    const sequence = { id: wish.sequenceId, name: live.name };
    const ids = free.flatMap((one) => one.supersedes ?? []);
    await supersede(tx, accountId, { ids, sequence, actorId, bulkId, now });
    const started = await insertRuns(tx, accountId, wish, live, free);
    done.enrolled.push(...started);
    for (const one of started) settled.add(linkOf(one));
    if (started.length === free.length) break;
    const lost = free.filter((one) => !settled.has(linkOf(one)));
    free = await judgeLost(tx, { ...wish, snapshot }, { lost, settled, done });
  }
  await recordRefusals(tx, accountId, wish, done.refused);
  return done;
}

const linkOf = ({ contactId, aboutId }: Wanted) => aboutId ?? contactId;

/** What has become of those whom a rival took; answers who may be tried again. */
async function judgeLost(
  tx: SqlTx,
  wish: Parameters<typeof judge>[1],
  { lost, settled, done }: { lost: Wanted[]; settled: Set<string>; done: Enrolled },
): Promise<Eligible["free"]> {
  const isLost = new Set(lost.map(linkOf));
  const again = await judge(tx, { ...wish, contactIds: [...new Set(lost.map((one) => one.contactId))] });
  for (const one of again.existing) {
    if (!isLost.has(linkOf(one)) || settled.has(linkOf(one))) continue;
    settled.add(linkOf(one));
    done.existing.push(one);
  }
  const isRefused = new Set(done.refused.map(({ contactId, code }) => `${contactId} ${code}`));
  done.refused.push(...again.refused.filter(({ contactId, code }) => !isRefused.has(`${contactId} ${code}`)));
  return again.free.filter((one) => isLost.has(linkOf(one)));
}

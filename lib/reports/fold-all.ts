import { inTurns } from "@/lib/engine/each-account";
import { keepSegments } from "./keep-segments";
import { keepRollups } from "./rollups";

/** Until the next minute's fold begins. */
const ENDS_MS = 45_000;

/**
 * Folds every account's changes into its rollups, counts anew what was counted in another zone, and looks who is in the
 * segments that reports ask for; in turns, so that one with many holds back no other.
 */
export async function foldAll(now: Date): Promise<number> {
  const endsAt = performance.now() + ENDS_MS;
  const isOver = () => performance.now() > endsAt;
  const folded = await inTurns(
    "rollups",
    async (accountId) => ((await keepRollups(accountId, now)).isDone ? 0 : 1),
    isOver,
  );
  return folded + (await inTurns("segments", (accountId) => keepSegments(accountId, now), isOver));
}

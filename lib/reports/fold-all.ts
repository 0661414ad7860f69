import { inTurns } from "@/lib/engine/each-account";
import { keepRollups } from "./rollups";

/** Until the next minute's fold begins. */
const ENDS_MS = 45_000;

/**
 * Folds every account's changes into its rollups, and counts anew what was counted in another zone; in turns, so that one
 * with many holds back no other.
 */
export function foldAll(now: Date): Promise<number> {
  const endsAt = performance.now() + ENDS_MS;
  return inTurns(
    "rollups",
    async (accountId) => ((await keepRollups(accountId, now)).isDone ? 0 : 1),
    () => performance.now() > endsAt,
  );
}

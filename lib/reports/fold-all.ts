import { inTurns } from "@/lib/engine/each-account";
import { foldChanges } from "./rollups";

/** Until the next minute's fold begins. */
const ENDS_MS = 45_000;

/** Folds every account's changes into its rollups, in turns, so that one with many holds back no other. */
export function foldAll(now: Date): Promise<number> {
  const endsAt = performance.now() + ENDS_MS;
  return inTurns(
    "rollups",
    async (accountId) => ((await foldChanges(accountId, now)).isDone ? 0 : 1),
    () => performance.now() > endsAt,
  );
}

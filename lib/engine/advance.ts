import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import { createShared } from "@/lib/core/shared-sends";
import { applySettled, type SettledRun, turnOf } from "./changes";
import { type Claim, claimSends } from "./claim";
import { type Clock, systemClock } from "./clock";
import { composeDraft } from "./compose-draft";
import { deliver } from "./deliver";
import { gather } from "./gather";
import type { Turn } from "./run";
import { settle } from "./settle";
import { lockRuns } from "./snapshot";

type Call = { enrollmentId: string; driver: number; clock: Clock };
type Answer = { kind: "turn"; turn: Turn } | { kind: "claimed"; claim: Claim } | { kind: "compose" };

/** What was written may be for nothing a few times, as the run changes meanwhile, but not without end. */
const MOST_WRITINGS = 3;
const SOON_MS = 10_000;

/**
 * One turn of a run: decide under the row lock, record, and, when a step is due, send it. Where its words are to be
 * written first, they are, and it is decided anew. Calls of one account that arrive together share their transactions.
 * Answers what the durable loop does next; safe to repeat at any moment.
 */
export async function advance(
  run: { accountId: AccountId; enrollmentId: string; driver: number },
  clock: Clock = systemClock,
): Promise<Turn> {
  const { accountId, enrollmentId, driver } = run;
  for (let written = 0; ; written++) {
    const answer = await decideTogether(accountId, { enrollmentId, driver, clock });
    if (answer.kind === "turn") return answer.turn;
    if (answer.kind === "claimed") return deliver(answer.claim, clock);
    if (written === MOST_WRITINGS) return wait(new Date(clock().getTime() + SOON_MS));
    const composed = await composeDraft(run, clock);
    if (composed.kind === "later") return wait(composed.until);
  }
}

const decideTogether = gather(decideBatch, { maxItems: 100, maxBatches: 2 });

function decideBatch(accountId: AccountId, calls: Call[]): Promise<Answer[]> {
  return withAccountSql(accountId, async (tx) => {
    const ids = calls.map((call) => call.enrollmentId);
    const runs = await lockRuns(tx, ids, { now: earliest(calls), isReserved: true });
    const settled = new Map<string, SettledRun>();
    const batch = createShared();
    for (const run of runs) {
      const call = calls.find((one) => one.enrollmentId === run.row.id && one.driver === run.row.driver);
      if (!call) continue;
      const now = call.clock();
      const one = settle({ facts: batch.into(run.facts) }, now);
      if (one.decision.kind === "send") batch.take(one.nextFacts, one.decision.inboxId);
      settled.set(run.row.id, { run, settled: one, now });
    }
    const all = [...settled.values()];
    const [claims] = await Promise.all([claimSends(tx, accountId, all), applySettled(tx, accountId, all)]);
    const given = new Set<string>();
    return calls.map((call): Answer => {
      const one = settled.get(call.enrollmentId);
      // Deleted, or another durable run has taken over.
      if (!one || one.run.row.driver !== call.driver) return end("handed_over");
      if (one.settled.decision.kind === "compose") return { kind: "compose" };
      const claim = claims.get(call.enrollmentId);
      // The same run asked for twice in one batch is sent by the first call only.
      if (!claim || given.has(call.enrollmentId)) return { kind: "turn", turn: turnOf(one.settled, one.now) };
      given.add(call.enrollmentId);
      return { kind: "claimed", claim };
    });
  });
}

const wait = (until: Date): Turn => ({ kind: "wait", until: until.toISOString() });

const earliest = (calls: Call[]) => new Date(Math.min(...calls.map(({ clock }) => clock().getTime())));

const end = (reason: string): Answer => ({ kind: "turn", turn: { kind: "end", reason } });

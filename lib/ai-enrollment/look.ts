import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { AiOutcome } from "@/lib/core/model-maestro";
import { meterOf } from "@/lib/engine/ai-meter";
import { type Clock, systemClock } from "@/lib/engine/clock";
import { eachAccount, inTurns } from "@/lib/engine/each-account";
import { endpointOf, loadMaestro, type Maestro } from "@/lib/engine/maestro";
import { evaluateConversation } from "@/lib/maestro/evaluate";
import type { EnrollmentVerdict } from "@/lib/maestro/types";
import { askOf } from "./ask";
import { type Candidate, candidatesOf } from "./candidates";
import { expireSuggestions } from "./expire";
import { dayBegan, type Looking, loadLooking, usedSince } from "./load";
import { keepVerdict } from "./verdict";

/** Conversations of one turn of an account, and of one sequence in a round: what is left comes in a quarter of an hour. */
const PER_TURN = 5;
const PER_ROUND = 40;
/** A round is over before the next one begins, however slowly the endpoints answer. */
const LONGEST_ROUND_MS = 8 * 60_000;

/** The endpoint is the trouble, not the conversation: the sequence waits for the next round. */
const ENDS_ROUND: ReadonlySet<AiOutcome> = new Set([
  "timeout",
  "rate_limited",
  "unavailable",
  "unauthorized",
  "budget",
]);

/**
 * A round of looking for people over all accounts, each a few conversations at a time, so that a slow endpoint of one
 * keeps back no other. Suggestions that nobody can accept any more expire first.
 */
export async function lookForPeople(
  clock: Clock = systemClock,
): Promise<{ expired: number; looked: number }> {
  const began = clock().getTime();
  const { done } = await eachAccount({ expired: (accountId) => expireSuggestions(accountId, clock()) });
  const looked = new Map<string, number>();
  const turn = (accountId: AccountId) => lookOnce(accountId, { looked, clock });
  const isOver = () => clock().getTime() - began > LONGEST_ROUND_MS;
  return { expired: done.expired, looked: await inTurns("look-for-people", turn, isOver) };
}

type Round = {
  /** How many of each sequence were looked at in this round. */
  looked: Map<string, number>;
  clock: Clock;
};

/** The sequence of the account whose turn is the longest ago. Answers how many conversations were looked at. */
async function lookOnce(accountId: AccountId, { looked, clock }: Round): Promise<number> {
  const found = await withAccountSql(accountId, async (tx) => {
    const [maestro, due] = await Promise.all([
      loadMaestro(tx),
      tx<{ id: string }[]>`
        select sequence_id as id from ai_enrollments
        where is_on and account_id = ${accountId} order by last_run_at nulls first, sequence_id`,
    ]);
    const sequence = due.find(({ id }) => (looked.get(id) ?? 0) < PER_ROUND);
    return maestro?.isOn && sequence ? { maestro, sequenceId: sequence.id } : null;
  });
  if (!found) return 0;
  const before = looked.get(found.sequenceId) ?? 0;
  const { count, isOver } = await lookAtSequence(accountId, { ...found, most: PER_TURN, clock });
  looked.set(found.sequenceId, isOver ? PER_ROUND : before + count);
  // What found nothing lets the account's next sequence have its turn.
  return Math.max(count, (await hasMore(accountId, looked)) ? 1 : 0);
}

const hasMore = (accountId: AccountId, looked: Round["looked"]): Promise<boolean> =>
  withAccountSql(accountId, async (tx) => {
    const due = await tx<{ id: string }[]>`
      select sequence_id as id from ai_enrollments where is_on and account_id = ${accountId}`;
    return due.some(({ id }) => (looked.get(id) ?? 0) < PER_ROUND);
  });

type Look = { maestro: Maestro; sequenceId: string; most: number; clock: Clock };

/**
 * Asks Maestro about the next few conversations that one sequence may be for. Ends early where the day's limit or the
 * day's money is spent, or the endpoint does not answer, and writes down why, for its page.
 */
export async function lookAtSequence(
  accountId: AccountId,
  { maestro, sequenceId, most, clock }: Look,
): Promise<{ count: number; isOver: boolean }> {
  const now = clock();
  const open = await withAccountSql(accountId, async (tx) => {
    const looking = await loadLooking(tx, sequenceId);
    if (!looking) return null;
    const left = looking.config.perDay - (await usedSince(tx, sequenceId, await dayBegan(tx, now)));
    const wish = { accountId, looking, most, now };
    return { looking, left, candidates: left > 0 ? await candidatesOf(tx, wish) : [] };
  });
  if (!open) return { count: 0, isOver: true };
  const { looking, left, candidates } = open;
  let outcome: AiOutcome | "daily_cap" = left > 0 ? "ok" : "daily_cap";
  let count = 0;
  for (const candidate of candidates) {
    const asked = await judgeOne(accountId, { maestro, looking, candidate, at: clock() });
    if (asked.verdict.outcome === "budget") {
      outcome = "budget";
      break;
    }
    count += 1;
    const fate = await keepVerdict(accountId, { looking, candidate, ...asked, now: clock() });
    if (ENDS_ROUND.has(asked.verdict.outcome)) outcome = asked.verdict.outcome;
    if (fate.refusal === "daily_cap") outcome = "daily_cap";
    if (outcome !== "ok") break;
  }
  await withAccountSql(
    accountId,
    (tx) => tx`
      update ai_enrollments set last_run_at = ${clock()}, last_outcome = ${outcome} where sequence_id = ${sequenceId}`,
  );
  return { count, isOver: outcome !== "ok" || candidates.length < most };
}

type Asking = {
  maestro: Maestro;
  looking: Looking;
  candidate: Pick<Candidate, "conversationId" | "contactId">;
  /** As of when the conversation is judged. */
  at: Date;
  now?: Date;
};

/** One call, outside any transaction, and the row of the ledger of AI use that tells of it. */
export async function judgeOne(
  accountId: AccountId,
  { maestro, looking, candidate, at, now = at }: Asking,
): Promise<{ verdict: EnrollmentVerdict; callId: string | null }> {
  const { conversationId, contactId } = candidate;
  const ask = await withAccountSql(accountId, (tx) => askOf(tx, { looking, conversationId, contactId, at }));
  const about = { conversationId, contactId, sequenceId: looking.sequenceId };
  const meter = meterOf(accountId, maestro.config, about, now);
  const verdict = await evaluateConversation(endpointOf(maestro), ask, meter);
  const [call] = await withAccountSql(
    accountId,
    (tx) => tx<{ id: string }[]>`
      select id from ai_calls
      where account_id = ${accountId} and at = ${now} and conversation_id = ${conversationId}
        and sequence_id = ${looking.sequenceId} and purpose = 'evaluate'
      order by id desc limit 1`,
  );
  return { verdict, callId: call?.id ?? null };
}

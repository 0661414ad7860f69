import { withAccountSql } from "@/db/client";
import type { AccountId } from "@/lib/accounts/account-id";
import type { SendOutcome } from "@/lib/channels/driver";
import { unsubscribeUrlOf } from "@/lib/unsubscribe-token";
import { callDriver } from "./call-driver";
import type { Claim } from "./claim";
import type { Clock } from "./clock";
import { gather } from "./gather";
import { giveBackMissed } from "./missed";
import { recordOutcomes } from "./outcome";
import type { Turn } from "./run";

/** What became of a claim: the provider's answer, or that it was withdrawn before the provider was called. */
export type Delivery = { claim: Claim; outcome: SendOutcome | Withdrawn; clock: Clock };
export type Withdrawn = {
  kind: "withdrawn";
  /** `outlived`: this process stood still for so long that the claim was taken for lost and the run went on. */
  why: "ended" | "held" | "outlived";
};

/**
 * Sends what was claimed and records the outcome. A stop that was committed after the claim is looked for once more,
 * immediately before the call. A claim with a place is handed over in it or not at all: then the run looks for another.
 * Answers the durable loop's next wait.
 */
export async function deliver(claim: Claim, clock: Clock): Promise<Turn> {
  const { place } = claim;
  if (place) await clock.reach?.(place.at);
  const withdrawn = await confirmTogether(claim.accountId, claim);
  // Only now, because the look may have taken its time: a call after its place would be one too many somewhere else.
  if (!withdrawn && place && clock() > place.by) {
    await giveBackTogether(claim.accountId, claim);
    return { kind: "wait", until: clock().toISOString() };
  }
  const outcome = withdrawn ?? (await send(claim));
  return recordTogether(claim.accountId, { claim, outcome, clock });
}

function send(claim: Claim): Promise<SendOutcome> {
  const { inbox, messageId: id, to, toName, locale, content, references } = claim;
  // What a sequence says by mail can be unsubscribed from by one click; what a person writes is a conversation.
  const unsubscribe = inbox.channel === "email" && { unsubscribeUrl: unsubscribeUrlOf(claim) };
  return callDriver(inbox, { id, to, toName, locale, content, references, ...unsubscribe });
}

const confirmTogether = gather(confirmBatch, { maxItems: 100, maxBatches: 2 });

/** Null for each claim that still stands and whose run is as it was when the claim was made. */
function confirmBatch(accountId: AccountId, claims: Claim[]): Promise<(Withdrawn | null)[]> {
  return withAccountSql(accountId, async (tx) => {
    const ids = claims.map((claim) => claim.enrollmentId);
    const rows = await tx<StandingClaim[]>`
      select m.id, m.status = 'claimed' as is_claimed, e.epoch, e.status = 'ended' as is_ended,
        e.status = 'active' and s.status = 'active' as is_active
      from messages m join enrollments e on e.id = m.enrollment_id join sequences s on s.id = e.sequence_id
      where m.enrollment_id = any(${ids}) and m.id = any(${claims.map((claim) => claim.messageId)})`;
    const standing = new Map(rows.map((row) => [row.id, row]));
    return claims.map((claim) => {
      const row = standing.get(claim.messageId);
      if (!row || row.is_ended) return { kind: "withdrawn", why: "ended" };
      if (!row.is_claimed) return { kind: "withdrawn", why: "outlived" };
      return row.is_active && row.epoch === claim.epoch ? null : { kind: "withdrawn", why: "held" };
    });
  });
}

type StandingClaim = {
  id: string;
  is_claimed: boolean;
  epoch: number;
  is_ended: boolean;
  is_active: boolean;
};

const giveBackTogether = gather(
  (accountId: AccountId, claims: Claim[]) =>
    withAccountSql(accountId, async (tx) => {
      await giveBackMissed(tx, claims);
      return claims.map(() => null);
    }),
  { maxItems: 100, maxBatches: 2 },
);

const recordTogether = gather(
  (accountId: AccountId, deliveries: Delivery[]) =>
    withAccountSql(accountId, (tx) => recordOutcomes(tx, accountId, deliveries)),
  { maxItems: 100, maxBatches: 2 },
);

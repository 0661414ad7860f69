import type { SqlTx } from "@/db/client";
import { accountZone } from "@/lib/core/effective-zone";
import type { ContactFacts, Facts, InboxFacts } from "@/lib/core/facts";
import { PACE_SPANS } from "@/lib/core/model-inboxes";
import { usedAfterSend } from "@/lib/core/pace";

/** What runs share, after the sends that were decided in this batch and are in no table yet. */
type BatchSends = {
  contacts: Map<string, Pick<ContactFacts, "sends" | "messagedAt">>;
  used: Map<string, InboxFacts["used"]>;
};

export const noBatchSends = (): BatchSends => ({ contacts: new Map(), used: new Map() });

/** Lets one more send count for the runs that are decided after it. `nextFacts` are those of its own run. */
export function countSend({ contacts, used }: BatchSends, nextFacts: Facts, inboxId: string): void {
  const { id, sends, messagedAt } = nextFacts.contact;
  contacts.set(id, { sends, messagedAt });
  const inbox = nextFacts.inboxes.find((one) => one.id === inboxId);
  if (inbox && isLimited(inbox)) used.set(inboxId, inbox.used);
}

export function afterBatchSends(facts: Facts, { contacts, used }: BatchSends): Facts {
  const shared = contacts.get(facts.contact.id);
  if (!shared && used.size === 0) return facts;
  return {
    ...facts,
    contact: { ...facts.contact, ...shared },
    inboxes: facts.inboxes.map((inbox) => ({ ...inbox, used: used.get(inbox.id) ?? inbox.used })),
  };
}

/**
 * Counts claims in the buckets of their inboxes, in the transaction that claims them. The inboxes are reserved since
 * their buckets were read, so what is written is what was read and these.
 */
export async function recordUsed(
  tx: SqlTx,
  accountId: string,
  claims: { facts: Facts; inboxId: string; at: Date }[],
): Promise<void> {
  const used = new Map<string, InboxFacts["used"]>();
  for (const { facts, inboxId, at } of claims) {
    const inbox = facts.inboxes.find((one) => one.id === inboxId);
    if (!inbox || !isLimited(inbox)) continue;
    used.set(inboxId, usedAfterSend(used.get(inboxId) ?? inbox.used, at, accountZone(facts.settings)));
  }
  if (used.size === 0) return;
  const rows = [...used].flatMap(([inboxId, spans]) =>
    PACE_SPANS.flatMap((span) => {
      const bucket = spans[span];
      return bucket ? [{ inboxId, span, from: bucket.from, count: bucket.count }] : [];
    }),
  );
  await tx`
    insert into pace_buckets (account_id, inbox_id, span, starts_at, used)
    select ${accountId}, r."inboxId", r.span, r."from", r.count
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(
      "inboxId" uuid, span pace_span, "from" timestamptz, count int)
    on conflict (inbox_id, span) do update
      -- A process whose clock is late must not take the count back to a span that is over.
      set starts_at = greatest(pace_buckets.starts_at, excluded.starts_at), used = excluded.used`;
}

const isLimited = ({ limits }: InboxFacts) => Object.values(limits).some((limit) => limit !== null);

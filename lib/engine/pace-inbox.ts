import type { SqlTx } from "@/db/client";
import type { InboxFacts } from "@/lib/core/facts";
import type { PaceSpan } from "@/lib/core/model-inboxes";
import type { InboxPace } from "@/lib/core/pace-facts";
import { NO_PACE } from "@/lib/core/pace-place";
import { RECIPIENTS_KEPT_MS } from "@/lib/core/pace-recipients";
import type { ConversationRow } from "./contact-facts";
import type { InboxRow, PacedInbox } from "./inbox";
import { limitsOf, providerLimits, recipientScopeOf } from "./inbox-limits";
import type { Pace } from "./pace";

/** Where the places and the queue of an inbox stand. */
export type PlaceRow = {
  inbox_id: string;
  next_at_ms: number | null;
  rest_until: Date | null;
  is_queued: boolean;
  queued: number;
};

export type RecipientsRow = { scope: string; used: number; oldest: Date | null; contactIds: Set<string> };

/** Longer than any gap that a provider asks for between two messages to one contact. */
const PAIRS_KEPT_MS = 5 * 60_000;

export async function loadUsed(tx: SqlTx, inboxIds: string[]): Promise<Map<string, InboxFacts["used"]>> {
  const used = new Map<string, InboxFacts["used"]>();
  if (inboxIds.length === 0) return used;
  const rows = await tx<{ inbox_id: string; span: PaceSpan; starts_at: Date; used: number }[]>`
    select inbox_id, span, starts_at, used from pace_buckets where inbox_id = any(${inboxIds})`;
  for (const { inbox_id, span, starts_at, used: count } of rows) {
    const spans = used.get(inbox_id) ?? { minute: null, hour: null, day: null };
    used.set(inbox_id, { ...spans, [span]: { from: starts_at, count } });
  }
  return used;
}

/** As numbers, because a place may begin between two milliseconds. */
export async function loadPlaces(tx: SqlTx, inboxIds: string[]): Promise<Map<string, PlaceRow>> {
  if (inboxIds.length === 0) return new Map();
  const rows = await tx<PlaceRow[]>`
    select inbox_id, (extract(epoch from next_at) * 1000)::float8 as next_at_ms, rest_until,
      paced_until is not null as is_queued, queued
    from inbox_paces where inbox_id = any(${inboxIds})`;
  return new Map(rows.map((row) => [row.inbox_id, row]));
}

/** The last message of anybody in these threads, also one that is under way. */
export async function loadPairs(
  tx: SqlTx,
  threads: Pick<ConversationRow, "id" | "inbox_id" | "contact_id">[],
  now: Date,
): Promise<Map<string, Date>> {
  if (threads.length === 0) return new Map();
  const ids = threads.map(({ id }) => id);
  const since = new Date(now.getTime() - PAIRS_KEPT_MS);
  const rows = await tx<{ conversation_id: string; at: Date }[]>`
    select conversation_id, max(at) as at from (
      select conversation_id, claimed_at as at from messages
      where conversation_id = any(${ids}) and claimed_at > ${since}
        and status in ('claimed', 'unknown', 'sent', 'delivered', 'read', 'replied')
      union all
      select conversation_id, claimed_at from conversation_messages
      where conversation_id = any(${ids}) and direction = 'outbound' and claimed_at > ${since}
    ) m group by conversation_id`;
  const atOf = new Map(rows.map((row) => [row.conversation_id, row.at]));
  return new Map(
    threads.flatMap((thread) => {
      const at = atOf.get(thread.id);
      return at ? [[`${thread.inbox_id} ${thread.contact_id}`, at] as const] : [];
    }),
  );
}

/** How many different people got something in the 24 hours before, and which of these contacts are among them. */
export async function loadRecipients(
  tx: SqlTx,
  scopes: string[],
  { contactIds, now }: { contactIds: string[]; now: Date },
): Promise<Map<string, RecipientsRow>> {
  if (scopes.length === 0) return new Map();
  const since = new Date(now.getTime() - RECIPIENTS_KEPT_MS);
  const account = tx`account_id = (select current_setting('app.account_id')::uuid)`;
  const [sums, known] = await Promise.all([
    tx<{ scope: string; used: number; oldest: Date }[]>`
      select scope, sum(recipients)::int as used, min(minute) as oldest from pace_recipient_minutes
      where ${account} and scope = any(${scopes}) and minute > ${since} and recipients > 0 group by scope`,
    tx<{ scope: string; contact_id: string }[]>`
      select scope, contact_id from pace_recipients
      where ${account} and scope = any(${scopes}) and contact_id = any(${contactIds}) and last_at > ${since}`,
  ]);
  const found = new Map<string, RecipientsRow>(
    scopes.map((scope) => {
      const sum = sums.find((one) => one.scope === scope);
      return [
        scope,
        { scope, used: sum?.used ?? 0, oldest: sum?.oldest ?? null, contactIds: new Set<string>() },
      ];
    }),
  );
  for (const { scope, contact_id } of known) found.get(scope)?.contactIds.add(contact_id);
  return found;
}

/** What a decision may know of an inbox's pace. */
export function inboxPace(inbox: PacedInbox, contactId: string, pace: Pace): InboxPace {
  const place = pace.places.get(inbox.id);
  const { pairGapSeconds } = providerLimits(inbox);
  const limit = limitsOf(inbox).recipientsPerDay;
  const people = limit === null ? undefined : pace.recipients.get(recipientScopeOf(inbox));
  if (!place && pairGapSeconds === null && !people && !inbox.rest_until) return NO_PACE;
  return {
    nextAtMs: place?.next_at_ms ?? null,
    restUntil: place ? place.rest_until : inbox.rest_until,
    isQueued: place?.is_queued ?? false,
    queued: place?.queued ?? 0,
    pairGapSeconds,
    pairAt: pace.pairs.get(`${inbox.id} ${contactId}`) ?? null,
    recipients: people
      ? {
          ...{ scope: people.scope, used: people.used, oldest: people.oldest },
          isCounted: people.contactIds.has(contactId),
        }
      : null,
  };
}

/** The inbox alone, for whoever gives out its places. */
export const pacedInboxById = async (tx: SqlTx, id: string): Promise<InboxRow | undefined> =>
  (
    await tx<InboxRow[]>`
      select id, account_id, name, channel, provider, status, limits, health, probes, troubles, config, secrets
      from inboxes where id = ${id} and archived_at is null`
  )[0];
